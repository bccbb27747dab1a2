"""Receiving places on a day."""

from datetime import date

from motcua.directory.models import ReceivingPlace
from motcua.directory.queries.facts import PlaceFacts
from motcua.directory.queries.snapshot import Snapshot, snapshot
from motcua.directory.rules.dating import holding, holds


def receiving_places(on: date, agency_id: str | None = None) -> list[PlaceFacts]:
    """Return the places that receive dossiers on a day: all, or those that receive for one agency."""
    shot = snapshot()
    every = shot.remembered(("places", on), lambda: _on(shot, on))
    return [place for place in every if agency_id is None or agency_id in place.agency_ids]


def receiving_place(place_id: str, on: date) -> PlaceFacts | None:
    """Return a place as it is on a day; None when it does not exist then."""
    shot = snapshot()
    row = holding(shot.places.get(place_id, ()), on)
    return None if row is None else _facts(shot, row, on)


def place_known(place_id: str, on: date) -> PlaceFacts | None:
    """Return a place as it is on a day or, when it has ended, as it last was: printed addresses stay."""
    begun = [row for row in snapshot().places.get(place_id, ()) if row.valid_from <= on]
    if not begun:
        return None
    last = begun[-1].valid_to
    return receiving_place(place_id, on if last is None else min(on, last))


def _on(shot: Snapshot, on: date) -> list[PlaceFacts]:
    held = (holding(rows, on) for rows in shot.places.values())
    return [_facts(shot, row, on) for row in held if row is not None]


def _facts(shot: Snapshot, row: ReceivingPlace, on: date) -> PlaceFacts:
    others = (one.agency_id for one in shot.place_agencies.get(row.place_id, ()) if holds(one, on))
    return PlaceFacts(
        id=row.place_id,
        name=row.name,
        name_en=row.name_en,
        kind=row.kind,
        host_id=row.host_id,
        unit_code=row.unit_code,
        address=row.address,
        phone=row.phone,
        email=row.email,
        agency_ids=tuple(dict.fromkeys((row.host_id, *others))),
        valid_from=row.valid_from,
        valid_to=row.valid_to,
    )
