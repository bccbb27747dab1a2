"""The addresses under which the two roles reach the database; no connection is made here."""

import hashlib
import os
import socket
from dataclasses import dataclass, field
from pathlib import Path
from urllib.parse import quote, urlsplit, urlunsplit

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
    where = parts.netloc.rpartition("@")[2]
    return urlunsplit(parts._replace(netloc=f"{role}:{quote(password, safe='')}@{where}"))


def in_database(url: str, name: str) -> str:
    """Return the same address for another database."""
    return urlunsplit(urlsplit(url)._replace(path=f"/{name}"))


def name_of(url: str) -> str:
    """Return the name of the database in an address."""
    parts = urlsplit(url)
    if parts.scheme not in ("postgresql", "postgres") or not parts.path.strip("/"):
        raise BootstrapError(
            "MOTCUA_DATABASE_URL must look like postgresql://user:password@host:5432/database.", 2
        )
    return parts.path.strip("/")


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
    family = socket.AF_INET6 if ":" in host else socket.AF_INET
    with socket.socket(family, socket.SOCK_STREAM) as probe:
        probe.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        try:
            probe.bind((host, number))
        except OSError:
            return False
    return True


def _memory(home: Home) -> Path:
    return home.server / "port"
