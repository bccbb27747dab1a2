"""Doors on a day."""

from datetime import date

from motcua.directory.queries.facts import DoorFacts
from motcua.directory.queries.snapshot import snapshot
from motcua.directory.rules.dating import holding


def door(name: str, on: date) -> DoorFacts | None:
    """Return the state of a door on a day, or None when no row speaks of it."""
    row = holding(snapshot().doors.get(name, ()), on)
    if row is None:
        return None
    return DoorFacts(row.name, row.value, row.law, row.note, row.valid_from, row.valid_to)
