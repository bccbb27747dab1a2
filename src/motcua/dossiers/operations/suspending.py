"""A decision holds a dossier up, and handling goes on again: only who approves, or the head, and always on record.

Waiting for another agency is no reason: there the clock of the whole dossier runs on.
"""

from datetime import datetime
from uuid import UUID

from motcua.dossiers import events
from motcua.dossiers.errors import Incomplete
from motcua.dossiers.models import Dossier, Hold
from motcua.dossiers.operations.begin import Doing, doing
from motcua.dossiers.queries.asking import term_of
from motcua.dossiers.rules.holds import HoldKind
from motcua.dossiers.rules.pauses import Decision, decision_problems, resuming_problems
from motcua.dossiers.rules.texts import sha256
from motcua.dossiers.rules.workflow import Act
from motcua.kernel.actors import Actor
from motcua.kernel.worktime import ZONE


def suspend(*, dossier_id: UUID, seen: int, decision: Decision, reason: str, by: Actor, at: datetime) -> Hold:
    """Hold the dossier up by a decision; the clock stands still until it goes on. Raises Incomplete."""
    if problems := decision_problems(decision, reason, at.astimezone(ZONE).date()):
        raise Incomplete(problems)
    number, decided_by, why = decision.number.strip(), decision.by.strip(), reason.strip()
    with doing(what=Act.SUSPEND, dossier_id=dossier_id, seen=seen, by=by, at=at) as it:
        hold = it.place(
            HoldKind.SUSPENSION, why, number=number, decided_on=decision.on, decided_by=decided_by
        )
        it.write()
        it.deed.record(
            events.DossierSuspended(
                **it.subject,
                hold_id=hold.id,
                text_sha256=sha256(f"{number}|{decision.on}|{decided_by}|{why}"),
                number=number,
            )
        )
    return hold


def resume(
    *, dossier_id: UUID, seen: int, reason: str = "", number: str = "", by: Actor, at: datetime
) -> Dossier:
    """Go on with it, for a reason or by a decision; the owner's own term for papers begins anew. Raises Incomplete."""
    if problems := resuming_problems(reason, number):
        raise Incomplete(problems)
    with doing(what=Act.RESUME, dossier_id=dossier_id, seen=seen, by=by, at=at) as it:
        hold = it.lift(HoldKind.SUSPENSION, end_number=number.strip())
        remark_id, digest = it.remark("resumed", _why(reason.strip(), number.strip()), public=True)
        _begin_term_anew(it, hold)
        it.write()
        it.deed.record(
            events.DossierResumed(
                **it.subject, hold_id=hold.id, remark_id=remark_id, text_sha256=digest, due_at=it.due_at
            )
        )
    return it.dossier


def _why(reason: str, number: str) -> str:
    """Say why, as the owner reads it. Papers of an agency are in Vietnamese."""
    by_decision = f"Theo Quyết định số {number}." if number else ""
    return " ".join(one for one in (by_decision, reason) if one)


def _begin_term_anew(it: Doing, ended: Hold) -> None:
    """Give the owner the whole term for papers that were asked for before: nobody answers what is held up."""
    asked = it.dossier.holds.filter(kind=HoldKind.SUPPLEMENT, lifted_at=None)
    for hold in asked:
        if hold.answer_by is not None and hold.answer_by >= ended.placed_at.astimezone(ZONE).date():
            again = term_of(it.dossier, it.at)
            Hold.objects.filter(id=hold.id).update(**{**again, "after": hold.after})
