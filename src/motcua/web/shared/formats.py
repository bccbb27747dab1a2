"""How dates, moments, numbers, money, sizes and marked texts look on a page, in the page's language."""

from collections.abc import Callable
from datetime import date, datetime
from typing import Any

from django.utils import translation

from motcua.kernel import words
from motcua.kernel.worktime import ZONE
from motcua.kernel.zone import local


def _lang() -> str:
    return "en" if (translation.get_language() or "vi").startswith("en") else "vi"


def day(value: date) -> str:
    """Return `Thứ Năm, ngày 02/9/2021`; a moment is taken in Vietnam."""
    return words.date_words(value, _lang())


def day_short(value: date) -> str:
    """Return `02/9/2021`; a moment is taken in Vietnam."""
    return words.date_short(local(value).date() if isinstance(value, datetime) else value, _lang())


def moment(value: datetime) -> str:
    """Return `17 giờ, Thứ Hai, ngày 06/9/2021`."""
    return words.moment_words(value, _lang())


def moment_short(value: datetime) -> str:
    """Return `14:32, 02/9/2021`: lists and timelines."""
    return f"{clock(value)}, {day_short(value)}"


def clock(value: datetime) -> str:
    """Return `14:32` in Vietnam."""
    return f"{local(value):%H:%M}"


def machine(value: date) -> str:
    """Return the ISO form for `<time datetime>`."""
    return (
        value.astimezone(ZONE).isoformat(timespec="minutes")
        if isinstance(value, datetime)
        else value.isoformat()
    )


def number(value: int) -> str:
    """Return `1.234.567`."""
    return words.number_grouped(value, _lang())


def capped(value: int, cap: int = 10_000) -> str:
    """Return a count, or `10.000+` beyond the cap."""
    return f"{number(cap)}+" if value > cap else number(value)


def money(value: int) -> str:
    """Return `50.000 đồng`."""
    return words.money_words(value, _lang())


def left(days: int) -> str:
    """Return `còn 3 ngày làm việc`."""
    return words.left_words(days, _lang())


def size(octets: int) -> str:
    """Return `850 kB` or `1,2 MB`."""
    if octets < 1_000_000:
        return f"{max(1, round(octets / 1000))} kB"
    text = f"{octets / 1_000_000:.1f} MB"
    return text if _lang() == "en" else text.replace(".", ",")


def phone(value: str) -> str:
    """Return a Vietnamese number as people read it: `0912 345 678`, `1800 1096`."""
    digits = "0" + value[3:] if value.startswith("+84") else value
    if digits.startswith(("1800", "1900")):
        return f"{digits[:4]} {digits[4:]}"
    plain = digits.isdecimal() and len(digits) in (10, 11)
    return f"{digits[:4]} {digits[4:7]} {digits[7:]}" if plain else value


def translated(text: str) -> str:
    """Translate a text that a pure module has marked; escaped like any value.

    Such texts are written in Vietnamese: there they stand as they are, and Django's own words (Khmer) do not meddle.
    """
    return translation.gettext(text) if text and _lang() != "vi" else text


def date_parts(value: str) -> tuple[str, str, str]:
    """Split a typed date kept as `year-month-day` into day, month, year; what was typed stays as typed."""
    year, month, typed_day = ([*value.split("-", 2), "", "", ""])[:3]
    return typed_day, month, year


FILTERS: dict[str, Callable[..., Any]] = {
    "day": day,
    "day_short": day_short,
    "moment": moment,
    "moment_short": moment_short,
    "clock": clock,
    "machine": machine,
    "number": number,
    "capped": capped,
    "money": money,
    "left": left,
    "size": size,
    "phone": phone,
    "t": translated,
    "date_parts": date_parts,
}
