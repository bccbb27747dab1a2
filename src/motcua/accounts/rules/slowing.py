"""How long a guesser waits: nothing for the first tries, then doubling up to an hour."""

from datetime import timedelta

FREE_TRIES = 5
FREE_TRIES_OF_AN_OFFICE = 40
"""A whole office sits behind one address."""
FIRST_WAIT = timedelta(seconds=5)
LONGEST_WAIT = timedelta(hours=1)
FORGIVEN_AFTER = timedelta(hours=6)


def wait_after(failures: int, free: int = FREE_TRIES) -> timedelta:
    """Give the wait after this many failures in a row, of which the first are free."""
    if failures <= free:
        return timedelta(0)
    doubled: int = 2 ** min(failures - free - 1, 12)
    return min(FIRST_WAIT * doubled, LONGEST_WAIT)
