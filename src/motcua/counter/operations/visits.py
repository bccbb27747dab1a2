"""Visits: noting why somebody came and how it ended, alone or together with the dossier that was taken in."""

from dataclasses import dataclass
from datetime import date, datetime
from uuid import UUID

from motcua.catalogue.queries import version_in_force
from motcua.counter import events
from motcua.counter.errors import Incomplete, NotAllowed
from motcua.counter.models import Visit
from motcua.counter.queries.remote import remote
from motcua.counter.rules.visits import OUTCOMES, REASONS, UNASKED, may_note_visits
from motcua.dossiers.operations.reception import CounterCase, enter
from motcua.dossiers.queries.codes import Filed
from motcua.kernel.actors import Actor
from motcua.kernel.ids import derived
from motcua.kernel.words import mark
from motcua.kernel.worktime import ZONE
from motcua.ledger.acts import act


@dataclass(frozen=True, kw_only=True, slots=True)
class Arrival:
    """Somebody at the counter. `page_id` is made by the officer's page: one page, one visit of each outcome."""

    page_id: UUID
    outcome: str
    reason: str = UNASKED
    procedure: str = ""


def note_visit(*, arrival: Arrival, by: Actor, at: datetime) -> None:
    """Note a visit that led to no dossier. Noting it again changes nothing. Raises NotAllowed, Incomplete."""
    if arrival.outcome == "received":
        raise Incomplete([("outcome", mark("Hồ sơ được tiếp nhận tự ghi lượt đến."))])
    _note(arrival, None, by, at)


def receive_visitor(*, case: CounterCase, reason: str, by: Actor, at: datetime) -> Filed:
    """Take in the dossier that somebody has brought, and note the visit. What came by post brought nobody here."""
    with act(by=by, at=at):
        taken = enter(case=case, by=by, at=at)
        if taken.is_new and case.channel == "direct":
            came_at = case.received_at or at
            arrival = Arrival(page_id=case.id, outcome="received", reason=reason, procedure=case.procedure)
            _note(arrival, taken.dossier_id, by, came_at)
    return taken.filed


def _note(arrival: Arrival, dossier_id: UUID | None, by: Actor, at: datetime) -> None:
    if not may_note_visits(by) or by.unit is None:
        raise NotAllowed(mark("Chỉ người làm việc tại quầy ghi lượt đến."))
    on = at.astimezone(ZONE).date()
    _check(arrival, on)
    spared = remote(arrival.procedure, by.unit, on)
    with act(by=by, at=at) as deed:
        visit, is_new = Visit.objects.get_or_create(
            id=derived(arrival.page_id, arrival.outcome),
            defaults={
                "agency_id": by.unit,
                "procedure": arrival.procedure,
                "reason": arrival.reason,
                "outcome": arrival.outcome,
                "online": spared.online,
                "post": spared.post,
                "dossier_id": dossier_id,
                "by": by.id,
                "at": at,
            },
        )
        if is_new:
            deed.record(
                events.VisitNoted(
                    agency_id=visit.agency_id,
                    visit_id=visit.id,
                    procedure=visit.procedure,
                    reason=visit.reason,
                    outcome=visit.outcome,
                    online=visit.online,
                    post=visit.post,
                    dossier_id=dossier_id,
                )
            )


def _check(arrival: Arrival, on: date) -> None:
    problems: list[tuple[str, str]] = []
    if arrival.reason not in {UNASKED, *REASONS}:
        problems.append(("reason", mark("Không có lý do này trong danh sách.")))
    if arrival.outcome not in OUTCOMES:
        problems.append(("outcome", mark("Không có kết quả này trong danh sách.")))
    if arrival.procedure and version_in_force(arrival.procedure, on) is None:
        problems.append(("procedure", mark("Không có thủ tục này vào ngày đó.")))
    if problems:
        raise Incomplete(problems)
