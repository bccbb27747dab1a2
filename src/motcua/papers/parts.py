"""The beginning of a file that arrives in pieces over a weak line, kept until it is whole or a day has passed.

It lies at `parts/<place>/<digest>` under the files' root; `place` is the draft or answer it is for, and the room
that owns the place decides who may add to it. Once the file is whole, a mark remembers for the same day what came
of it: an answer that was lost on its way is given again, and nothing is kept twice.
"""

import fcntl
import os
import shutil
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from hashlib import sha256
from pathlib import Path
from typing import BinaryIO
from uuid import UUID

from django.conf import settings

from motcua.papers.orphans import disk_clock

_FOLDER, _MARK = "parts", ".done"
_DAY = 24 * 3600.0


class OutOfStep(Exception):
    """The piece does not follow what is kept; `have` says where to go on."""

    def __init__(self, have: int) -> None:
        super().__init__(f"{have} bytes are kept")
        self.have = have


@dataclass(frozen=True, kw_only=True)
class Piece:
    """A piece of a file: what its sender calls the file, the size of the whole, and where the piece begins."""

    key: str
    name: str
    size: int
    offset: int
    data: bytes


@dataclass(frozen=True)
class Part:
    """What is kept of a file so far, held alone."""

    path: Path
    stream: BinaryIO

    @property
    def have(self) -> int:
        """Give how many bytes are kept."""
        return os.fstat(self.stream.fileno()).st_size

    def add(self, piece: Piece) -> None:
        """Append a piece, durably. Raises OutOfStep for one that was sent before or does not fit."""
        have = self.have
        if piece.offset != have or have + len(piece.data) > piece.size:
            raise OutOfStep(have)
        self.stream.write(piece.data)
        self.stream.flush()
        os.fsync(self.stream.fileno())

    def became(self) -> UUID | None:
        """Tell what came of the file when it was whole, if that was today."""
        mark = _mark(self.path)
        return UUID(mark.read_text()) if mark.exists() else None

    def settle(self, made: UUID | None) -> None:
        """Let go of the bytes; remember what came of them, if anything did."""
        self.path.unlink(missing_ok=True)
        if made is None:
            _mark(self.path).unlink(missing_ok=True)
        else:
            _mark(self.path).write_text(str(made))


@contextmanager
def arriving(place: UUID, component: int, piece: Piece, *, most: int) -> Iterator[Part]:
    """Hold what is kept of a file, alone; older beginnings make room where the place would hold more than `most`."""
    told = f"{component}\n{piece.size}\n{piece.name}\n{piece.key}"
    path = Path(settings.FILES_ROOT) / _FOLDER / str(place) / sha256(told.encode()).hexdigest()
    path.parent.mkdir(parents=True, exist_ok=True)
    _make_room(path, most - piece.size)
    with _alone(path) as stream:
        part = Part(path, stream)
        try:
            yield part
        finally:
            if not part.have:
                path.unlink(missing_ok=True)


def sweep() -> int:
    """Remove the places that nothing has come to for a day; gives how many."""
    root = Path(settings.FILES_ROOT) / _FOLDER
    if not root.exists():
        return 0
    moment = disk_clock(root.parent)
    old = [folder for folder in root.iterdir() if moment - _changed(folder) > _DAY]
    for folder in old:
        shutil.rmtree(folder, ignore_errors=True)
    return len(old)


@contextmanager
def _alone(path: Path) -> Iterator[BinaryIO]:
    """Lock the file; one that was let go of while we waited is opened anew."""
    while True:
        with path.open("a+b") as stream:
            fcntl.flock(stream, fcntl.LOCK_EX)
            if os.fstat(stream.fileno()).st_nlink:
                yield stream
                return


def _make_room(path: Path, room: int) -> None:
    for one in sorted(path.parent.iterdir(), key=_changed, reverse=True):
        if one == path:
            continue
        with suppress(FileNotFoundError):  # another request may have finished with it
            room -= one.stat().st_size
            if room < 0:
                one.unlink()


def _mark(path: Path) -> Path:
    return path.with_name(path.name + _MARK)


def _changed(path: Path) -> float:
    """Tell when a file was last changed, or the newest file of a folder."""
    newest = 0.0
    for one in (path, *(path.iterdir() if path.is_dir() else ())):
        with suppress(FileNotFoundError):
            newest = max(newest, one.stat().st_mtime)
    return newest
