"""Rows of custody."""

from motcua.custody.models.handover import Handover, Line
from motcua.custody.models.item import Item

__all__ = ["Handover", "Item", "Line"]
