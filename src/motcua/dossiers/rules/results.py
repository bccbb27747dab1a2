"""Whether an issued result still holds, and how its code is written."""

from dataclasses import dataclass
from datetime import date, datetime, timedelta
from enum import StrEnum

from motcua.kernel.words import mark
from motcua.kernel.worktime import ZONE

LONGEST = timedelta(days=366 * 100)


class Standing(StrEnum):
    """What a result is worth on a day."""

    VALID = "valid"
    EXPIRED = "expired"
    REPLACED = "replaced"
    REVOKED = "revoked"


WORDS: dict[Standing, str] = {
    Standing.VALID: mark("Còn hiệu lực"),
    Standing.EXPIRED: mark("Đã hết thời hạn"),
    Standing.REPLACED: mark("Đã được thay bằng kết quả khác"),
    Standing.REVOKED: mark("Đã bị thu hồi"),
}


@dataclass(frozen=True, slots=True)
class Validity:
    """Until which day a result holds (None: no end), from when it is void (None: it is not), and what replaced it."""

    until: date | None
    void_at: datetime | None
    replaced: bool

    def on(self, at: datetime) -> Standing:
        """Tell what the result is worth at a moment; what was taken back is worth nothing, whatever its last day."""
        if self.void_at is not None and self.void_at <= at:
            return Standing.REPLACED if self.replaced else Standing.REVOKED
        day = at.astimezone(ZONE).date()
        return Standing.EXPIRED if self.until is not None and day > self.until else Standing.VALID


def result_code(agency: str, ordinal: int) -> str:
    """Write the code of a result: `KQ.H41.12.000122`, the agency's identifier and its ordinal among all it issued."""
    return f"KQ.{agency}.{ordinal:06d}"


def until_problem(until: date | None, today: date) -> str:
    """Say what is wrong with a last day of validity; empty when it may stand."""
    if until is None or today <= until <= today + LONGEST:
        return ""
    return mark("Ngày hết hiệu lực phải từ hôm nay trở đi, không quá 100 năm.")
