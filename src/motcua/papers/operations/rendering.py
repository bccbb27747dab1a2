"""Making one readable PDF of the files of one paper; done by the worker, never while somebody waits."""

from collections.abc import Sequence
from datetime import datetime
from hashlib import sha256
from uuid import UUID

from motcua.kernel.actors import Actor
from motcua.kernel.ids import derived
from motcua.papers import disk
from motcua.papers.composing import Unreadable, compose
from motcua.papers.errors import Gone
from motcua.papers.models import File
from motcua.papers.rules.names import safe_name

_CHUNK = 256 * 1024


def render_pdf(*, files: Sequence[File], by: Actor, at: datetime) -> File:
    """Make one PDF of photos and PDFs in their order. The same files give the same row, however often.

    Raises Refused after noting on the file that cannot be read why; raises Gone when one is no longer kept.
    """
    ids = [one.id for one in files]
    made_id = derived(ids[0], "readable", *(one.hex for one in ids))
    made = File.objects.filter(id=made_id).first()
    if made is not None:
        return made
    if any(one.state == "gone" for one in files):
        raise Gone
    File.objects.filter(id__in=ids).update(state="converting", problem="")
    try:
        pages, digest, size = _write(made_id, files)
    except Unreadable as failure:
        File.objects.filter(id__in=ids).update(state="stored")
        File.objects.filter(id=ids[failure.position]).update(state="failed", problem=str(failure.refused))
        raise failure.refused from failure
    made = File.objects.create(
        id=made_id,
        name=safe_name(f"{_stem(files[0].name)}.pdf"),
        media_type="application/pdf",
        size=size,
        sha256=digest,
        uploaded_by_kind=by.kind,
        uploaded_by_id=by.id,
        uploaded_at=at,
        state="ready",
        pages=pages,
    )
    File.objects.filter(id__in=ids).update(state="ready")
    return made


def _write(made_id: UUID, files: Sequence[File]) -> tuple[int, bytes, int]:
    sources = [(disk.path_of(one.id), one.is_pdf) for one in files]
    with disk.writing(made_id) as (target, path):
        pages = compose(sources, target)
        target.flush()
        content = sha256()
        with path.open("rb") as written:
            while chunk := written.read(_CHUNK):
                content.update(chunk)
            return pages, content.digest(), written.tell()


def _stem(name: str) -> str:
    stem, dot, _ = name.rpartition(".")
    return stem if dot else name
