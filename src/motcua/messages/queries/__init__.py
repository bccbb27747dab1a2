"""What was sent, and what is to be carried."""

from motcua.messages.queries.slips import (
    Carried,
    SlipCounts,
    hamlets_of,
    handed_slips,
    slip_counts,
    slip_for,
    waiting_slips,
)
from motcua.messages.queries.timeline import Sent, sent_in_thread

__all__ = [
    "Carried",
    "Sent",
    "SlipCounts",
    "hamlets_of",
    "handed_slips",
    "sent_in_thread",
    "slip_counts",
    "slip_for",
    "waiting_slips",
]
