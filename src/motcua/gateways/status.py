"""What a provider knows of a key."""

from enum import StrEnum


class Known(StrEnum):
    """`UNKNOWN` is the answer of a provider that cannot be asked."""

    ACCEPTED = "accepted"
    REFUSED = "refused"
    ABSENT = "absent"
    UNKNOWN = "unknown"
