"""One-time codes: six digits, ten minutes, five tries."""

from datetime import timedelta

DIGITS = 6
VALID_FOR = timedelta(minutes=10)
TRIES = 5
EVERY = timedelta(seconds=60)
"""A contact gets at most one code a minute."""
