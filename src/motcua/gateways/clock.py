"""The time of day, asked only at the edges: live, or set by a story.

`MOTCUA_CLOCK=2021-09-01T08:00+07:00` starts a shifted clock that runs on from there; `set_to` holds it still.
"""

import os
from collections.abc import Iterator
from contextlib import contextmanager
from contextvars import ContextVar
from datetime import UTC, datetime

_held: ContextVar[datetime | None] = ContextVar("motcua_clock", default=None)
_started = datetime.now(UTC)
_given = os.environ.get("MOTCUA_CLOCK", "live")
_shift = datetime.fromisoformat(_given) - _started if _given != "live" else None


def now() -> datetime:
    """Give the moment, in UTC."""
    held = _held.get()
    if held is not None:
        return held
    live = datetime.now(UTC)
    return (live + _shift).astimezone(UTC) if _shift is not None else live


@contextmanager
def set_to(moment: datetime) -> Iterator[None]:
    """Hold the clock at a moment."""
    token = _held.set(moment.astimezone(UTC))
    try:
        yield
    finally:
        _held.reset(token)
