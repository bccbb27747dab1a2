"""Promises: the day told at reception, the one new day of an apology, and how both were kept.

An apology never moves the first promise: it adds one. The work (desk, alarms) goes by the last promise, the record
by the first: a new day does not make a late dossier punctual. Sources: Decree 61/2018 Art 19 (apology with reason
and new day at least one day before the limit, a new day at most once); how long the new day may be is a dated row.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime
from itertools import count

from motcua.kernel.worktime import (
    CalendarEnds,
    Limit,
    Pause,
    Step,
    Verdict,
    WorkCalendar,
    due,
    due_at,
    late_by_clock,
    local,
    verdict,
)


@dataclass(frozen=True, slots=True)
class Kept:
    """How one promise was kept: by dates, as reports count, and by the moment, which is stricter."""

    by_date: Verdict
    by_moment: Verdict


@dataclass(frozen=True, slots=True)
class Record:
    """How a dossier stands against the first promise and, where there is a new day, against that."""

    first: Kept
    last: Kept | None


@dataclass(frozen=True, slots=True)
class NewDay:
    """A day that may be promised instead: so many working days after the first, at that moment."""

    days: int
    at: datetime


def put_off(
    first: datetime | None, days: int, pauses: Sequence[Pause], calendar: WorkCalendar
) -> datetime | None:
    """Give the last promise: so many working days after the first one; pauses that begin after that move it.

    Raises CalendarEnds where it lies beyond the decreed holidays.
    """
    if first is None or not days:
        return first
    return due_at(first, Limit(days, "working_day"), pauses, calendar)


def put_off_trail(
    first: datetime, days: int, pauses: Sequence[Pause], calendar: WorkCalendar
) -> tuple[Step, ...]:
    """Give the days between first and last promise, counted or not and why."""
    return due(first, Limit(days, "working_day"), pauses, calendar).trail[1:]


def new_days(
    first: datetime,
    promised: datetime,
    longest: int,
    on: date,
    pauses: Sequence[Pause],
    calendar: WorkCalendar,
) -> list[NewDay]:
    """List the days that may be promised: working days after what was promised and after the day of signing.

    `longest` counts from the promised day, or from the day of signing once that has passed.
    """
    try:
        begin = max(local(promised).date(), on)
        end = calendar.after(begin.toordinal(), longest)
        found = []
        for days in count(1):
            moment = put_off(first, days, pauses, calendar)
            if moment is None or moment.date().toordinal() > end:
                break
            if moment.date() > begin:
                found.append(NewDay(days, moment))
    except CalendarEnds:
        return []
    return found


def kept(promise: datetime | None, finished: datetime | None, at: datetime) -> Kept:
    """Judge one promise at a moment: kept early, on time or late; `running` while it can still be kept."""
    by_date = verdict(promise, finished, local(at).date())
    late = late_by_clock(promise, finished or at)
    return Kept(by_date, "late" if late else by_date)


def record(first: datetime | None, last: datetime | None, finished: datetime | None, at: datetime) -> Record:
    """Judge a dossier by its first promise (None: there is no limit) and by the new day, where one was given."""
    return Record(kept(first, finished, at), kept(last, finished, at) if last else None)


def sent_late(sent: datetime, send_by: date | None) -> bool:
    """Tell whether an apology went out after the last day for it (None: the limit was too short for any)."""
    return send_by is None or local(sent).date() > send_by
