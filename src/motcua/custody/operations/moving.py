"""The one way by which a thing changes its place: with a row that says so."""

from collections.abc import Sequence
from datetime import datetime

from motcua.custody.models import Item, Move
from motcua.custody.rules.ways import Place
from motcua.kernel.actors import Actor
from motcua.kernel.ids import uuid7


def follow(*, items: Sequence[Item], agency_id: str, by: Actor, at: datetime) -> None:
    """Put things, locked by the caller, into the books of another agency: they leave one and come to the other.

    Where they lie and who answers for them stays; both evenings balance.
    """
    rows = []
    for one in items:
        start, before = one.place, one.agency_id
        left = Move(
            id=uuid7(at), item=one, agency_id=before, start=start, end=Place.SUCCESSOR, by=by.id, at=at
        )
        came = Move(id=uuid7(at), item=one, agency_id=agency_id, start="", end=start, by=by.id, at=at)
        rows += [left, came]
        one.agency_id = agency_id
    Move.objects.bulk_create(rows)
    Item.objects.bulk_update(items, ["agency_id"])


def move(*, items: Sequence[Item], end: Place, by: Actor, at: datetime) -> None:
    """Put things, locked by the caller, into other hands."""
    Move.objects.bulk_create(
        Move(id=uuid7(at), item=one, agency_id=one.agency_id, start=one.place, end=end, by=by.id, at=at)
        for one in items
    )
    for one in items:
        one.place, one.held_by, one.since = end, by.id, at
    Item.objects.bulk_update(items, ["place", "held_by", "since"])
