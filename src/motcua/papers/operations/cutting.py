"""Making one PDF of some pages of another that is kept."""

from collections.abc import Sequence
from datetime import datetime
from hashlib import sha256
from uuid import UUID

import pikepdf

from motcua.kernel.actors import Actor
from motcua.kernel.ids import derived
from motcua.papers import disk, pdfs
from motcua.papers.models import File
from motcua.papers.rules.names import with_ending


def cut(*, file: File, pages: Sequence[int], name: str, by: Actor, at: datetime) -> File:
    """Make a PDF of these pages of a PDF made here; the same pages give the same row, however often."""
    made_id = derived(file.id, "cut", *(str(page) for page in pages))
    known = File.objects.filter(id=made_id).first()
    if known is not None:
        return known
    digest, size = _write(made_id, file, pages)
    return File.objects.create(
        id=made_id,
        name=with_ending(name, "pdf"),
        media_type="application/pdf",
        size=size,
        sha256=digest,
        uploaded_by_kind=by.kind,
        uploaded_by_id=by.id,
        uploaded_at=at,
        state="ready",
        pages=len(pages),
    )


def _write(made_id: UUID, file: File, pages: Sequence[int]) -> tuple[bytes, int]:
    with pdfs.opened(disk.path_of(file.id)) as source, pikepdf.Pdf.new() as made:
        for page in pages:
            made.pages.append(source.pages[page])
        with disk.writing(made_id) as (target, path):
            made.save(target, object_stream_mode=pikepdf.ObjectStreamMode.generate)
            target.flush()
            written = path.read_bytes()
            return sha256(written).digest(), len(written)
