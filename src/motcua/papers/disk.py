"""Where the bytes lie: `<yyyy>/<mm>/<id>/<variant>`, written so that they survive a power cut."""

import os
import shutil
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import BinaryIO
from uuid import UUID

from django.conf import settings

from motcua.kernel.ids import moment_of

ORIGINAL = "original"


def folder_of(file_id: UUID) -> Path:
    """Give the folder of a file; the month is the one its key carries, in UTC."""
    moment = moment_of(file_id)
    return Path(settings.FILES_ROOT) / f"{moment:%Y}" / f"{moment:%m}" / str(file_id)


def path_of(file_id: UUID, variant: str = ORIGINAL) -> Path:
    """Give the path of one variant of a file."""
    if not (variant.isascii() and variant.isalnum()):
        raise ValueError("a variant is one plain word")
    return folder_of(file_id) / variant


@contextmanager
def writing(file_id: UUID, variant: str = ORIGINAL) -> Iterator[tuple[BinaryIO, Path]]:
    """Write a variant under a temporary name; at the end it takes its name and is made durable.

    The name comes first: then one settling of the disk's journal covers bytes and names, not two. No row knows
    the file yet, so a crash between leaves only an orphan. Whatever goes wrong inside, nothing is left of the
    file, nor of a folder that held nothing else.
    """
    target = path_of(file_id, variant)
    folder = target.parent
    new = _make(folder)
    part = folder / f".{variant}.{os.getpid()}.part"
    try:
        with part.open("w+b") as stream:
            yield stream, part
            stream.flush()
            part.rename(target)
            os.fsync(stream.fileno())
        for one in (folder, *new):
            _settle(one)
    except BaseException:
        for one in (part, target):
            one.unlink(missing_ok=True)
        if new and not any(folder.iterdir()):
            folder.rmdir()
        raise


def remove(file_id: UUID) -> None:
    """Remove a file with all its variants, if it is there."""
    shutil.rmtree(folder_of(file_id), ignore_errors=True)


def _make(folder: Path) -> list[Path]:
    """Make a folder and give the parents that gained an entry, the nearest first."""
    gained = []
    missing = folder
    while not missing.exists():
        gained.append(missing.parent)
        missing = missing.parent
    folder.mkdir(parents=True, exist_ok=True)
    return gained


def _settle(folder: Path) -> None:
    handle = os.open(folder, os.O_RDONLY | os.O_DIRECTORY)
    try:
        os.fsync(handle)
    finally:
        os.close(handle)
