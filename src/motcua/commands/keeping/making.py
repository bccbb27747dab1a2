"""Makes a backup: files, database, files again, keys apart, and last of all the manifest.

Bytes are durable before the row that names them commits, so every file of the snapshot exists when it is taken;
the database therefore goes before the last copying, never after it: else rows would name files that the copy has not
seen. The first copying does the bulk while nothing waits for it: between snapshot and last copying lie minutes, and
only what is discarded in these can be missed. The dump is whole or not at all; files go on where an interrupted
backup stopped. The manifest of the earlier backup stays true until it is replaced, because dump and index have names
of their own.
"""

import os
import subprocess
import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from datetime import datetime
from importlib import metadata
from pathlib import Path

from psycopg import Connection

from motcua.bootstrap import database
from motcua.bootstrap.errors import BootstrapError
from motcua.bootstrap.home import Home
from motcua.bootstrap.locks import only_one
from motcua.commands.keeping import files, keys, manifest, programs, rows
from motcua.commands.keeping.manifest import Manifest, Part
from motcua.commands.keeping.rows import Named
from motcua.commands.progress import Progress

MARK = ".motcua-backup"
MEGABYTE = 1024 * 1024
POLL_SECONDS = 0.2


@dataclass(slots=True)
class Made:
    """What one backup did."""

    manifest: Manifest
    copied: int = 0
    findings: list[str] = field(default_factory=list)


@dataclass(frozen=True, slots=True)
class Moment:
    """What the snapshot said."""

    tables: dict[str, int]
    heads: dict[str, list[int | str]]
    anchors: list[str]
    migrations: list[str]
    server: int
    programs: int


def make(home: Home, to: Path, *, keys_to: Path | None, at: datetime, quiet: bool = False) -> Made:
    """Make a backup, or bring the one in this folder up to date."""
    _refuse_places(home, to, keys_to)
    with _private():
        to.mkdir(parents=True, exist_ok=True)
        with only_one(to / MARK, f"Another backup is being written to {to}."):
            return _make(home, to, keys_to, at, quiet)


@contextmanager
def _private() -> Iterator[None]:
    """Let nobody else read what is written meanwhile, by us or by pg_dump, whatever the folder's own rights are."""
    before = os.umask(0o077)
    try:
        yield
    finally:
        os.umask(before)


def _make(home: Home, to: Path, keys_to: Path | None, at: datetime, quiet: bool) -> Made:
    before = manifest.read(to) if (to / manifest.FILE).exists() else None
    known = to / before.index if before else to / "no index yet"
    stamp = f"{at:%Y%m%dT%H%M%S%f}"
    dump, index, wanted = to / f"database-{stamp}.dump", to / f"files-{stamp}.tsv", to / f".rows-{stamp}"
    _refuse_stranger(home, before)
    copied = _copy_ahead(home, to, before, wanted, quiet)
    moment = _dump(home, dump, wanted, quiet)
    made = _index(home, to, known, wanted, index, quiet)
    parts = {path.name: manifest.part(path) for path in (dump, index)} | _anchors(home, to, moment)
    if keys_to:
        keys.write(keys_to, home.secrets)
    whole = Manifest(
        made_at=at.isoformat(timespec="seconds"),
        version=metadata.version("motcua"),
        server=moment.server,
        programs=moment.programs,
        database=dump.name,
        index=index.name,
        parts=parts,
        tables=moment.tables,
        heads=moment.heads,
        anchors=len(moment.anchors),
        files=made.files,
        bytes=made.bytes,
        keys=keys.proofs(home.secrets),
        migrations=moment.migrations,
        missing=made.missing,
    )
    manifest.write(to, whole)
    _tidy(to, whole)
    return Made(whole, copied + made.copied, made.findings)


def _refuse_places(home: Home, to: Path, keys_to: Path | None) -> None:
    """Refuse folders in which a backup would be lost with what it saves, or its keys found with what they open."""
    if to.is_relative_to(home.var.resolve()):
        raise BootstrapError(
            f"{to} lies in {home.var} itself and would be lost with it: name another folder.", 2
        )
    if keys_to and (keys_to.is_relative_to(to) or to.is_relative_to(keys_to)):
        raise BootstrapError(
            "The keys must not lie with what they open: name a --keys folder apart from --to.", 2
        )
    if to.is_dir() and any(to.iterdir()) and not (to / MARK).exists():
        raise BootstrapError(f"{to} holds other things and no backup: name an empty folder.", 1)


def _refuse_stranger(home: Home, before: Manifest | None) -> None:
    """Refuse to replace the backup of another installation: a good copy is never lost to an empty database."""
    if before and keys.INDEX in keys.differing(before.keys, home.secrets):
        raise BootstrapError("This folder holds the backup of another installation: name another folder.", 1)


def _copy_ahead(home: Home, to: Path, before: Manifest | None, wanted: Path, quiet: bool) -> int:
    """Copy the bulk of the files while nothing waits for it."""
    with rows.connected(database.addresses(home).owner) as connection:
        if before and not rows.continues(connection, before.heads):
            raise BootstrapError(
                "The database does not go on from the ledger of the backup in this folder (an older state was "
                "restored, or it is another database): name another folder, so that the backup is not lost.",
                1,
            )
        rows.note_named(connection, wanted)
    copied = 0
    with Progress("files", quiet=quiet) as step:
        for one in rows.noted(wanted):
            copied += files.copy_folder(home.var / "files", to / "files", one)
            step.advance()
    return copied


def _dump(home: Home, dump: Path, wanted: Path, quiet: bool) -> Moment:
    """Dump the database and note what it says of itself, both in the same moment."""
    url = database.addresses(home).owner
    with rows.snapshot(url) as (connection, name):
        server = connection.info.server_version
        program = programs.find(home, "pg_dump", server // 10000)
        words = ["--format=custom", "--snapshot", name, "--file", str(dump)]
        command, env = programs.order(program, url, *words)
        with subprocess.Popen(
            command, env=env, stdin=subprocess.DEVNULL, stderr=subprocess.PIPE, text=True
        ) as child:
            try:
                moment = _note(connection, wanted, server, programs.major(program))
                _wait(child, dump, quiet)
            except BaseException:
                child.kill()
                raise
    return moment


def _note(connection: Connection, wanted: Path, server: int, major: int) -> Moment:
    rows.note_named(connection, wanted)
    return Moment(
        tables=rows.counts(connection),
        heads=rows.heads(connection),
        anchors=rows.anchor_days(connection),
        migrations=rows.migrations(connection),
        server=server,
        programs=major,
    )


def _wait(child: "subprocess.Popen[str]", dump: Path, quiet: bool) -> None:
    with Progress("database (MB)", quiet=quiet) as step:
        while child.poll() is None:
            time.sleep(POLL_SECONDS)
            step.reach(_megabytes(dump))
        step.reach(_megabytes(dump))
        if child.returncode != 0:
            said = child.stderr.read() if child.stderr else ""
            raise BootstrapError(f"The database could not be copied: {programs.complaint(said)}")


def _megabytes(path: Path) -> int:
    return -(-path.stat().st_size // MEGABYTE) if path.exists() else 0


@dataclass(slots=True)
class _Listed:
    files: int = 0
    bytes: int = 0
    copied: int = 0
    missing: list[str] = field(default_factory=list)
    findings: list[str] = field(default_factory=list)


def _index(home: Home, to: Path, known: Path, wanted: Path, index: Path, quiet: bool) -> _Listed:
    """Copy what came since, hold each original against its row, and list what is there."""
    made, before = _Listed(), files.Known(files.lines(known))
    with index.open("w", encoding="utf-8") as out, Progress("files proven", quiet=quiet) as step:
        for one in rows.noted(wanted):
            made.copied += files.copy_folder(home.var / "files", to / "files", one)
            found = list(files.listed(to / "files", one, before))
            for line in found:
                out.write(line.text())
                made.files += 1
                made.bytes += line.size
                step.advance()
            _judge(home, one, found, made)
    wanted.unlink()
    return made


def _judge(home: Home, one: Named, found: list[files.Line], made: _Listed) -> None:
    original = next((line for line in found if line.path.endswith(f"/{files.ORIGINAL}")), None)
    if original is None:
        made.missing.append(one.folder)
        made.findings.append(f"files/{one.folder}: a row names it, but its bytes are nowhere")
    elif original.sha256 != one.sha256:
        made.findings.append(f"files/{original.path}: its bytes are not those that were stored")
    elif files.spoilt(home.var / "files", one, original):
        made.findings.append(f"files/{original.path}: damaged in its place; the good copy is kept")


def _anchors(home: Home, to: Path, moment: Moment) -> dict[str, Part]:
    """Copy the anchors that the snapshot knows; one made since would accuse the copy of a gap."""
    parts = {}
    for day in moment.anchors:
        name = f"anchors/{day}.json"
        if (home.var / name).exists():
            files.copy_new(home.var / name, to / name)
        if (to / name).exists():
            parts[name] = manifest.part(to / name)
    return parts


def _tidy(to: Path, whole: Manifest) -> None:
    """Remove earlier dumps and indexes, and the papers whose time was over."""
    for old in [*to.glob("database-*.dump"), *to.glob("files-*.tsv"), *to.glob(".rows-*")]:
        if old.name not in (whole.database, whole.index):
            old.unlink()
    files.drop_others(to / "files", to / whole.index)
    for left in (to / "anchors").glob("*"):
        if f"anchors/{left.name}" not in whole.parts:
            left.unlink()
