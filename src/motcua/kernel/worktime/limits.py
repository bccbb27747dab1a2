"""Time limits and pauses as values: what the law grants, and when the clock stood still."""

import re
from calendar import monthrange
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime
from typing import Literal, NamedTuple, cast, get_args

from motcua.kernel.zone import local

Unit = Literal["working_day", "day", "working_hour", "month", "same_day"]
UNITS: tuple[str, ...] = get_args(Unit)
_ALIASES = {
    "hour": "working_hour",
    "ngày làm việc": "working_day",
    "ngày": "day",
    "giờ làm việc": "working_hour",
    "giờ": "working_hour",
    "tháng": "month",
    "trong ngày": "same_day",
}


@dataclass(frozen=True, slots=True)
class Limit:
    """A time limit: an amount of working days, calendar days, working hours or months; or within the same day.

    `same_day` has the amount 1: the working day of reception, or the next one after the cut-off hour.
    """

    amount: int
    unit: Unit

    def __post_init__(self) -> None:
        if self.unit not in UNITS:
            raise ValueError(
                f"Không có đơn vị thời hạn “{self.unit}”; hãy dùng một trong: {', '.join(UNITS)}."
            )
        given: object = self.amount
        if isinstance(given, bool) or not isinstance(given, int) or given < 0:
            raise ValueError("Thời hạn phải là một số nguyên, không âm.")
        if self.unit == "same_day" and self.amount != 1:
            raise ValueError("Thời hạn trong ngày chỉ viết là “1 same_day”.")

    def last_day(self, event: date) -> date:
        """Return the last day of a term of days or months after an event (Civil Code 2015, Art 147-148).

        Month ends clamp: one month after 31 January is the last day of February.
        """
        if self.unit == "day":
            return date.fromordinal(min(event.toordinal() + self.amount, date.max.toordinal()))
        year, month = divmod(event.year * 12 + event.month - 1 + self.amount, 12)
        year = min(year, date.max.year)  # far beyond any calendar, which then says so
        return date(year, month + 1, min(event.day, monthrange(year, month + 1)[1]))


@dataclass(frozen=True, slots=True)
class Pause:
    """A stretch of time in which the clock stands still; `end` is None while it still does.

    `reason` is a sentence part for people ("chờ bổ sung giấy tờ"), kept only for the words of the trail.
    """

    start: datetime
    end: datetime | None
    reason: str = ""

    def __post_init__(self) -> None:
        if self.end is not None and local(self.end) < local(self.start):
            raise ValueError("Lúc kết thúc tạm dừng ở trước lúc bắt đầu.")


def limit_from(text: str | None) -> Limit | None:
    """Read a limit such as `3 working_day` or `3 ngày làm việc`; None when the text is empty.

    `hour` is read as a working hour. Raises ValueError with a sentence for people.
    """
    if text is None or not text.strip():
        return None
    found = re.fullmatch(r"([0-9]{1,5})\s+(\S.*?)", text.strip())
    if found is None:
        raise ValueError(f"Không đọc được thời hạn “{text}”; hãy viết như “3 working_day”.")
    unit = found.group(2).lower()
    unit = unit if unit in UNITS else _ALIASES.get(unit, unit.removesuffix("s"))
    return Limit(int(found.group(1)), cast(Unit, _ALIASES.get(unit, unit)))


class Halt(NamedTuple):
    """A pause as the count needs it: in local time, after reception, apart from every other."""

    start: datetime
    end: datetime | None
    reason: str


def stops(pauses: Sequence[Pause], received: datetime) -> list[Halt]:
    """Return the union of the pauses after reception, in local time, in order, without overlaps."""
    clipped = []
    for pause in pauses:
        end = pause.end and local(pause.end)
        if end is None or end > received:
            clipped.append(Halt(max(local(pause.start), received), end, pause.reason))
    return _union(clipped) if len(clipped) > 1 else clipped


def _union(halts: list[Halt]) -> list[Halt]:
    merged: list[Halt] = []
    for halt in sorted(halts, key=lambda halt: halt.start):
        last = merged[-1] if merged else None
        if last is None or (last.end is not None and last.end < halt.start):
            merged.append(halt)
        elif last.end is not None and (halt.end is None or halt.end > last.end):
            merged[-1] = Halt(last.start, halt.end, last.reason or halt.reason)
    return merged
