"""Rows of messages."""

from motcua.messages.models.attempt import Attempt
from motcua.messages.models.message import Message, State

__all__ = ["Attempt", "Message", "State"]
