"""One-time codes: ten minutes, five tries, more slowly and longer the more of them are asked for.

Nobody can lock a person out by asking in their name: who asks waits, not whose contact it is, and wrong tries use
up only the code that the same asker was sent. What guards a much-asked contact is that its codes grow longer.
"""

from datetime import timedelta

VALID_FOR = timedelta(minutes=10)
TRIES = 5
COUNTED_FOR = timedelta(hours=24)
SHORT, LONG = 6, 8
SHORT_CODES = 10
"""So many codes a day are short: fifty guesses in a million; every further one has two digits more."""
_PAUSES = ((3, timedelta(minutes=1)), (10, timedelta(minutes=5)))
_LONGEST_PAUSE = timedelta(minutes=30)


def digits(sent: int) -> int:
    """Give the length of the next code of a contact to which so many were sent in a day."""
    return SHORT if sent < SHORT_CODES else LONG


def pause(asked: int) -> timedelta:
    """Give how long one asker waits between two codes to one contact after so many in a day."""
    return next((wait for most, wait in _PAUSES if asked <= most), _LONGEST_PAUSE)
