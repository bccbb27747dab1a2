"""What officers do with a dossier on its way: receive, refuse, ask, hand over, assign, propose, approve, stop."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from motcua.accounts.queries import roles_on
from motcua.dossiers import events
from motcua.dossiers.errors import Incomplete
from motcua.dossiers.models import Dossier, Hold, Origin, SupplementItem
from motcua.dossiers.operations.begin import doing
from motcua.dossiers.queries.asking import askable_papers, term_of
from motcua.dossiers.rules.holds import HoldKind
from motcua.dossiers.rules.texts import REASON_AT_LEAST, require_reason
from motcua.dossiers.rules.workflow import AT_WORK, Act, Stage
from motcua.kernel.actors import Actor
from motcua.kernel.ids import uuid7
from motcua.kernel.words import mark
from motcua.kernel.worktime import ZONE


@dataclass(frozen=True, slots=True)
class Asked:
    """One thing asked for: the component of the closed list, its name, and what is wrong or missing."""

    component: int
    title: str
    reason: str


def receive(*, dossier_id: UUID, seen: int, by: Actor, at: datetime) -> Dossier:
    """Receive an online dossier: the clock starts and the owner gets a due date."""
    with doing(what=Act.RECEIVE, dossier_id=dossier_id, seen=seen, by=by, at=at) as it:
        it.dossier.received_at = at
        Origin.objects.filter(dossier=it.dossier).update(received_at=at)
        it.write("received_at")
        it.dossier.promised_at = it.dossier.due_at
        it.dossier.save(update_fields=["promised_at"])
        it.deed.record(events.DossierReceived(**it.subject, due_at=_iso(it.dossier.due_at)))
    return it.dossier


def refuse(*, dossier_id: UUID, seen: int, reason: str, by: Actor, at: datetime) -> Dossier:
    """Do not receive it, with the reason that the owner will read."""
    require_reason(reason)
    with doing(what=Act.REFUSE, dossier_id=dossier_id, seen=seen, by=by, at=at) as it:
        it.dossier.ended_at = at
        remark_id, digest = it.remark("refusal", reason, public=True)
        it.write("ended_at")
        it.deed.record(events.DossierRefused(**it.subject, remark_id=remark_id, text_sha256=digest))
    return it.dossier


def ask_supplement(
    *, dossier_id: UUID, seen: int, items: Sequence[Asked], note: str = "", by: Actor, at: datetime
) -> Hold:
    """Send one complete list of what is missing, per component; the clock stands still until it is answered.

    A paper is named as the closed list names it. One that belongs to another case is not asked for, and one that
    stands in no list only by `other_papers`, with the head's approval.
    """
    if not items:
        raise Incomplete([("items", mark("Cần nêu ít nhất một giấy tờ cần bổ sung."))])
    for index, item in enumerate(items):
        if len(item.reason.strip()) < REASON_AT_LEAST:
            raise Incomplete(
                [(f"reason-{index}", mark("Cần nêu rõ thiếu gì hoặc sai ở đâu để công dân hiểu được."))]
            )
    with doing(what=Act.ASK_SUPPLEMENT, dossier_id=dossier_id, seen=seen, by=by, at=at) as it:
        earlier = it.dossier.holds.filter(kind=HoldKind.SUPPLEMENT).count()
        names = askable_papers(it.dossier)
        if any(item.component not in names for item in items):
            raise Incomplete([("items", mark("Giấy tờ này không thuộc trường hợp của hồ sơ."))])
        hold = it.place(HoldKind.SUPPLEMENT, note, **term_of(it.dossier, at))
        rows = [
            SupplementItem(
                id=uuid7(at),
                hold=hold,
                component=item.component,
                title=names[item.component],
                reason=item.reason.strip(),
            )
            for item in items
        ]
        it.ask(hold, rows, times=earlier + 1)
    return hold


def transfer(*, dossier_id: UUID, seen: int, holder: UUID | None = None, by: Actor, at: datetime) -> Dossier:
    """Hand a received dossier to the specialised unit, to one officer if named."""
    return _hand_on(Act.TRANSFER, dossier_id, seen, holder, by, at)


def propose(*, dossier_id: UUID, seen: int, holder: UUID | None = None, by: Actor, at: datetime) -> Dossier:
    """Send the handled dossier up for approval."""
    return _hand_on(Act.PROPOSE, dossier_id, seen, holder, by, at)


def _hand_on(what: Act, dossier_id: UUID, seen: int, holder: UUID | None, by: Actor, at: datetime) -> Dossier:
    with doing(what=what, dossier_id=dossier_id, seen=seen, by=by, at=at) as it:
        if holder is not None:
            _colleague(holder, it.dossier, at)
        it.dossier.holder_id = holder
        it.write()
        it.deed.record(
            events.DossierTransferred(
                **it.subject, stage=str(it.dossier.stage), holder=str(holder) if holder else None
            )
        )
    return it.dossier


def assign(*, dossier_id: UUID, seen: int, holder: UUID, by: Actor, at: datetime) -> Dossier:
    """Give the dossier to one officer of the agency."""
    with doing(what=Act.ASSIGN, dossier_id=dossier_id, seen=seen, by=by, at=at) as it:
        _colleague(holder, it.dossier, at)
        it.dossier.holder_id = holder
        it.write()
        it.deed.record(events.DossierAssigned(**it.subject, holder=str(holder)))
    return it.dossier


def approve(*, dossier_id: UUID, seen: int, by: Actor, at: datetime) -> Dossier:
    """Approve the decision; the result can be issued."""
    with doing(what=Act.APPROVE, dossier_id=dossier_id, seen=seen, by=by, at=at) as it:
        it.dossier.holder_id = None
        it.write()
        it.deed.record(events.DossierApproved(**it.subject))
    return it.dossier


def send_back(*, dossier_id: UUID, seen: int, reason: str, by: Actor, at: datetime) -> Dossier:
    """Send it back a step, with a reason for the colleague."""
    require_reason(reason)
    with doing(what=Act.SEND_BACK, dossier_id=dossier_id, seen=seen, by=by, at=at) as it:
        it.dossier.holder_id = None
        remark_id, digest = it.remark("sent_back", reason, public=False)
        it.write()
        it.deed.record(events.DossierSentBack(**it.subject, remark_id=remark_id, text_sha256=digest))
    return it.dossier


def stop(*, dossier_id: UUID, seen: int, reason: str, by: Actor, at: datetime) -> Dossier:
    """End handling without a result, with the reason that the owner will read."""
    require_reason(reason)
    with doing(what=Act.STOP, dossier_id=dossier_id, seen=seen, by=by, at=at) as it:
        it.dossier.ended_at = at
        for hold in it.dossier.holds.filter(lifted_at=None):
            it.lift(HoldKind(hold.kind))
        remark_id, digest = it.remark("stop", reason, public=True)
        it.write("ended_at")
        it.deed.record(
            events.DossierStopped(**it.subject, remark_id=remark_id, text_sha256=digest, why="not_eligible")
        )
    return it.dossier


def _colleague(holder: UUID, dossier: Dossier, at: datetime) -> None:
    """Check that the officer named works at the agency and has the role whose turn it is now."""
    held = roles_on(holder, at.astimezone(ZONE).date()).get(dossier.agency_id, frozenset())
    if held.isdisjoint({*AT_WORK[Stage(dossier.stage)], "head"}):
        raise Incomplete([("holder", mark("Người được chọn không làm bước này tại cơ quan."))])


def _iso(moment: datetime | None) -> str | None:
    return moment.isoformat() if moment else None
