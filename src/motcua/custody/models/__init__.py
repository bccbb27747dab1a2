"""Rows of custody."""

from motcua.custody.models.evening import Evening, Move, Remainder
from motcua.custody.models.handover import Handover, Line
from motcua.custody.models.item import Item

__all__ = ["Evening", "Handover", "Item", "Line", "Move", "Remainder"]
