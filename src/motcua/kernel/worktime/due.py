"""When a dossier is due: the arithmetic of time limits, in one place, told the time.

Sources: Civil Code 2015 Art 147 (the day after the event is the first day) and 148 (a last day that rests
moves to the end of the next working day); Decree 61/2018 and 118/2025 (working days; 8 working hours a day).
Days, working days and months are due at the close of office on the due date. Working hours are counted
through office time; 8 of them are one full day of that office, a half day gives only the hours it is open.
Where the count ends between two sessions the dossier is due at the close of the first, but whole days counted
from an opening end at an opening (received at 18:00, 8 working hours: due at 07:00 of the second day after).
"Within the day" is the close of the working day on which it came; after the cut-off hour, of the next one.

A pause that begins when the limit has already run out changes nothing. For working days its first day counts
as used and the days after it, up to and with the day it ends, do not; calendar days and months move by the
calendar days between; working hours by the office time between. No dossier is due before its pause ends.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime

from motcua.kernel.worktime.calendar import WorkCalendar
from motcua.kernel.worktime.limits import Halt, Limit, Pause, stops
from motcua.kernel.worktime.trail import Step, trail_of
from motcua.kernel.zone import local


@dataclass(frozen=True, slots=True)
class Due:
    """When a dossier is due, and how that was counted. Both are None without a limit or while paused."""

    due_at: datetime | None
    due_date: date | None
    trail: tuple[Step, ...]


def due(
    received: datetime,
    limit: Limit | None,
    pauses: Sequence[Pause],
    calendar: WorkCalendar,
    *,
    explain: bool = True,
) -> Due:
    """Return when a dossier received then is due, with the trail of the count unless `explain` is off.

    Naive moments are Vietnamese time; the answer is in Vietnamese time. Raises CalendarEnds when the count
    leaves the years the calendar covers.
    """
    moment = due_at(received, limit, pauses, calendar)
    trail: tuple[Step, ...] = ()
    if explain:
        start = local(received)
        trail = trail_of(start, limit, stops(pauses, start), moment, calendar)
    return Due(moment, moment and moment.date(), trail)


def due_at(
    received: datetime, limit: Limit | None, pauses: Sequence[Pause], calendar: WorkCalendar
) -> datetime | None:
    """Return only the due moment, without a trail: the quick way for many dossiers."""
    if limit is None:
        return None
    start = local(received)
    calendar.covered(start.toordinal())
    halts = stops(pauses, start) if pauses else ()
    if limit.unit == "working_hour":
        return _hours(start, limit.amount, halts, calendar)
    if limit.unit == "working_day":
        return _working_days(start, limit.amount, halts, calendar)
    if limit.unit == "same_day":
        return _working_days(start, int(calendar.after_cutoff(start)), halts, calendar)
    return _calendar_days(start, limit.last_day(start).toordinal(), halts, calendar)


def _working_days(
    start: datetime, amount: int, halts: Sequence[Halt], calendar: WorkCalendar
) -> datetime | None:
    at = calendar.closing(calendar.after(start.toordinal(), amount))
    if at < start:
        at = calendar.closing(calendar.after(start.toordinal(), 1))
    for halt in halts:
        if halt.start > at:
            break
        if halt.end is None:
            return None
        paused = calendar.worked_days(halt.start.toordinal(), halt.end.toordinal())
        at = calendar.closing(calendar.after(at.toordinal(), paused))
        if at < halt.end:
            at = _closing_from(halt.end, calendar)
    return at


def _calendar_days(
    start: datetime, last: int, halts: Sequence[Halt], calendar: WorkCalendar
) -> datetime | None:
    """Count from the last day of the plain term, given by its ordinal."""
    at = calendar.closing(calendar.after(last, 0))
    if at < start:
        at = _closing_from(start, calendar)
    for halt in halts:
        if halt.start > at:
            break
        if halt.end is None:
            return None
        paused = halt.end.toordinal() - halt.start.toordinal()
        last = max(last + paused, halt.end.toordinal())
        at = calendar.closing(calendar.after(last, 0))
        if at < halt.end:
            at = _closing_from(halt.end, calendar)
    return at


def _hours(start: datetime, amount: int, halts: Sequence[Halt], calendar: WorkCalendar) -> datetime | None:
    begun, opens = calendar.position(start)
    target = begun + calendar.office_seconds(amount)
    opening = opens and amount % 8 == 0
    at = calendar.moment(target, opening=opening)
    for halt in halts:
        if halt.start > at:
            break
        if halt.end is None:
            return None
        resumed, reopens = calendar.position(halt.end)
        target += resumed - calendar.position(halt.start)[0]
        at = calendar.moment(target, opening=opening)
        if at < halt.end:
            target, opening = resumed, reopens
            at = calendar.moment(target, opening=opening)
    return at


def _closing_from(moment: datetime, calendar: WorkCalendar) -> datetime:
    """Return the first close of office that is not before a moment."""
    at = calendar.closing(calendar.after(moment.toordinal(), 0))
    return at if at >= moment else calendar.closing(calendar.after(moment.toordinal(), 1))
