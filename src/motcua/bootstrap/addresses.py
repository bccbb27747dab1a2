"""The addresses under which the two roles reach the database; no connection is made here."""

import hashlib
import os
import socket
from dataclasses import dataclass, field
from pathlib import Path
from urllib.parse import quote, urlsplit, urlunsplit

from psycopg import ProgrammingError
from psycopg.conninfo import conninfo_to_dict

from motcua.bootstrap.errors import BootstrapError
from motcua.bootstrap.home import Home

OWNER = "motcua_owner"
APP = "motcua_app"
SUPERUSER = "postgres"
DATABASE = "motcua"
FIRST_PORT, PORTS = 15432, 10_000  # below the range from which systems give ports to outgoing connections


@dataclass(frozen=True, slots=True)
class Addresses:
    """libpq URLs; `superuser` is the administrator of the embedded server or the foreign address as given."""

    owner: str = field(repr=False)
    app: str = field(repr=False)
    superuser: str = field(repr=False)

    @property
    def database(self) -> str:
        """The name of the product's database."""
        return name_of(self.owner)


def addresses(home: Home) -> Addresses:
    """Return the addresses of this installation's database."""
    if home.url:
        name_of(home.url)
    given = home.url or f"postgresql://{SUPERUSER}@127.0.0.1:{port(home)}/{DATABASE}"
    keep = home.secrets
    return Addresses(
        owner=as_role(given, OWNER, keep.owner_password),
        app=as_role(given, APP, keep.app_password),
        superuser=home.url or as_role(given, SUPERUSER, keep.superuser_password),
    )


def as_role(url: str, role: str, password: str) -> str:
    """Return the same address for another role."""
    parts = urlsplit(url)
    where = f"{role}:{quote(password, safe='')}@{parts.netloc.rpartition('@')[2]}"
    # What stands in the query goes before what stands in front of it: nobody is let in as somebody else.
    return urlunsplit(parts._replace(netloc=where, query=_without(parts.query, "user", "password")))


def in_database(url: str, name: str) -> str:
    """Return the same address for another database."""
    parts = urlsplit(url)
    return urlunsplit(parts._replace(path=f"/{quote(name, safe='')}", query=_without(parts.query, "dbname")))


def name_of(url: str) -> str:
    """Return the name of the database in an address; refuse one that libpq cannot read."""
    try:
        found = conninfo_to_dict(url) if url.startswith(("postgresql://", "postgres://")) else {}
    except ProgrammingError:
        found = {}
    if not found.get("dbname"):
        raise BootstrapError(
            "MOTCUA_DATABASE_URL must look like postgresql://user:password@host:5432/database "
            "(a space in it is written %20, a per cent sign %25).",
            2,
        )
    return str(found["dbname"])


def _without(query: str, *names: str) -> str:
    return "&".join(one for one in query.split("&") if one.partition("=")[0] not in names)


def port(home: Home) -> int:
    """Return the remembered port of the embedded server, choosing a free one the first time."""
    try:
        return int(_memory(home).read_text())
    except (FileNotFoundError, ValueError):
        return choose_port(home)


def choose_port(home: Home) -> int:
    """Choose a free port, starting at one that depends on the folder, and remember it."""
    start = int.from_bytes(hashlib.sha256(str(home.var).encode()).digest()[:4])
    chosen = next(
        found for step in range(PORTS) if is_free("127.0.0.1", found := FIRST_PORT + (start + step) % PORTS)
    )
    memory = _memory(home)
    memory.parent.mkdir(exist_ok=True)
    memory.parent.chmod(0o711)
    draft = memory.with_name(f".port.{os.getpid()}")
    draft.write_text(str(chosen))
    draft.replace(memory)
    return chosen


def is_free(host: str, number: int) -> bool:
    """Tell whether one can listen there now."""
    return obstacle(host, number) is None


def obstacle(host: str, number: int) -> OSError | None:
    """Return what keeps us from listening there now."""
    family = socket.AF_INET6 if ":" in host else socket.AF_INET
    with socket.socket(family, socket.SOCK_STREAM) as probe:
        probe.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        try:
            probe.bind((host, number))
        except OSError as problem:
            return problem
    return None


def _memory(home: Home) -> Path:
    return home.server / "port"
