"""Numbers and days as people type them; what makes no sense is refused in words."""

import argparse
from collections.abc import Callable
from datetime import date


def count(least: int = 0) -> Callable[[str], int]:
    """Return a reader of whole numbers that are not below the least."""

    def read(text: str) -> int:
        if not (text.isascii() and text.isdecimal()) or int(text) < least:
            raise argparse.ArgumentTypeError(f"{text!r} is no whole number from {least}")
        return int(text)

    return read


def day(text: str) -> date:
    """Read a day, as 2021-09-01."""
    try:
        return date.fromisoformat(text)
    except ValueError:
        raise argparse.ArgumentTypeError(f"{text!r} is no day (YYYY-MM-DD)") from None
