"""The dates of a dossier: when the agency must have answered, when it is due, when somebody should look.

`act_by`, `due_at` and `alarm_at` are derived columns: this module computes them from reception, allowance, pauses
and calendar, and they are written by one helper. Sources: Civil Code 2015 Art 147-148 (counting), Decree 61/2018
(due date), the eight working hours for answering an online dossier (practice under Decree 45/2020 and 107/2021).
"""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import UTC, datetime, time
from enum import StrEnum

from motcua.dossiers.rules.promises import put_off
from motcua.kernel.worktime import (
    ZONE,
    CalendarEnds,
    Due,
    Limit,
    Pause,
    WorkCalendar,
    ahead_of,
    due,
    due_at,
)

ANSWER_WITHIN = Limit(8, "working_hour")
"""An online dossier is answered (received, supplement asked, refused) within eight working hours."""

NOBODY_WAITS = datetime(9999, 1, 1, tzinfo=UTC)
"""`act_by` of a dossier for which the agency has nothing to do now: it sorts behind all others."""


class Call(StrEnum):
    """What the clock may have to say about a dossier when somebody looks."""

    LOOK = "look"
    UNANSWERED = "unanswered"
    CANNOT_MAKE_IT = "cannot_make_it"
    NEAR_DUE = "near_due"
    OVERDUE = "overdue"
    ANSWER_NEAR_DUE = "answer_near_due"
    ANSWER_OVERDUE = "answer_overdue"
    UNCOLLECTED = "uncollected"
    STILL_UNCOLLECTED = "still_uncollected"


@dataclass(frozen=True, slots=True)
class Alarm:
    """A moment from which something is to be said, unless it was said before."""

    at: datetime
    call: Call


@dataclass(frozen=True, slots=True)
class Allowed:
    """What the agency may take: the limit of the law, and the working days by which an apology has put it off."""

    limit: Limit | None
    extra_days: int = 0


@dataclass(frozen=True, slots=True)
class Leads:
    """How long before the due moment the owner is warned, and a letter of apology is drafted; None: not at all."""

    warning: Limit | None = None
    letter: Limit | None = None


@dataclass(frozen=True, slots=True)
class Times:
    """The derived moments of a dossier, None where there is no such date; its alarms in order.

    `due_at` is the last promise, `first_due_at` the one before it was put off: the same where it was not.
    """

    due_at: datetime | None
    act_by: datetime
    alarms: tuple[Alarm, ...] = ()
    first_due_at: datetime | None = None

    def alarm_after(self, moment: datetime) -> datetime | None:
        """Give the first alarm that has not come yet."""
        return next((alarm.at for alarm in self.alarms if alarm.at >= moment), None)


def answer_by(submitted: datetime, calendar: WorkCalendar) -> datetime | None:
    """Give the moment by which an online dossier must have been answered."""
    return due_at(submitted, ANSWER_WITHIN, (), calendar)


def explained(
    received: datetime, limit: Limit | None, pauses: Sequence[Pause], calendar: WorkCalendar
) -> Due | None:
    """Give the due moment with its trail; None when the procedure states no limit."""
    return due(received, limit, pauses, calendar) if limit else None


def times(
    *,
    submitted: datetime,
    received: datetime | None,
    allowed: Allowed,
    pauses: Sequence[Pause],
    calendar: WorkCalendar,
    ended: bool,
    leads: Leads = Leads(),
) -> Times:
    """Derive a dossier's moments. While the clock stands still or has ended nobody has to act and no alarm is set.

    A pause that begins after the due moment changes nothing: a late dossier stays late while it waits.
    """
    waits = any(pause.end is None for pause in pauses)
    if received is None:
        until = None if ended or waits else answer_by(submitted, calendar)
        return Times(None, until or NOBODY_WAITS, _alarms((until, Call.UNANSWERED)))
    kept = [pause for pause in pauses if pause.end is not None] if ended else pauses
    try:
        first = due_at(received, allowed.limit, kept, calendar) if allowed.limit else None
        moment = put_off(first, allowed.extra_days, kept, calendar)
    except CalendarEnds:  # the holidays of that year are not decreed yet: look again when they must be known
        look = None if ended or waits else _end_of(calendar)
        return Times(None, NOBODY_WAITS, _alarms((look, Call.LOOK)))
    if ended or waits:
        return Times(moment, NOBODY_WAITS, first_due_at=first)
    since = max([received, *(pause.end for pause in kept if pause.end)])
    alarms = _alarms(
        (letter_due(moment, leads.letter, since, calendar), Call.CANNOT_MAKE_IT),
        (near_due(moment, leads.warning, since, calendar), Call.NEAR_DUE),
        (moment, Call.OVERDUE),
    )
    return Times(moment, moment or NOBODY_WAITS, alarms, first)


def near_due(
    moment: datetime | None, lead: Limit | None, since: datetime, calendar: WorkCalendar
) -> datetime | None:
    """Give the moment from which a dossier that is still open will perhaps be late; None where there is none.

    What was received, or goes on after a pause, on that very day or later is not called nearly late: its owner
    has only just been told the due date.
    """
    if moment is None or lead is None:
        return None
    try:
        near = ahead_of(moment, lead, calendar)
    except CalendarEnds:
        return None
    return near if near.astimezone(ZONE).date() > since.astimezone(ZONE).date() else None


def letter_due(
    moment: datetime | None, lead: Limit | None, since: datetime, calendar: WorkCalendar
) -> datetime | None:
    """Give the moment at which the apology is drafted: the office opens on the last day on which it can be sent.

    None where that day is the day of reception, or of the end of a pause, or lies before it.
    """
    near = near_due(moment, lead, since, calendar)
    return near and datetime.combine(near.astimezone(ZONE).date(), calendar.hours[0][0], ZONE)


def on_time(ended: datetime | None, due: datetime | None) -> bool | None:
    """Tell by dates whether it ended no later than due; None without a due date (counted as on time by the law)."""
    if ended is None or due is None:
        return None
    return ended.astimezone(ZONE).date() <= due.astimezone(ZONE).date()


def _alarms(*moments: tuple[datetime | None, Call]) -> tuple[Alarm, ...]:
    return tuple(Alarm(at, call) for at, call in moments if at is not None)


def _end_of(calendar: WorkCalendar) -> datetime:
    return datetime.combine(calendar.last, time(), ZONE)
