"""Communes by the names they had: people remember them longer than reforms do."""

from dataclasses import dataclass
from datetime import date

from motcua.directory.queries.agencies import agency, successors
from motcua.directory.queries.facts import AgencyFacts
from motcua.directory.queries.snapshot import Snapshot, snapshot
from motcua.directory.queries.units import unit
from motcua.kernel.text import fold

SHORTEST, MOST = 2, 12


@dataclass(frozen=True, slots=True)
class Former:
    """A commune that is no more, as people called it, and who carries on its duties: several where it was divided."""

    name: str
    now: tuple[AgencyFacts, ...]


def former_communes(words: str, on: date) -> list[Former]:
    """Find communes that had ended by a day by a part of their name, with or without diacritics."""
    wanted = " ".join(fold(words).split())
    if len(wanted) < SHORTEST:
        return []
    shot = snapshot()
    every = ended_communes(shot, on)
    return [Former(name, tuple(successors(one, on))) for key, name, one in every if wanted in key][:MOST]


def ended_communes(shot: Snapshot, on: date) -> list[tuple[str, str, str]]:
    """List the communes that had ended by a day: name for matching, name for showing, agency."""
    return shot.remembered(("former", on), lambda: _ended(shot, on))


def _ended(shot: Snapshot, on: date) -> list[tuple[str, str, str]]:
    """List name for matching, name for showing, and agency of the communes' committees that ended before the day."""
    found = []
    for agency_id, rows in shot.agencies.items():
        last = rows[-1]
        if last.level != "commune" or last.valid_to is None or last.valid_to >= on or agency(agency_id, on):
            continue
        place = unit(last.unit_code, last.valid_to)
        if place is None:
            continue
        district = unit(place.parent_code, last.valid_to)
        shown = f"{place.full_name}, {district.full_name}" if district else place.full_name
        found.append((fold(place.full_name), shown, agency_id))
    return sorted(found)
