"""What messages do by the clock."""

from datetime import datetime

from motcua.kernel.actors import SYSTEM
from motcua.messages import operations


def resume(*, at: datetime) -> int:
    """Take up messages that nobody is about to send; gives how many."""
    return operations.resume(by=SYSTEM, at=at)
