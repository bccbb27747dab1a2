"""Administrative units on a day."""

from collections.abc import Callable
from datetime import date

from motcua.directory.models import Unit
from motcua.directory.queries.facts import UnitFacts
from motcua.directory.queries.snapshot import Snapshot, snapshot
from motcua.directory.rules.dating import holding


def unit(code: str, on: date) -> UnitFacts | None:
    """Return the unit that bears this code on a day, or None."""
    row = holding(snapshot().units.get(code, ()), on)
    return None if row is None else _facts(row)


def units(on: date, level: str | None = None, parent: str | None = None) -> list[UnitFacts]:
    """Return the units of a day in alphabetical order: of one level, or directly under one parent."""
    shot = snapshot()
    every = shot.remembered(("units", on), lambda: _on(shot, on))
    return [
        one
        for one in every
        if (level is None or one.level == level) and (parent is None or one.parent_code == parent)
    ]


def unit_namer(on: date) -> Callable[[str], str]:
    """Return a function that gives a unit's full name on that day; empty for a code nobody bears."""

    def name(code: str) -> str:
        found = unit(code, on)
        return found.full_name if found else ""

    return name


def unit_codes(on: date, level: str) -> frozenset[str]:
    """Return the codes of a level's units on a day."""
    return snapshot().remembered(
        ("unit_codes", level, on), lambda: frozenset(one.code for one in units(on, level=level))
    )


def _on(shot: Snapshot, on: date) -> list[UnitFacts]:
    held = [row for rows in shot.units.values() if (row := holding(rows, on)) is not None]
    return [_facts(row) for row in sorted(held, key=lambda row: (row.sort_key, row.code))]


def _facts(row: Unit) -> UnitFacts:
    return UnitFacts(
        code=row.code,
        level=row.level,
        type=row.type,
        name=row.name,
        full_name=row.full_name,
        name_en=row.name_en,
        parent_code=row.parent_code,
        latitude=row.latitude,
        longitude=row.longitude,
        area_km2=None if row.area_km2 is None else float(row.area_km2),
        valid_from=row.valid_from,
        valid_to=row.valid_to,
    )
