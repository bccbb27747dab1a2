"""Every write of messages."""

from motcua.messages.operations.enqueueing import enqueue
from motcua.messages.operations.sending import resume, send

__all__ = ["enqueue", "resume", "send"]
