"""A date typed in three boxes, kept as one text `year-month-day`: a draft loses nothing that was typed."""

from collections.abc import Mapping


def typed_date(post: Mapping[str, str], name: str) -> str:
    """Join the boxes of a date field; "" when all are empty, ISO when they are digits, else as typed."""
    day, month, year = (post.get(f"{name}.{part}", "").strip()[:10] for part in ("day", "month", "year"))
    if not (day or month or year):
        return ""
    return f"{year}-{_two(month)}-{_two(day)}"


def _two(text: str) -> str:
    return text.zfill(2) if text.isdecimal() else text
