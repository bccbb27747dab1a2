"""What was done for which state of the sources, so that a second start need not do it again.

Stamps of the database are kept in the database itself, as the comment of its schema: they follow it when it
is dropped, exchanged or restored from an older backup.
"""

import hashlib
import json
from collections.abc import Iterable
from importlib import metadata
from pathlib import Path

from psycopg import Connection, sql

from motcua.bootstrap.home import PACKAGE
from motcua.web.shared import guides

TITLE = "Motcua "
WITH_MIGRATIONS = ("django", "procrastinate")
LOADERS = (
    "directory/operations/*.py",
    "directory/rules/*.py",
    "catalogue/operations/*.py",
    "catalogue/rules/**/*.py",
    "commands/load*.py",
)


def read(connection: Connection) -> dict[str, str]:
    """Return the stamps of this database."""
    row = connection.execute("SELECT obj_description('public'::regnamespace, 'pg_namespace')").fetchone()
    comment = str(row[0] or "") if row else ""
    if not comment.startswith(TITLE):
        return {}
    try:
        return dict(json.loads(comment.removeprefix(TITLE)))
    except ValueError:
        return {}


def write(owner: Connection, name: str, stamp: str) -> None:
    """Set one stamp; only the owner of the database can."""
    comment = TITLE + json.dumps(read(owner) | {name: stamp}, sort_keys=True)
    owner.execute(sql.SQL("COMMENT ON SCHEMA public IS {}").format(sql.Literal(comment)))


def of_migrations() -> str:
    """Return the stamp of all migrations, ours and those of the libraries that bring tables."""
    versions = [metadata.version(name) for name in WITH_MIGRATIONS]
    return _digest(PACKAGE.glob("*/migrations/*.py"), versions)


def of_data(folder: Path) -> str:
    """Return the stamp of a province's data and of the code that loads it."""
    code = (path for pattern in LOADERS for path in PACKAGE.glob(pattern) if "tests" not in path.parts)
    return _digest([*folder.rglob("*"), *code], [])


def of_static() -> str:
    """Return the stamp of the static files."""
    files = [*PACKAGE.glob("web/**/static/**/*"), *(guides.folder() / "pictures").rglob("*")]
    return _digest(files, [metadata.version("whitenoise")])


def _digest(paths: Iterable[Path], words: Iterable[str]) -> str:
    whole = hashlib.sha256()
    for path in sorted(path for path in paths if path.is_file()):
        whole.update(f"{path.name}\0".encode() + hashlib.sha256(path.read_bytes()).digest())
    for word in words:
        whole.update(word.encode())
    return whole.hexdigest()[:16]
