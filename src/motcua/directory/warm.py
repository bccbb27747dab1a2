"""Values built from loaded rows and kept in the process, so that a warm question costs no query.

Every few seconds the stamp of the load is read again (one tiny query); when it has changed, the value is
built anew. After a load other processes answer from the old rows for at most that long.
"""

from collections.abc import Callable
from dataclasses import dataclass
from threading import RLock
from time import monotonic
from typing import Generic, TypeVar

from motcua.directory.models import DataVersion

LOOK_AGAIN_SECONDS = 3.0
TRIES = 5
Value = TypeVar("Value")
Stamp = tuple[int, str] | None
_all: "list[Warm[object]]" = []


@dataclass(frozen=True, slots=True)
class _Kept(Generic[Value]):
    stamp: Stamp
    value: Value
    until: float


class Warm(Generic[Value]):
    """One kept value of one room.

    >>> procedures = Warm("catalogue", read_all_procedures)
    >>> procedures.value()
    """

    def __init__(self, room: str, build: Callable[[], Value]) -> None:
        self.room, self.build = room, build
        self._kept: _Kept[Value] | None = None
        self._lock = RLock()
        _all.append(self)  # type: ignore[arg-type]

    def value(self) -> Value:
        """Return the value, looking at the stamp when it was not looked at for a while."""
        kept = self._kept
        if kept is not None and monotonic() < kept.until:
            return kept.value
        if not self._lock.acquire(blocking=kept is None):
            assert kept is not None
            return kept.value  # another thread is looking; nobody waits for it
        try:
            self._kept = kept = self._looked_at(self._kept)
        finally:
            self._lock.release()
        return kept.value

    def forget(self) -> None:
        """Drop the value; the next question builds it."""
        self._kept = None

    def _looked_at(self, kept: _Kept[Value] | None) -> _Kept[Value]:
        stamp = stamp_of(self.room)
        if kept is not None and stamp is not None and kept.stamp == stamp:
            return _Kept(stamp, kept.value, monotonic() + LOOK_AGAIN_SECONDS)
        for _ in range(TRIES):  # a load may commit between two reads of the build
            value, before, stamp = self.build(), stamp, stamp_of(self.room)
            if stamp == before:
                break
        return _Kept(stamp, value, monotonic() + LOOK_AGAIN_SECONDS)


def stamp_of(room: str) -> Stamp:
    """Return what tells one state of a room's loaded data from another; None before the first load."""
    return DataVersion.objects.filter(room=room).values_list("number", "digest").first()


def forget_all() -> None:
    """Drop every kept value of this process: right after a load, and between tests that load."""
    for warm in _all:
        warm.forget()
