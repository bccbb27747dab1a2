"""What follows from a due date: early, on time or late, days left, and when a dossier must change hands.

Sources: the report rule of the national system (dates are compared, hours are not); Decree 61/2018 Art 18 (a
dossier goes to the specialised unit on the same working day, one received after 15:00 at the start of the
next).
"""

from datetime import date, datetime, timedelta
from typing import Literal

from motcua.kernel.worktime.calendar import WorkCalendar
from motcua.kernel.worktime.limits import Limit
from motcua.kernel.zone import local

Verdict = Literal["early", "on_time", "late", "running"]


def verdict(due_at: datetime | None, finished: datetime | None, on: date) -> Verdict:
    """Judge by dates: finished early, on time or late; unfinished `running`, or `late` after the due day.

    Without a due date a finished dossier is on time and an open one is running. `on` is the day of the
    question, or the end of the period a report covers.
    """
    if finished is None:
        return "late" if due_at is not None and local(due_at).date() < on else "running"
    if due_at is None:
        return "on_time"
    promised, done = local(due_at).date(), local(finished).date()
    return "early" if done < promised else "on_time" if done == promised else "late"


def late_by_clock(due_at: datetime | None, finished: datetime) -> bool:
    """Tell whether a dossier was finished after its due moment: the strict reading beside `verdict`."""
    return due_at is not None and local(finished) > local(due_at)


def days_left(due_at: datetime, on: date, calendar: WorkCalendar) -> int:
    """Count the working days left until the due date; negative when it has passed, 0 on the day itself."""
    last = local(due_at).date().toordinal()
    today = on.toordinal()
    return calendar.worked_days(today, last) if today <= last else -calendar.worked_days(last, today)


def ahead_of(due_at: datetime, lead: Limit, calendar: WorkCalendar) -> datetime:
    """Return the moment that lies so long before a due moment.

    Working days keep the time of day, or end with the office where it closes earlier; hours are office hours;
    days are plain days. Raises CalendarEnds when that lies before the years the calendar covers, ValueError for
    months and for the same day.
    """
    due = local(due_at)
    if lead.unit == "working_day":
        number = calendar.before(due.toordinal(), lead.amount)
        return min(
            datetime.combine(date.fromordinal(number), due.time(), due.tzinfo), calendar.closing(number)
        )
    if lead.unit == "working_hour":
        position = calendar.position(due)[0] - calendar.office_seconds(lead.amount)
        return calendar.moment(position, opening=True)
    if lead.unit == "day":
        return due - timedelta(days=lead.amount)
    raise ValueError("months, or the same day, are no length of warning")


def transfer_by(received: datetime, calendar: WorkCalendar) -> datetime:
    """Return until when a received dossier must be with the unit that handles it.

    That is the close of the day it came, or the opening of the next working day when it came after the
    cut-off or on a rest day.
    """
    start = local(received)
    if calendar.works(start.date()) and not calendar.after_cutoff(start):
        return calendar.closing(start.toordinal())
    after = start.toordinal() + calendar.works(start.date())
    opening = datetime.combine(date.fromordinal(calendar.after(after, 0)), calendar.hours[0][0])
    return local(opening)
