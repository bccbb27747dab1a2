"""Whether a receiving place is open: its hours, the working calendar and its closures, for a given moment."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta

from motcua.kernel.worktime import ZONE, CalendarEnds, Sessions, WorkCalendar

SATURDAY = 5
FAR = 60
"""So many days are looked ahead; a place that is closed for longer says no day."""


@dataclass(frozen=True, slots=True)
class Opening:
    """When a place receives people: sessions of a working day, of a Saturday, and the days it is closed."""

    calendar: WorkCalendar
    weekdays: Sessions
    saturday: Sessions = ()
    closed: Sequence[tuple[date, date]] = ()


def sessions_on(opening: Opening, day: date) -> Sessions:
    """Return the sessions of a day; raises CalendarEnds outside the years of the calendar."""
    works = opening.calendar.works(day)
    if any(first <= day <= last for first, last in opening.closed):
        return ()
    if works:
        return opening.weekdays[:1] if day in opening.calendar.half else opening.weekdays
    rests = day in opening.calendar.closed
    return opening.saturday if day.weekday() == SATURDAY and not rests else ()


def closes_at(opening: Opening, at: datetime) -> datetime | None:
    """Return when the session of this moment ends; None when the place is not open then."""
    local = at.astimezone(ZONE)
    for opens, closes in sessions_on(opening, local.date()):
        if opens <= local.time() < closes:
            return _moment(local.date(), closes)
    return None


def opens_at(opening: Opening, at: datetime) -> datetime | None:
    """Return the next opening after a moment; None when none is known."""
    today = at.astimezone(ZONE).date()
    try:
        for ahead in range(FAR):
            day = today + timedelta(days=ahead)
            for opens, _closes in sessions_on(opening, day):
                if (moment := _moment(day, opens)) > at:
                    return moment
    except CalendarEnds:
        return None
    return None


def _moment(day: date, hour: time) -> datetime:
    return datetime.combine(day, hour, ZONE)
