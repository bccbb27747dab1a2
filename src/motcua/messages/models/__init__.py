"""Rows of messages."""

from motcua.messages.models.attempt import Attempt
from motcua.messages.models.message import Message, State
from motcua.messages.models.slip import Slip, SlipHandover

__all__ = ["Attempt", "Message", "Slip", "SlipHandover", "State"]
