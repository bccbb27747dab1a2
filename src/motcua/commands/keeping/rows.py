"""What the database says of itself in one moment: counts, ends of the ledger's chains, the files it names."""

from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path
from typing import NamedTuple
from uuid import UUID

from psycopg import Connection, IsolationLevel, connect, sql

from motcua.kernel.ids import moment_of

TABLES = (
    "SELECT c.relname FROM pg_class c JOIN pg_namespace n ON n.oid = c.relnamespace "
    "WHERE n.nspname = 'public' AND c.relkind IN ('r', 'p') AND NOT c.relispartition ORDER BY c.relname"
)
NAMED = "SELECT id, encode(sha256, 'hex') FROM papers_file WHERE state <> 'gone' ORDER BY id"
HEADS = "SELECT chain, sequence, encode(hash, 'hex') FROM ledger_chainhead WHERE sequence > 0 ORDER BY chain"
LINKS = (
    "SELECT e.chain, encode(e.hash, 'hex') FROM ledger_event e "
    "JOIN unnest(%s::text[], %s::bigint[]) AS known(chain, sequence) USING (chain, sequence)"
)
APPLIED = "SELECT app, name FROM django_migrations ORDER BY id"
PAGE = 2000


class Named(NamedTuple):
    """A file that a row names: its folder below `files`, and the SHA-256 of its original."""

    folder: str
    sha256: str


def connected(url: str) -> Connection:
    """Connect as a backup does; everything read belongs to one transaction until it is closed."""
    return connect(url, application_name="motcua backup")


@contextmanager
def snapshot(url: str) -> Iterator[tuple[Connection, str]]:
    """Hold one moment of the database; gives the connection and the name under which pg_dump sees the same."""
    with connected(url) as connection:
        connection.execute("SET idle_in_transaction_session_timeout = 0")  # pg_dump takes as long as it takes
        connection.commit()
        connection.isolation_level = IsolationLevel.REPEATABLE_READ
        connection.read_only = True
        row = connection.execute("SELECT pg_export_snapshot()").fetchone()
        yield connection, str(row[0]) if row else ""


def tables(connection: Connection) -> list[str]:
    """List the tables of the product."""
    return [row[0] for row in connection.execute(TABLES)]


def counts(connection: Connection) -> dict[str, int]:
    """Count the rows of each table."""
    found: dict[str, int] = {}
    for name in tables(connection):
        row = connection.execute(sql.SQL("SELECT count(*) FROM {}").format(sql.Identifier(name))).fetchone()
        found[name] = int(row[0]) if row else 0
    return found


def heads(connection: Connection) -> dict[str, list[int | str]]:
    """Give the last link of each chain of the ledger."""
    return {chain: [sequence, value] for chain, sequence, value in connection.execute(HEADS)}


def continues(connection: Connection, known: Mapping[str, list[int | str]]) -> bool:
    """Tell whether the ledger still holds every link that was the last one then."""
    asked = [list(known), [link[0] for link in known.values()]]
    found: dict[str, str] = dict(connection.execute(LINKS, asked).fetchall())
    return found == {chain: link[1] for chain, link in known.items()}


def anchor_days(connection: Connection) -> list[str]:
    """List the days that have an anchor."""
    return [row[0] for row in connection.execute("SELECT day::text FROM ledger_anchor ORDER BY day")]


def migrations(connection: Connection) -> list[str]:
    """List the migrations that were applied."""
    return [f"{app}.{name}" for app, name in connection.execute(APPLIED)]


def named(connection: Connection) -> Iterator[Named]:
    """Give the files that rows name, in the order of their folders; memory does not grow with their number."""
    with connection.cursor("motcua_files") as cursor:
        cursor.itersize = PAGE
        for key, digest in cursor.execute(NAMED):
            yield Named(folder_of(key), digest)


def note_named(connection: Connection, path: Path) -> None:
    """Write down the files that rows name, so that no transaction stays open while they are copied."""
    with path.open("w", encoding="utf-8") as out:
        for one in named(connection):
            out.write("\t".join(one) + "\n")


def noted(path: Path) -> Iterator[Named]:
    """Read what was written down."""
    with path.open(encoding="utf-8") as stream:
        for text in stream:
            folder, sha256 = text.rstrip("\n").split("\t")
            yield Named(folder, sha256)


def folder_of(key: UUID) -> str:
    """Give the folder of a file, as `papers` lays it."""
    return f"{moment_of(key):%Y/%m}/{key}"
