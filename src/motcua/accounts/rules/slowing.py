"""How long a guesser waits: nothing for the first tries, then doubling up to an hour."""

from datetime import timedelta

FREE_TRIES = 5
FIRST_WAIT = timedelta(seconds=5)
LONGEST_WAIT = timedelta(hours=1)
FORGIVEN_AFTER = timedelta(hours=6)


def wait_after(failures: int) -> timedelta:
    """Give the wait after this many failures in a row."""
    if failures <= FREE_TRIES:
        return timedelta(0)
    doubled: int = 2 ** min(failures - FREE_TRIES - 1, 12)
    return min(FIRST_WAIT * doubled, LONGEST_WAIT)
