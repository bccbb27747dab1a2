"""When the owner of an issued result that nobody has come for is reminded.

The result is kept and its owner reminded (Decree 61/2018, Article 20); after how many days is a dated row. What goes
out by post is not reminded of: there the agency has to act, not the owner.
"""

from datetime import datetime

from motcua.dossiers.rules.clock import Alarm, Call
from motcua.kernel.worktime import ZONE, CalendarEnds, Limit, WorkCalendar, due_at

OWNERS_TURN = frozenset({"counter", "online"})
"""Ways in which the owner comes for the result, or downloads it."""

TIMES: dict[Call, int] = {Call.UNCOLLECTED: 1, Call.STILL_UNCOLLECTED: 2}
"""Which reminder each is."""


def reminders(
    issued: datetime, first: Limit | None, again: Limit | None, calendar: WorkCalendar
) -> tuple[Alarm, ...]:
    """Give the reminders of a result issued then, both counted from that day, at the hour at which offices open."""
    counted = ((Call.UNCOLLECTED, first), (Call.STILL_UNCOLLECTED, again))
    found = [(_morning(issued, limit, calendar), call) for call, limit in counted if limit is not None]
    return tuple(Alarm(at, call) for at, call in found if at is not None)


def _morning(issued: datetime, limit: Limit, calendar: WorkCalendar) -> datetime | None:
    """Open the last day of the count; None where it lies beyond the decreed holidays."""
    try:
        last = due_at(issued, limit, (), calendar)
    except CalendarEnds:
        return None
    return datetime.combine(last.date(), calendar.hours[0][0], ZONE) if last else None


def days_waited(issued: datetime, at: datetime) -> int:
    """Count the days a result has waited, by dates: issued today is none."""
    return (at.astimezone(ZONE).date() - issued.astimezone(ZONE).date()).days
