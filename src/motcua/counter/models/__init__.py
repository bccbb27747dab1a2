"""Rows of the counter."""

from motcua.counter.models.book import Book, Leaf, LeafLoss
from motcua.counter.models.late import LateEntry
from motcua.counter.models.outage import Outage
from motcua.counter.models.visit import Visit

__all__ = ["Book", "LateEntry", "Leaf", "LeafLoss", "Outage", "Visit"]
