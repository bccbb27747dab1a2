"""The working calendar of an agency: which days and hours count.

Sources: weekly rest Saturday and Sunday; public holidays and days in lieu (Labour Code 2019, Art 111-112);
days swapped by yearly notice ("làm bù"); office hours 07:00-11:30 and 13:30-17:00 unless the agency says
otherwise; what comes after 15:00 is handed on, or counted, from the next working day (Decree 61/2018 Art 18).
"""

from bisect import bisect_left, bisect_right
from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date, datetime, time, timedelta
from itertools import accumulate, pairwise

from motcua.kernel.words import date_short
from motcua.kernel.zone import ZONE

Sessions = tuple[tuple[time, time], ...]
OFFICE_HOURS: Sessions = ((time(7, 0), time(11, 30)), (time(13, 30), time(17, 0)))
CUTOFF = time(15, 0)


class CalendarEnds(ValueError):
    """A question reaches outside the years the calendar covers."""


def _seconds(moment: time) -> int:
    return moment.hour * 3600 + moment.minute * 60 + moment.second


@dataclass(frozen=True)
class WorkCalendar:
    """An immutable value: closed days by name, extra working days, half days, office hours, covered years.

    Saturdays and Sundays rest unless `working` names them; a day in `closed` rests even when `working` names
    it too; a day in `half` works its first session only. What comes after `cutoff` is for the next day. Outside
    `first`..`last` it raises CalendarEnds.
    `day_seconds` is the length of a full working day.
    """

    first: date
    last: date
    closed: Mapping[date, str] = field(default_factory=dict)
    working: Mapping[date, str] = field(default_factory=dict)
    half: Mapping[date, str] = field(default_factory=dict)
    hours: Sessions = OFFICE_HOURS
    cutoff: time = CUTOFF
    day_seconds: int = field(init=False, repr=False, compare=False)
    _days: list[int] = field(init=False, repr=False, compare=False)
    _opened: list[int] = field(init=False, repr=False, compare=False)
    _half: frozenset[int] = field(init=False, repr=False, compare=False)
    _spans: tuple[tuple[int, int], ...] = field(init=False, repr=False, compare=False)

    def __post_init__(self) -> None:
        _check(self)
        for name in ("closed", "working", "half"):
            object.__setattr__(self, name, dict(getattr(self, name)))
        span = range(self.first.toordinal(), self.last.toordinal() + 1)
        days = [number for number in span if self._works(date.fromordinal(number))]
        object.__setattr__(self, "_days", days)
        object.__setattr__(self, "_half", frozenset(day.toordinal() for day in self.half))
        object.__setattr__(self, "_spans", tuple((_seconds(a), _seconds(b)) for a, b in self.hours))
        object.__setattr__(self, "day_seconds", sum(b - a for a, b in self._spans))
        lengths = (sum(b - a for a, b in self._sessions(number)) for number in days)
        object.__setattr__(self, "_opened", list(accumulate(lengths, initial=0)))

    def __hash__(self) -> int:
        return hash((self.first, self.last, self.hours, self.cutoff, len(self._days), self._opened[-1]))

    def office_seconds(self, hours: int) -> int:
        """Return the office time that working hours stand for: 8 of them are one full day of this office."""
        days, rest = divmod(hours, 8)
        return days * self.day_seconds + min(rest * 3600, self.day_seconds)

    def works(self, day: date) -> bool:
        """Tell whether a day is a working day (a half day is one)."""
        self.covered(day.toordinal())
        return self._works(day)

    def after_cutoff(self, moment: datetime) -> bool:
        """Tell whether a moment on a working day comes too late to be dealt with on that day."""
        return self.works(moment.date()) and moment.time() > self.cutoff

    def rest_name(self, day: date) -> str:
        """Return why a day rests: the name of the holiday, "" for the weekly rest."""
        return self.closed.get(day, "")

    def closing(self, number: int) -> datetime:
        """Return the close of office on a working day given by its ordinal."""
        end = self.hours[0][1] if number in self._half else self.hours[-1][1]
        return datetime.combine(date.fromordinal(number), end, ZONE)

    def after(self, number: int, count: int) -> int:
        """Return the `count`-th working day after a day; for 0 the day itself, or the next working day."""
        self.covered(number)
        place = bisect_right(self._days, number) + count - 1 if count else bisect_left(self._days, number)
        if place >= len(self._days):
            raise self._ends()
        return self._days[place]

    def before(self, number: int, count: int) -> int:
        """Return the `count`-th working day before a day."""
        self.covered(number)
        place = bisect_left(self._days, number) - count
        if place < 0:
            raise self._ends()
        return self._days[place]

    def worked_days(self, after: int, until: int) -> int:
        """Count the working days d with after < d <= until."""
        self.covered(after)
        self.covered(until)
        return bisect_right(self._days, until) - bisect_right(self._days, after)

    def position(self, moment: datetime) -> tuple[int, bool]:
        """Return the office seconds since the calendar began, and whether an office session opens then.

        A moment outside office hours stands at the next opening. The moment is local time.
        """
        number, second = moment.toordinal(), moment.hour * 3600 + moment.minute * 60 + moment.second
        self.covered(number)
        place = bisect_left(self._days, number)
        if place < len(self._days) and self._days[place] == number:
            begun = self._opened[place]
            for opens, closes in self._sessions(number):
                if second <= closes:
                    return begun + max(second - opens, 0), second <= opens
                begun += closes - opens
            place += 1
        return self._opened[place], True

    def moment(self, position: int, *, opening: bool) -> datetime:
        """Return the moment of a position; at a boundary the next opening, or else the close before it."""
        place = (bisect_right if opening else bisect_left)(self._opened, position) - 1
        if place >= len(self._days):
            raise self._ends()
        number, left = self._days[max(place, 0)], position - self._opened[max(place, 0)]
        second = 0
        for opens, closes in self._sessions(number):
            second = opens + left
            if second < closes or (second == closes and not opening):
                break
            left -= closes - opens
        midnight = datetime.combine(date.fromordinal(number), time(), ZONE)
        return midnight + timedelta(seconds=second)

    def _sessions(self, number: int) -> tuple[tuple[int, int], ...]:
        return self._spans[:1] if number in self._half else self._spans

    def _works(self, day: date) -> bool:
        return day not in self.closed and (day.weekday() < 5 or day in self.working)

    def covered(self, number: int) -> None:
        """Raise CalendarEnds when a day, given by its ordinal, lies outside the covered years."""
        if not self.first.toordinal() <= number <= self.last.toordinal():
            raise self._ends()

    def _ends(self) -> CalendarEnds:
        first, last = date_short(self.first), date_short(self.last)
        return CalendarEnds(
            f"Lịch làm việc chỉ có từ ngày {first} đến ngày {last}, không tính được ngoài các ngày đó."
        )


def _check(calendar: WorkCalendar) -> None:
    if calendar.first > calendar.last:
        raise ValueError("the calendar ends before it begins")
    edges = [edge for session in calendar.hours for edge in session]
    if not edges or any(early >= late for early, late in pairwise(edges)):
        raise ValueError("office hours must be sessions in order, each ending after it begins")
