"""What time it is: the machine's clock, one running from a given moment, or one held still by a story.

Only the edges ask (web, commands, the starter of chores); everybody else is told.
"""

import time
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import UTC, datetime, timedelta
from functools import cache

from django.conf import settings

_started = time.monotonic()
_held: list[datetime] = []


def now() -> datetime:
    """Tell the moment, in UTC."""
    if _held:
        return _held[-1]
    start = _start(str(settings.GATEWAYS["clock"]))
    if start is None:
        return datetime.now(UTC)
    return start + timedelta(seconds=time.monotonic() - _started)


@contextmanager
def set_to(moment: datetime) -> Iterator[None]:
    """Hold the clock at a moment, for a story; it may be set again inside."""
    if moment.tzinfo is None:
        raise ValueError("a clock is set to a moment with its time zone")
    _held.append(moment.astimezone(UTC))
    try:
        yield
    finally:
        _held.pop()


@cache
def _start(setting: str) -> datetime | None:
    if setting == "live":
        return None
    try:
        start = datetime.fromisoformat(setting)
    except ValueError as error:
        raise ValueError(_WRONG.format(setting)) from error
    if start.tzinfo is None:
        raise ValueError(_WRONG.format(setting))
    return start.astimezone(UTC)


_WRONG = "MOTCUA_CLOCK is {!r}: give `live` or a moment with its time zone, such as 2026-11-23T08:00+07:00."
