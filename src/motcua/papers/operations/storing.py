"""Storing a file as it is uploaded, checked at once, and removing one again."""

import os
from datetime import datetime
from hashlib import sha256
from pathlib import Path
from typing import BinaryIO
from uuid import UUID

from django.db import transaction

from motcua.kernel.actors import Actor
from motcua.kernel.ids import uuid7
from motcua.papers import disk
from motcua.papers.baring import bare
from motcua.papers.checking import check
from motcua.papers.models import File
from motcua.papers.rules.kinds import PDF, Kind
from motcua.papers.rules.names import with_ending
from motcua.papers.sizes import LIMIT, refuse_too_big, too_big

_CHUNK = 256 * 1024


def store(*, stream: BinaryIO, name: str, by: Actor, at: datetime, limit: int = LIMIT) -> File:
    """Check and keep a file. When the row commits, the bytes are durable. Raises Refused."""
    file = prepare(stream=stream, name=name, by=by, at=at, limit=limit)
    file.save(force_insert=True)
    return file


def prepare(*, stream: BinaryIO, name: str, by: Actor, at: datetime, limit: int = LIMIT) -> File:
    """Check a file and make its bytes durable; the caller writes the row that is given, with its own. Raises Refused.

    Bytes whose row is never written are swept after a day, as after a crash.
    """
    size = _size_told(stream)
    if size is not None:
        refuse_too_big(size, limit)
    file_id = uuid7(at)
    with disk.writing(file_id) as (target, path):
        _copy(stream, target, limit)
        checked = check(path)
        if checked.kind is not PDF:
            _make_bare(target, checked.kind)
        digest, size = _digest(path)
    return File(
        id=file_id,
        name=with_ending(name, checked.kind.ending),
        media_type=checked.kind.media_type,
        size=size,
        sha256=digest,
        uploaded_by_kind=by.kind,
        uploaded_by_id=by.id,
        uploaded_at=at,
        pages=checked.pages,
    )


def discard(*, file_id: UUID, by: Actor, at: datetime) -> None:
    """Remove the bytes of a file that was never filed; the owning room has decided that `by` may."""
    del by, at
    if File.objects.filter(id=file_id).exclude(state="gone").update(state="gone"):
        transaction.on_commit(lambda: disk.remove(file_id))


def _copy(stream: BinaryIO, target: BinaryIO, limit: int) -> None:
    total = 0
    while chunk := stream.read(_CHUNK):
        total += len(chunk)
        if total > limit:
            raise too_big(None, limit)
        target.write(chunk)
    target.flush()


def _make_bare(target: BinaryIO, kind: Kind) -> None:
    """Take the metadata out of a photo before it is kept: where it was taken is nobody's business."""
    target.seek(0)
    left = bare(target.read(), kind)
    target.seek(0)
    target.truncate()
    target.write(left)
    target.flush()


def _digest(path: Path) -> tuple[bytes, int]:
    content = sha256()
    with path.open("rb") as stream:
        while chunk := stream.read(_CHUNK):
            content.update(chunk)
        return content.digest(), stream.tell()


def _size_told(stream: BinaryIO) -> int | None:
    """Ask the stream for its size, when it knows it before it is read."""
    told = getattr(stream, "size", None)
    if isinstance(told, int):
        return told
    if not stream.seekable():
        return None
    here = stream.tell()
    size = stream.seek(0, os.SEEK_END) - here
    stream.seek(here)
    return size
