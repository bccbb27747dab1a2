"""Rows of the ledger."""

from motcua.ledger.models.access import AccessNote
from motcua.ledger.models.anchor import Anchor
from motcua.ledger.models.event import ChainHead, Event, Handling
from motcua.ledger.models.series import Series, SeriesBlock

__all__ = ["AccessNote", "Anchor", "ChainHead", "Event", "Handling", "Series", "SeriesBlock"]
