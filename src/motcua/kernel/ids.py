"""UUIDv7 keys made in Python: ordered by time, so that rows made together lie together (RFC 9562, 5.7)."""

import os
import time
import uuid
from datetime import UTC, datetime, timedelta
from hashlib import sha256

_EPOCH = datetime(1970, 1, 1, tzinfo=UTC)
_MICROSECOND = timedelta(microseconds=1)


def uuid7(at: datetime | None = None) -> uuid.UUID:
    """Return a UUIDv7 for the moment `at` (aware), or for the machine's own time when it is not given.

    The twelve bits after the version carry the fraction of the millisecond (RFC 9562, 6.2, method 3).
    A naive moment raises TypeError.
    """
    micros = time.time_ns() // 1000 if at is None else (at - _EPOCH) // _MICROSECOND
    millis, rest = divmod(micros, 1000)
    value = (millis & 0xFFFF_FFFF_FFFF) << 80
    value |= 0x7 << 76 | (rest * 4096 // 1000) << 64
    value |= 0b10 << 62 | int.from_bytes(os.urandom(8)) >> 2
    return uuid.UUID(int=value)


def moment_of(key: uuid.UUID) -> datetime:
    """Return the moment, to the millisecond, that a UUIDv7 carries."""
    if key.version != 7:
        raise ValueError("not a UUIDv7")
    return _EPOCH + timedelta(milliseconds=key.int >> 80)


def derived(base: uuid.UUID, *parts: str) -> uuid.UUID:
    """Return the key that belongs to a UUIDv7 and some words: always the same one, beside `base` in time."""
    digest = sha256("\x1f".join([base.hex, *parts]).encode()).digest()
    value = base.int >> 80 << 80 | 0x7 << 76 | int.from_bytes(digest[:2]) >> 4 << 64
    return uuid.UUID(int=value | 0b10 << 62 | int.from_bytes(digest[2:10]) >> 2)
