"""Every write of messages."""

from motcua.messages.operations.enqueueing import enqueue
from motcua.messages.operations.sending import resume, send
from motcua.messages.operations.slips import hand_over, make_slips, place_slip, undo_handover

__all__ = ["enqueue", "hand_over", "make_slips", "place_slip", "resume", "send", "undo_handover"]
