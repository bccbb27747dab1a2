"""Money that is owed on a dossier: asked for, confirmed by its receipt, taken back, or owed back to who paid too late.

No payment service is connected yet: an officer reads the receipt of the place or of the bank and confirms it. When one
is, its notice calls the same operation.
"""

from datetime import date, datetime
from uuid import UUID

from motcua.dossiers import events
from motcua.dossiers.errors import Incomplete, NotAllowed
from motcua.dossiers.models import Dossier, Hold
from motcua.dossiers.operations.begin import Doing, doing
from motcua.dossiers.queries.standing import standing_of
from motcua.dossiers.rules.holds import HoldEnd, HoldKind
from motcua.dossiers.rules.pauses import LATE_MONEY, Demand, Paid, demand_problems, paid_problems
from motcua.dossiers.rules.permits import may_do
from motcua.dossiers.rules.texts import require_reason, sha256
from motcua.dossiers.rules.workflow import Act
from motcua.kernel.actors import Actor
from motcua.kernel.worktime import ZONE
from motcua.ledger.acts import act


def ask_payment(*, dossier_id: UUID, seen: int, demand: Demand, by: Actor, at: datetime) -> Hold:
    """Ask the owner to pay; the clock stands still until an officer has confirmed it. Raises Incomplete."""
    if problems := demand_problems(demand, _day(at)):
        raise Incomplete(problems)
    assert demand.amount is not None
    assert demand.until is not None
    with doing(what=Act.ASK_PAYMENT, dossier_id=dossier_id, seen=seen, by=by, at=at) as it:
        purpose, law = demand.purpose.strip(), demand.law.strip()
        hold = it.place(HoldKind.MONEY, purpose, amount=demand.amount, law=law, answer_by=demand.until)
        it.write()
        it.deed.record(
            events.PaymentAsked(
                **it.subject,
                hold_id=hold.id,
                text_sha256=sha256(f"{demand.amount}|{purpose}|{law}"),
                amount=demand.amount,
                answer_by=demand.until.isoformat(),
            )
        )
    return hold


def confirm_payment(*, dossier_id: UUID, seen: int, paid: Paid, by: Actor, at: datetime) -> Dossier:
    """Confirm by the receipt that the money was paid. Raises Incomplete.

    Where the demand has ended meanwhile nothing changes: NotAllowed says where to note money that is owed back, also to
    who looks at a page from before.
    """
    with act(by=by, at=at):
        _refuse_late(dossier_id, by)
        with doing(what=Act.CONFIRM_PAYMENT, dossier_id=dossier_id, seen=seen, by=by, at=at) as it:
            _require(paid, it)
            hold = it.lift(HoldKind.MONEY, **_receipt(paid, HoldEnd.PAID))
            it.write()
            it.deed.record(
                events.PaymentConfirmed(
                    **it.subject,
                    hold_id=hold.id,
                    text_sha256=_read(paid),
                    amount=hold.amount or 0,
                    due_at=it.due_at,
                )
            )
    return it.dossier


def cancel_payment(*, dossier_id: UUID, seen: int, reason: str, by: Actor, at: datetime) -> Dossier:
    """Take the demand back, with the reason that the owner will read; the clock runs again."""
    require_reason(reason)
    with doing(what=Act.CANCEL_PAYMENT, dossier_id=dossier_id, seen=seen, by=by, at=at) as it:
        hold = it.lift(HoldKind.MONEY, end=HoldEnd.CANCELLED)
        remark_id, digest = it.remark("payment_cancelled", reason.strip(), public=True)
        it.write()
        it.deed.record(
            events.PaymentCancelled(
                **it.subject, hold_id=hold.id, remark_id=remark_id, text_sha256=digest, due_at=it.due_at
            )
        )
    return it.dossier


def note_refund(*, dossier_id: UUID, seen: int, paid: Paid, by: Actor, at: datetime) -> Dossier:
    """Keep the receipt of money that came after its demand had ended: it is owed back, and the owner is told so."""
    with doing(what=Act.NOTE_REFUND, dossier_id=dossier_id, seen=seen, by=by, at=at) as it:
        _require(paid, it)
        hold = it.dossier.holds.filter(kind=HoldKind.MONEY, end__in=UNPAID).latest("lifted_at")
        for name, value in _receipt(paid, HoldEnd.OWED_BACK).items():
            setattr(hold, name, value)
        hold.save(update_fields=list(_receipt(paid, HoldEnd.OWED_BACK)))
        it.write()
        it.deed.record(
            events.RefundNoted(
                **it.subject, hold_id=hold.id, text_sha256=_read(paid), amount=hold.amount or 0
            )
        )
    return it.dossier


UNPAID = ("", HoldEnd.CANCELLED)
"""How a demand stands that has ended without money."""


def _refuse_late(dossier_id: UUID, by: Actor) -> None:
    dossier = Dossier.objects.select_for_update().filter(id=dossier_id).first()
    if dossier is None:
        return
    if may_do(by, Act.NOTE_REFUND, standing_of(dossier)):
        raise NotAllowed(LATE_MONEY)


def _require(paid: Paid, it: Doing) -> None:
    filed = _day(it.dossier.submitted_at)
    if problems := paid_problems(paid, filed, _day(it.at)):
        raise Incomplete(problems)


def _receipt(paid: Paid, end: HoldEnd) -> dict[str, object]:
    return {"end": end, "end_number": paid.number.strip(), "end_on": paid.on, "end_name": paid.payer.strip()}


def _read(paid: Paid) -> str:
    return sha256(f"{paid.number.strip()}|{paid.on}|{paid.payer.strip()}")


def _day(moment: datetime) -> date:
    return moment.astimezone(ZONE).date()
