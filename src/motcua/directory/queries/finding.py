"""Finding a receiving place by the words people use: its name, its agencies, its commune, and former names."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from itertools import islice

from motcua.directory.queries.agencies import agency, successors
from motcua.directory.queries.facts import PlaceFacts
from motcua.directory.queries.former import ended_communes
from motcua.directory.queries.places import receiving_places
from motcua.directory.queries.snapshot import Snapshot, snapshot
from motcua.directory.queries.units import unit
from motcua.kernel.text import fold, sort_key

Key = tuple[str, str]
LONGEST = 100


@dataclass(frozen=True, slots=True)
class FoundPlace:
    """A place, and the former name by which it was found; `key` is where it stands in the list."""

    place: PlaceFacts
    former: str
    key: Key


@dataclass(frozen=True, slots=True)
class _Entry:
    place: PlaceFacts
    key: Key
    words: str
    former: tuple[tuple[str, str], ...]


def find_places(words: str, on: date, *, after: Key | None = None, limit: int) -> list[FoundPlace]:
    """Find places in alphabetical order: every word begins a word of the name, or of one former name."""
    wanted = [f" {word}" for word in fold(words[:LONGEST]).replace(",", " ").split()]
    shot = snapshot()
    entries = shot.remembered(("findable", on), lambda: _entries(shot, on))
    met = (_met(one, wanted) for one in entries if after is None or one.key > after)
    return list(islice((one for one in met if one), limit))


def _met(entry: _Entry, wanted: list[str]) -> FoundPlace | None:
    if all(word in entry.words for word in wanted):
        return FoundPlace(entry.place, "", entry.key)
    for key, shown in entry.former:
        if all(word in key for word in wanted):
            return FoundPlace(entry.place, shown, entry.key)
    return None


def _entries(shot: Snapshot, on: date) -> list[_Entry]:
    former: dict[str, list[tuple[str, str]]] = {}
    for _, shown, agency_id in ended_communes(shot, on):
        for one in successors(agency_id, on):
            former.setdefault(one.id, []).append((_key(shown), shown))
    found = [
        _Entry(
            place=place,
            key=(sort_key(place.name), place.id),
            words=_key(" ".join(_names(place, on))),
            former=tuple(sorted(former.get(place.host_id, ()))),
        )
        for place in receiving_places(on)
    ]
    return sorted(found, key=lambda one: one.key)


def _names(place: PlaceFacts, on: date) -> Iterator[str]:
    yield from (place.name, place.name_en, place.address)
    if here := unit(place.unit_code, on):
        yield here.full_name
    for one in place.agency_ids:
        if known := agency(one, on):
            yield known.name


def _key(text: str) -> str:
    return f" {fold(text).replace(',', ' ')}"
