"""What the owner does with a filed dossier: answer a supplement request, withdraw; and the officer's answer to that."""

from datetime import datetime
from functools import partial
from typing import BinaryIO
from uuid import UUID

from motcua.dossiers import events
from motcua.dossiers.errors import Incomplete, NotFound
from motcua.dossiers.models import Document, Dossier, Hold
from motcua.dossiers.operations.begin import doing
from motcua.dossiers.operations.pieces import keep_piece
from motcua.dossiers.queries.standing import standing_of
from motcua.dossiers.rules.completeness import FILE_LIMIT, room_for
from motcua.dossiers.rules.holds import HoldKind
from motcua.dossiers.rules.permits import may_do
from motcua.dossiers.rules.texts import require_reason
from motcua.dossiers.rules.workflow import Act
from motcua.kernel.actors import Actor
from motcua.kernel.ids import uuid7
from motcua.kernel.words import mark
from motcua.ledger.acts import act
from motcua.papers.errors import Refused
from motcua.papers.operations import store
from motcua.papers.parts import Piece


def attach_answer(
    *,
    dossier_id: UUID,
    component: int,
    stream: BinaryIO,
    name: str,
    by: Actor,
    at: datetime,
    holds_secret: bool = False,
) -> Document:
    """Put a file with the answer being prepared; it is the agency's only once the answer is sent."""
    _answerable(dossier_id, by, holds_secret)
    file = store(stream=stream, name=name, by=by, at=at, limit=FILE_LIMIT)
    with act(by=by, at=at):
        hold = _answerable(dossier_id, by, holds_secret, lock=True)
        if not hold.items.filter(component=component).exists():
            raise Refused(mark("Giấy tờ này không nằm trong danh sách được yêu cầu bổ sung."), "not_asked")
        given = hold.documents.filter(taken_out_at=None)
        problem = room_for(file.size, list(given.values_list("file__size", flat=True)))
        if problem:
            raise Refused(problem, "too_much")
        return Document.objects.create(
            id=uuid7(at),
            dossier_id=dossier_id,
            kind="supplement",
            component=component,
            file=file,
            hold=hold,
            added_at=at,
        )


def attach_answer_piece(
    *, dossier_id: UUID, component: int, piece: Piece, by: Actor, at: datetime, holds_secret: bool = False
) -> int | None:
    """Keep a further piece of a file for the answer, as `drafting.attach_piece` does for a draft."""
    hold = _answerable(dossier_id, by, holds_secret)
    return keep_piece(
        place=hold.id,
        component=component,
        piece=piece,
        files=hold.documents.filter(taken_out_at=None),
        attach=partial(attach_answer, dossier_id=dossier_id, holds_secret=holds_secret),
        by=by,
        at=at,
    )


def _answerable(dossier_id: UUID, by: Actor, holds_secret: bool, *, lock: bool = False) -> Hold:
    """Give the open supplement request that this person may answer. Raises NotFound for anybody else."""
    rows = Dossier.objects.select_for_update() if lock else Dossier.objects.all()
    dossier = rows.filter(id=dossier_id).first()
    if dossier is None or not may_do(
        by, Act.ANSWER_SUPPLEMENT, standing_of(dossier), holds_secret=holds_secret
    ):
        raise NotFound
    return dossier.holds.get(kind=HoldKind.SUPPLEMENT, lifted_at=None)


def take_out_answer(
    *, dossier_id: UUID, document_id: UUID, by: Actor, at: datetime, holds_secret: bool = False
) -> None:
    """Take a file out of an answer that has not been sent."""
    with act(by=by, at=at):
        hold = _answerable(dossier_id, by, holds_secret, lock=True)
        hold.documents.filter(id=document_id, sent_at=None, taken_out_at=None).update(taken_out_at=at)


def answer_supplement(
    *, dossier_id: UUID, seen: int, by: Actor, at: datetime, holds_secret: bool = False
) -> Dossier:
    """Send the answer: every item has a file. The clock runs again."""
    with doing(
        what=Act.ANSWER_SUPPLEMENT, dossier_id=dossier_id, seen=seen, by=by, at=at, holds_secret=holds_secret
    ) as it:
        hold = it.lift(HoldKind.SUPPLEMENT)
        files = list(hold.documents.filter(sent_at=None, taken_out_at=None))
        given = {document.component for document in files}
        missing = [
            (f"component-{item.component}", mark("Chưa có tệp nào cho giấy tờ này."))
            for item in hold.items.all()
            if item.component not in given
        ]
        if missing:
            raise Incomplete(missing)
        hold.documents.filter(sent_at=None, taken_out_at=None).update(sent_at=at)
        it.write()
        due = it.dossier.due_at.isoformat() if it.dossier.due_at else None
        it.deed.record(
            events.SupplementAnswered(
                **it.subject, hold_id=hold.id, files=tuple(one.file_id for one in files), due_at=due
            )
        )
    return it.dossier


def ask_withdrawal(
    *, dossier_id: UUID, seen: int, reason: str = "", by: Actor, at: datetime, holds_secret: bool = False
) -> Dossier:
    """Ask to withdraw; the agency answers, and nothing else moves meanwhile."""
    with doing(
        what=Act.ASK_WITHDRAWAL, dossier_id=dossier_id, seen=seen, by=by, at=at, holds_secret=holds_secret
    ) as it:
        hold = it.place(HoldKind.WITHDRAWAL, reason.strip())
        it.write()
        it.deed.record(events.WithdrawalAsked(**it.subject, hold_id=hold.id))
    return it.dossier


def accept_withdrawal(*, dossier_id: UUID, seen: int, by: Actor, at: datetime) -> Dossier:
    """Let the owner withdraw: handling stops."""
    with doing(what=Act.ACCEPT_WITHDRAWAL, dossier_id=dossier_id, seen=seen, by=by, at=at) as it:
        for hold in it.dossier.holds.filter(lifted_at=None):
            it.lift(HoldKind(hold.kind))
        it.dossier.ended_at = at
        it.write("ended_at")
        it.deed.record(events.DossierStopped(**it.subject, remark_id=None, text_sha256=None, why="withdrawn"))
    return it.dossier


def decline_withdrawal(*, dossier_id: UUID, seen: int, reason: str, by: Actor, at: datetime) -> Dossier:
    """Go on with the dossier and say why."""
    require_reason(reason)
    with doing(what=Act.DECLINE_WITHDRAWAL, dossier_id=dossier_id, seen=seen, by=by, at=at) as it:
        hold = it.lift(HoldKind.WITHDRAWAL)
        remark_id, digest = it.remark("withdrawal_declined", reason, public=True)
        it.write()
        it.deed.record(
            events.WithdrawalDeclined(**it.subject, hold_id=hold.id, remark_id=remark_id, text_sha256=digest)
        )
    return it.dossier
