"""One-time passwords: given by somebody else, good for a few days, and only for choosing an own one."""

from collections.abc import Callable, Sequence
from datetime import datetime, timedelta

VALID_FOR = timedelta(days=3)
LETTERS = "abcdefghjkmnpqrstuvwxyz23456789"
"""Without l, i, o, 0, 1: what is read from paper or told by phone is not mistaken."""


def one_time(choose: Callable[[Sequence[str]], str]) -> str:
    """Draw a password of three groups of four; `choose` picks a letter as secretly as it can."""
    return "-".join("".join(choose(LETTERS) for _ in range(4)) for _ in range(3))


def half(choose: Callable[[Sequence[str]], str]) -> str:
    """Draw half of a password that two people hand over, each a half: two groups of four."""
    return "-".join("".join(choose(LETTERS) for _ in range(4)) for _ in range(2))


def expired(given_at: datetime | None, at: datetime) -> bool:
    """Tell whether a one-time password has waited too long."""
    return given_at is not None and at > given_at + VALID_FOR
