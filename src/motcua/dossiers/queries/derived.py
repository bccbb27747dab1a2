"""The derived columns of a dossier, computed in one place from its stage, holds and clock."""

from collections.abc import Iterable, Sequence
from dataclasses import replace
from datetime import date, datetime
from typing import cast

from motcua.directory.queries import period, work_calendar
from motcua.dossiers.models import Dossier, Hold
from motcua.dossiers.rules import clock
from motcua.dossiers.rules.holds import HOLDS, HoldKind
from motcua.dossiers.rules.supplements import Term, while_waiting
from motcua.dossiers.rules.uncollected import OWNERS_TURN, reminders
from motcua.dossiers.rules.workflow import CLOSED, ENDED, Stage, status_of, waiting_of
from motcua.kernel.worktime import ZONE, Limit, Pause, Unit, WorkCalendar


def limit_of(dossier: Dossier) -> Limit | None:
    """Give the legal limit the dossier was filed under."""
    return Limit(dossier.limit_amount, cast("Unit", dossier.limit_unit)) if dossier.limit_amount else None


def pauses_of(dossier: Dossier, holds: Iterable[Hold]) -> list[Pause]:
    """List the intervals in which the clock stands still: pausing holds placed after reception."""
    received = dossier.received_at
    if received is None:
        return [Pause(hold.placed_at, None) for hold in holds if _pauses(hold) and hold.lifted_at is None]
    return [
        Pause(max(hold.placed_at, received), hold.lifted_at)
        for hold in holds
        if _pauses(hold) and (hold.lifted_at is None or hold.lifted_at > received)
    ]


def answer_from(dossier: Dossier, holds: Iterable[Hold]) -> datetime:
    """Give the moment from which an online dossier waits for its first answer: filing, or the last supplement."""
    answered = [hold.lifted_at for hold in holds if _pauses(hold) and hold.lifted_at]
    return max([dossier.submitted_at, *answered])


DERIVED = (
    *("status", "waiting", "closed", "due_at", "first_due_at", "act_by", "alarm_at"),
    *("version", "stage", "holder_id"),
)


def derive(dossier: Dossier, *, at: datetime, holds: Sequence[Hold] | None = None) -> tuple[str, ...]:
    """Set a dossier's derived columns and count its version up; gives the names of the columns to save."""
    if holds is None:
        holds = list(dossier.holds.all())
    stage = Stage(dossier.stage)
    kinds = frozenset(HoldKind(hold.kind) for hold in holds if hold.lifted_at is None)
    dossier.status = status_of(stage, kinds)
    dossier.waiting = waiting_of(stage, kinds)
    dossier.closed = stage in CLOSED
    moments = times_of(dossier, at=at, holds=holds)
    dossier.due_at, dossier.act_by = moments.due_at, moments.act_by
    dossier.first_due_at = moments.first_due_at if dossier.extra_days else None
    dossier.alarm_at = moments.alarms[0].at if moments.alarms else None
    dossier.version += 1
    return DERIVED


def times_of(dossier: Dossier, *, at: datetime, holds: Sequence[Hold]) -> clock.Times:
    """Compute a dossier's moments as they are at a moment."""
    on = at.astimezone(ZONE).date()
    calendar = work_calendar(dossier.agency_id, on)
    moments = clock.times(
        submitted=answer_from(dossier, holds),
        received=dossier.received_at,
        allowed=clock.Allowed(limit_of(dossier), dossier.extra_days),
        pauses=pauses_of(dossier, holds),
        calendar=calendar,
        ended=Stage(dossier.stage) in ENDED,
        leads=_leads(dossier.procedure, on),
    )
    if Stage(dossier.stage) is Stage.ISSUED:
        return replace(moments, alarms=_reminders(dossier, on, calendar))
    waiting = {HoldKind(hold.kind): hold for hold in holds if hold.lifted_at is None}
    return while_waiting(moments, _terms(waiting), at, opens=calendar.hours[0][0])


def _reminders(dossier: Dossier, on: date, calendar: WorkCalendar) -> tuple[clock.Alarm, ...]:
    """Give when the owner is reminded of the result that was issued, where it is the owner's turn."""
    if dossier.ended_at is None or dossier.return_way not in OWNERS_TURN:
        return ()
    named = ("result_reminder", "result_reminder_again")
    first, again = (period(name, on, dossier.procedure) for name in named)
    return reminders(
        dossier.ended_at, first.limit if first else None, again.limit if again else None, calendar
    )


def _leads(procedure: str, on: date) -> clock.Leads:
    warning, letter = (period(name, on, procedure) for name in ("notice_before_due", "apology_before_due"))
    return clock.Leads(warning.limit if warning else None, letter.limit if letter else None)


def _terms(waiting: dict[HoldKind, Hold]) -> list[Term]:
    """Give the owner's terms that run: for papers and for money.

    A wish to withdraw is answered before they run out, and while a decision holds the dossier up they rest.
    """
    if HoldKind.WITHDRAWAL in waiting or HoldKind.SUSPENSION in waiting:
        return []
    found = [(kind, waiting[kind]) for kind in (HoldKind.SUPPLEMENT, HoldKind.MONEY) if kind in waiting]
    return [
        Term(hold.answer_by, hold.remind_at, papers=kind is HoldKind.SUPPLEMENT)
        for kind, hold in found
        if hold.answer_by is not None
    ]


def _pauses(hold: Hold) -> bool:
    return HOLDS[HoldKind(hold.kind)].pauses
