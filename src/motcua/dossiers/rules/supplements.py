"""Until when the owner answers a request for papers or money, and what the clock has to say while the dossier waits.

The last day counts until midnight (Civil Code 2015 Art 148(6)); one that rests moves to the next working day
(Art 148(5)). How long it is and what follows are dated rows; a request keeps what held on the day it was made.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta

from motcua.dossiers.rules.clock import NOBODY_WAITS, Alarm, Call, Times
from motcua.kernel.worktime import ZONE, CalendarEnds, Limit, WorkCalendar, ahead_of, due_at

STOPS = "stop"
"""What follows where sector law says that the dossier is void; else the agency looks at it (`desk`)."""


@dataclass(frozen=True, slots=True)
class Term:
    """The last day for an answer, and when the owner is reminded of it, if at all."""

    answer_by: date
    remind_at: datetime | None
    papers: bool = True
    """Of papers the clock says something; unpaid money only comes back to the agency's desk."""


def term(asked: datetime, limit: Limit, lead: Limit | None, calendar: WorkCalendar) -> Term | None:
    """Count the term of a request; None where its last day lies beyond the decreed holidays."""
    try:
        last = due_at(asked, limit, (), calendar)
    except CalendarEnds:
        return None
    if last is None:
        return None
    return Term(last.date(), _reminder(last.date(), asked, lead, calendar))


def over_at(answer_by: date) -> datetime:
    """Give the moment at which the last day is over."""
    return datetime.combine(answer_by + timedelta(days=1), time(), ZONE)


def while_waiting(moments: Times, terms: Sequence[Term], at: datetime, *, opens: time) -> Times:
    """Give the moments of a dossier that waits for its owner: when a term is over the agency must act.

    What follows the last day is done at the hour at which offices open, not at midnight: nobody is woken by it.
    An answer that comes in these hours is taken.
    """
    if not terms:
        return moments
    alarms = [alarm for one in terms for alarm in _alarms(one, opens)]
    over = [moment for one in terms if (moment := over_at(one.answer_by)) <= at]
    act_by = min(over, default=NOBODY_WAITS)
    return Times(
        moments.due_at, act_by, tuple(sorted(alarms, key=lambda alarm: alarm.at)), moments.first_due_at
    )


def _alarms(term: Term, opens: time) -> list[Alarm]:
    call = Call.ANSWER_OVERDUE if term.papers else Call.LOOK
    alarms = [Alarm(datetime.combine(over_at(term.answer_by).date(), opens, ZONE), call)]
    if term.remind_at is not None:
        alarms.insert(0, Alarm(term.remind_at, Call.ANSWER_NEAR_DUE))
    return alarms


def _reminder(
    answer_by: date, asked: datetime, lead: Limit | None, calendar: WorkCalendar
) -> datetime | None:
    """Remind when the office opens; not on the day of asking or before it."""
    if lead is None:
        return None
    moment = ahead_of(datetime.combine(answer_by, calendar.hours[0][0], ZONE), lead, calendar)
    return moment if moment.date() > asked.astimezone(ZONE).date() else None
