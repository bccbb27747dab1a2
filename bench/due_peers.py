"""The same plain working-day limits counted by two libraries: the dates must agree, then the speed is told.

They know no pauses, hours, cut-off or reasons, so only what all three can do is compared.
"""

import time
from collections.abc import Callable, Sequence
from datetime import date, datetime, timedelta
from random import Random

import numpy as np
from workalendar.core import Calendar

from bench.report import Report
from motcua.kernel.worktime import ZONE, Limit, WorkCalendar, due_at

CASES = 20_000
Case = tuple[date, int]


class _Peer(Calendar):  # type: ignore[misc]
    """The rest days of our calendar in workalendar's form."""

    def __init__(self, ours: WorkCalendar) -> None:
        super().__init__()
        self.ours = ours

    def holidays(self, year: int | None = None) -> list[tuple[date, str]]:
        return [(day, name) for day, name in self.ours.closed.items() if day.year == year]

    def get_weekend_days(self) -> tuple[int, int]:
        return (5, 6)


def run(calendar: WorkCalendar, report: Report) -> None:
    """Measure the three on the same cases. Raises AssertionError where a date differs."""
    rng = Random(2)
    first = calendar.first
    cases = [
        (first + timedelta(days=int(rng.random() * 1800)), 1 + int(rng.random() * 25)) for _ in range(CASES)
    ]
    plain = [one for one in cases if _alike(calendar, one)]
    own, ours = _timed(_ours, calendar, plain)
    found = {"numpy.busday_offset, one array": _timed(_numpy, calendar, plain)}
    found["numpy.busday_offset, one by one"] = _timed(_numpy_single, calendar, plain)
    found["workalendar"] = _timed(_workalendar, calendar, plain)
    for name, (dates, seconds) in found.items():
        assert dates == own, f"{name} differs"
        report.add(
            f"plain working days: {name}",
            f"{len(plain) / seconds:,.0f} /s",
            f"ours {len(plain) / ours:,.0f} /s",
        )


def _alike(calendar: WorkCalendar, case: Case) -> bool:
    """Leave out the swapped working Saturdays, which numpy's mask and workalendar do not know."""
    day, amount = case
    end = day + timedelta(days=amount * 3 + 20)
    return not any(day <= one <= end for one in calendar.working)


def _timed(
    count: Callable[[WorkCalendar, Sequence[Case]], list[date]], calendar: WorkCalendar, cases: Sequence[Case]
) -> tuple[list[date], float]:
    began = time.process_time()
    return count(calendar, cases), time.process_time() - began


def _ours(calendar: WorkCalendar, cases: Sequence[Case]) -> list[date]:
    found = []
    for day, amount in cases:
        moment = due_at(
            datetime(day.year, day.month, day.day, 9, tzinfo=ZONE), Limit(amount, "working_day"), (), calendar
        )
        found.append(moment.date() if moment else date.min)
    return found


def _numpy(calendar: WorkCalendar, cases: Sequence[Case]) -> list[date]:
    rest = np.array(sorted(calendar.closed), dtype="datetime64[D]")
    days = np.array([day for day, _ in cases], dtype="datetime64[D]")
    amounts = np.array([amount for _, amount in cases])
    return list(np.busday_offset(days, amounts, roll="backward", holidays=rest).astype(object))


def _numpy_single(calendar: WorkCalendar, cases: Sequence[Case]) -> list[date]:
    week = np.busdaycalendar(holidays=np.array(sorted(calendar.closed), dtype="datetime64[D]"))
    return [
        np.busday_offset(np.datetime64(day), amount, roll="backward", busdaycal=week).astype(object)
        for day, amount in cases
    ]


def _workalendar(calendar: WorkCalendar, cases: Sequence[Case]) -> list[date]:
    peer = _Peer(calendar)
    return [peer.add_working_days(day, amount) for day, amount in cases]
