"""A date typed in three boxes, kept as one text `year-month-day`: a draft loses nothing that was typed."""

import re
from collections.abc import Mapping
from datetime import date, datetime, time

from motcua.kernel.worktime import ZONE

_CLOCK = re.compile(r"(\d{1,2})(?:\s*(?::|h|giờ)\s*(\d{1,2})?\s*(?:phút|p)?)?", re.IGNORECASE)


def typed_date(post: Mapping[str, str], name: str) -> str:
    """Join the boxes of a date field; "" when all are empty, ISO when they are digits, else as typed."""
    day, month, year = (post.get(f"{name}.{part}", "").strip()[:10] for part in ("day", "month", "year"))
    if not (day or month or year):
        return ""
    return f"{year}-{_two(month)}-{_two(day)}"


def typed_moment(post: Mapping[str, str], name: str) -> datetime | None:
    """Read a day in three boxes and an hour as `8:30`, `8h30` or `8 giờ 30`; None when either is missing or is none."""
    clock = _CLOCK.fullmatch(post.get(f"{name}.time", "").strip()[:20])
    try:
        day = date.fromisoformat(typed_date(post, name))
        return datetime.combine(day, time(int(clock[1]), int(clock[2] or 0)), ZONE) if clock else None
    except ValueError:
        return None


def _two(text: str) -> str:
    return text.zfill(2) if text.isdecimal() else text
