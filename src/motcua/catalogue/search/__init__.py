"""Search: finding a procedure by everyday words, on the day asked for."""

from datetime import date

from motcua.catalogue.search.documents import Hit
from motcua.catalogue.search.source import engine

__all__ = ["Hit", "find", "suggest", "warm_up"]
LIMIT, SUGGESTIONS = 20, 8


def find(words: str, on: date, limit: int = LIMIT) -> list[Hit]:
    """Return the procedures with a version in force on the day that answer the words, best first."""
    return engine().find(words, on, limit)


def suggest(words: str, on: date, limit: int = SUGGESTIONS) -> list[Hit]:
    """Return procedures while one types: the last word may be incomplete."""
    return engine().suggest(words, on, limit)


def warm_up() -> None:
    """Build the index now (half a second), so that the first question need not wait."""
    engine()
