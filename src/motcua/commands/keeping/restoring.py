"""Restores a backup into an empty place and proves it: counts, ledger, and the bytes of every file.

Files go first and the database in one transaction, so whoever looks in between sees an empty database, never rows
whose files are still on their way. A note in the folder says which backup is on its way: the same one goes on after
an interruption, another one is refused.
"""

import json
import os
import subprocess
import sys
import tempfile
from dataclasses import dataclass, field
from pathlib import Path
from typing import IO, cast

from motcua.bootstrap import database
from motcua.bootstrap.errors import BootstrapError
from motcua.bootstrap.home import PACKAGE, Home
from motcua.bootstrap.roles import WITHOUT_DEFAULTS
from motcua.commands.keeping import files, manifest, programs, rows
from motcua.commands.keeping.manifest import Manifest
from motcua.commands.keeping.unfinished import NOTE
from motcua.commands.progress import Progress

# Extensions were made by whoever may make them, before; their owner is not ours to be.
LEFT_OUT = (" EXTENSION - ", " COMMENT - EXTENSION ")
NEW_SETTING = b"SET transaction_timeout = 0;"  # written for every server, known since 17
PREAMBLE_LINES = 60


@dataclass(slots=True)
class Restored:
    """What was restored, and what is not as it was."""

    findings: list[str] = field(default_factory=list)
    migrated: bool = False
    events: int = 0


def refuse_full_folder(var: Path, whole: Path) -> None:
    """Refuse a folder in which something lives, unless this very backup is on its way into it."""
    note = var / NOTE
    if note.exists():
        if note.read_text() != manifest.digest(whole / manifest.FILE):
            raise BootstrapError(f"{var} holds the beginning of another restore: name an empty folder.", 1)
        return
    living = [name for name in ("files", "anchors") if any((var / name).glob("[!.]*"))]
    if (var / "pg/data").exists() and not (var / "secrets.json").exists():
        living.append("pg/data")
    if living:
        raise BootstrapError(
            f"{var} is not empty ({', '.join(living)}): a restore writes over nothing. Name an empty folder in "
            "MOTCUA_VAR.",
            1,
        )


def refuse_full_database(home: Home) -> None:
    """Refuse a database that has tables, unless a restore into it was interrupted."""
    with rows.connected(database.addresses(home).owner) as connection:
        if rows.tables(connection) and not (home.var / NOTE).exists():
            raise BootstrapError(
                f"The database '{connection.info.dbname}' is not empty: a restore writes over nothing.", 1
            )


def refuse_newer(whole: Manifest) -> None:
    """Refuse a backup that was made by a newer version than this one."""
    for applied in _ours(whole):
        app, _, name = applied.partition(".")
        if (PACKAGE / app).is_dir() and not (PACKAGE / app / "migrations" / f"{name}.py").exists():
            raise BootstrapError(
                f"The backup was made by Motcua {whole.version}, which knows {applied}: install that version.",
                4,
            )


def _ours(whole: Manifest) -> list[str]:
    """Name the applied migrations by the folders of their rooms; one room's label tells it from Django's own."""
    return [applied.removeprefix("motcua_") for applied in whole.migrations]


def restore(home: Home, source: Path, whole: Manifest, *, quiet: bool) -> Restored:
    """Restore everything and prove it."""
    done = Restored()
    (home.var / NOTE).write_text(manifest.digest(source / manifest.FILE))
    _files(home, source, whole, quiet)
    for name in whole.parts:
        if name.startswith("anchors/"):
            files.copy_new(source / name, home.var / name)
    os.sync()
    _database(home, source / whole.database, whole, quiet)
    done.findings += [f"files/{folder}: was missing when the backup was made" for folder in whole.missing]
    done.findings += _rows(home, whole)
    done.findings += _bytes(home, source, whole, quiet)
    done.migrated = _migrate(whole)
    done.events, altered = _ledger(quiet)
    done.findings += altered
    if not done.findings:
        (home.var / NOTE).unlink()
    return done


def _files(home: Home, source: Path, whole: Manifest, quiet: bool) -> None:
    with Progress("files", total=whole.files, quiet=quiet) as step:
        for line in files.lines(source / whole.index):
            step.advance()
            if (source / "files" / line.path).is_file():
                files.copy_new(source / "files" / line.path, home.var / "files" / line.path)


def _database(home: Home, dump: Path, whole: Manifest, quiet: bool) -> None:
    """Read the dump back as the owner, all or nothing."""
    url = database.addresses(home).owner
    with rows.connected(url) as connection:
        server = connection.info.server_version // 10000
        if rows.tables(connection):
            return
    reader = programs.find(home, "pg_restore", whole.programs)
    writer = programs.beside(reader, home, "psql", whole.programs)
    with Progress("database", quiet=quiet), tempfile.NamedTemporaryFile("w") as chosen:
        listed = subprocess.run(
            [str(reader), "--list", str(dump)], capture_output=True, text=True, check=False
        )
        if listed.returncode != 0:
            raise BootstrapError(f"The dump cannot be read: {programs.complaint(listed.stderr)}", 4)
        chosen.writelines(
            line
            for line in listed.stdout.splitlines(keepends=True)
            if not any(word in line for word in LEFT_OUT)
        )
        chosen.flush()
        _pipe([str(reader), "--use-list", chosen.name, "--file", "-", str(dump)], writer, url, server)


def _pipe(read: list[str], writer: Path, url: str, server: int) -> None:
    """Let psql run what pg_restore says, without the one setting that an older server does not know."""
    words = (
        "--no-psqlrc",
        "--quiet",
        "--single-transaction",
        "--set",
        "ON_ERROR_STOP=1",
        "--output",
        os.devnull,
    )
    command, env = programs.order(writer, url, *words)
    with (
        tempfile.TemporaryFile("w+") as errors,
        subprocess.Popen(read, stdout=subprocess.PIPE, stderr=errors) as reading,
        subprocess.Popen(command, env=env, stdin=subprocess.PIPE, stderr=errors) as writing,
    ):
        said, told = cast(IO[bytes], reading.stdout), cast(IO[bytes], writing.stdin)
        try:
            told.writelines(f"{statement};\n".encode() for statement in WITHOUT_DEFAULTS)
            for number, line in enumerate(said):
                if number > PREAMBLE_LINES or server >= 17 or line.strip() != NEW_SETTING:
                    told.write(line)
            # A dump that breaks off is never committed: psql commits at the end of its input, so that end is not given.
            if reading.wait() != 0:
                writing.kill()
            told.close()
        except BrokenPipeError:
            reading.kill()
        if reading.wait() != 0 or writing.wait() != 0:
            errors.seek(0)
            raise BootstrapError(f"The database could not be restored: {programs.complaint(errors.read())}")


def _rows(home: Home, whole: Manifest) -> list[str]:
    """Compare the counts of all tables and the ends of all chains with the manifest."""
    with rows.connected(database.addresses(home).owner) as connection:
        found, heads = rows.counts(connection), rows.heads(connection)
    odd = [
        f"table {name}: {found.get(name, 0)} rows, {whole.tables.get(name, 0)} were copied"
        for name in sorted({*found, *whole.tables})
        if found.get(name) != whole.tables.get(name)
    ]
    return odd + [
        f"ledger: chain {chain} does not end where it ended"
        for chain in sorted({*heads, *whole.heads})
        if heads.get(chain) != whole.heads.get(chain)
    ]


def _bytes(home: Home, source: Path, whole: Manifest, quiet: bool) -> list[str]:
    """Read every file where it now lies; every row must have its bytes with its hash."""
    place, odd = home.var / "files", []
    with Progress("files proven", total=whole.files, quiet=quiet) as step:
        for line, problem in files.damaged(place, files.lines(source / whole.index)):
            step.advance()
            odd += [f"files/{line.path} {problem}"] if problem else []
    known = files.Known(files.lines(source / whole.index))
    with rows.connected(database.addresses(home).owner) as connection:
        for one in rows.named(connection):
            copy = known.find(f"{one.folder}/{files.ORIGINAL}")
            if one.folder not in whole.missing and (copy is None or copy.sha256 != one.sha256):
                odd.append(f"files/{one.folder}: the bytes are not those of its row")
    return odd


def _migrate(whole: Manifest) -> bool:
    """Bring the tables of an older backup to the shape of this version."""
    known = {f"{path.parents[1].name}.{path.stem}" for path in PACKAGE.glob("*/migrations/[0-9]*.py")}
    if known <= set(_ours(whole)):
        return False
    done = _motcua("migrate")
    if done.returncode != 0:
        raise BootstrapError(f"The tables could not be brought to this version: {done.stderr.strip()}")
    return True


def _ledger(quiet: bool) -> tuple[int, list[str]]:
    with Progress("ledger", quiet=quiet):
        done = _motcua("verify-ledger", "--json")
    try:
        said = json.loads(done.stdout)
    except ValueError:
        raise BootstrapError(f"The ledger could not be verified: {programs.complaint(done.stderr)}") from None
    return said["events"], [
        f"ledger: {one['kind']} {one['where']}: {one['reason']}" for one in said["findings"]
    ]


def _motcua(*words: str) -> "subprocess.CompletedProcess[str]":
    """Run another subcommand: it stands on Django, whose settings are read once a process."""
    return subprocess.run(
        [sys.executable, "-m", "motcua.commands", *words], capture_output=True, text=True, check=False
    )
