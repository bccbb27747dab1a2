"""A file that arrives in pieces: bounded like a whole one from its first piece, and checked like one at its last."""

from collections.abc import Callable
from datetime import datetime
from uuid import UUID

from django.db.models import QuerySet

from motcua.dossiers.models import Document, DraftFile
from motcua.dossiers.rules.completeness import DOSSIER_LIMIT, FILE_LIMIT, room_for
from motcua.kernel.actors import Actor
from motcua.papers.errors import Refused
from motcua.papers.parts import Piece, arriving
from motcua.papers.sizes import refuse_too_big

Attach = Callable[..., DraftFile | Document]
Files = QuerySet[DraftFile] | QuerySet[Document]


def keep_piece(
    *, place: UUID, component: int, piece: Piece, files: Files, attach: Attach, by: Actor, at: datetime
) -> int | None:
    """Add a piece to what is kept of its file; `attach` takes the whole. The caller has checked that `by` may.

    `files` are those the place has already. None: the file is among them now. Raises OutOfStep, Refused.
    """
    refuse_too_big(piece.size, FILE_LIMIT)
    with arriving(place, component, piece, most=DOSSIER_LIMIT) as part:
        became = part.became()
        if became and files.filter(id=became).exists():
            return None
        if piece.offset == 0:
            _refuse_too_much(piece, files)
        part.add(piece)
        if part.have < piece.size:
            return part.have
        part.stream.seek(0)
        try:
            made = attach(stream=part.stream, component=component, name=piece.name, by=by, at=at)
        except Refused:
            part.settle(None)
            raise
        part.settle(made.id)
    return None


def _refuse_too_much(piece: Piece, files: Files) -> None:
    problem = room_for(piece.size, list(files.values_list("file__size", flat=True)))
    if problem:
        raise Refused(problem, "too_much")
