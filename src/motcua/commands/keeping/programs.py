"""PostgreSQL's client programs: the ones of the server's own version if they are there, never older ones."""

import os
import re
import shutil
import subprocess
from collections.abc import Iterator
from contextlib import suppress
from dataclasses import replace
from pathlib import Path
from urllib.parse import unquote, urlsplit

from motcua.bootstrap import binaries
from motcua.bootstrap.errors import BootstrapError, DatabaseBroken
from motcua.bootstrap.home import Home

VERSION = re.compile(r"\(PostgreSQL\) (\d+)")
PACKAGED = Path("/usr/lib/postgresql")


def find(home: Home, name: str, least: int) -> Path:
    """Return the program of the lowest major version that is at least this one; refuse where there is none.

    The lowest, because a newer one writes what an older server may not read back.
    """
    found = {major(path): path for path in reversed(list(_candidates(home, name)))}
    fitting = [version for version in found if version >= least]
    if not fitting:
        raise BootstrapError(
            f"There is no {name} of PostgreSQL {least} or newer on this machine: install PostgreSQL's client "
            "programs, or name their folder in MOTCUA_PG_BIN."
        )
    return found[min(fitting)]


def beside(program: Path, home: Home, name: str, least: int) -> Path:
    """Return another program of the same folder, or the best there is elsewhere."""
    near = program.with_name(name)
    return near if near.is_file() else find(home, name, least)


def order(program: Path, url: str, *words: str) -> tuple[list[str], dict[str, str]]:
    """Return command and environment; the password goes by the latter, where other users cannot read it."""
    parts = urlsplit(url)
    bare = url.replace(f":{parts.password}@", "@", 1)
    env = os.environ | {"PGPASSWORD": unquote(parts.password or ""), "LC_ALL": "C"}
    return [str(program), *words, "--dbname", bare], env


def complaint(text: str) -> str:
    """Find the line in which a program says why it gave up."""
    lines = [line for line in text.strip().splitlines() if line.strip()] or ["no reason was given."]
    return next((line for line in lines if "error" in line.lower() or "FATAL" in line), lines[-1])


def _candidates(home: Home, name: str) -> Iterator[Path]:
    folders = [home.binaries] if home.binaries else []
    with suppress(DatabaseBroken):
        # Whoever only connects needs no server user: the programs are run where they lie.
        folders.append(binaries.folder(replace(home, binaries=None, user=None)))
    places = [folder / name for folder in folders] + sorted(PACKAGED.glob(f"*/bin/{name}"))
    system = shutil.which(name)
    yield from (path for path in places if path.is_file())
    if system:
        yield Path(system)


def major(program: Path) -> int:
    """Return the major version of a program; 0 when it does not say."""
    said = subprocess.run([str(program), "--version"], capture_output=True, text=True, check=False).stdout
    found = VERSION.search(said)
    return int(found[1]) if found else 0
