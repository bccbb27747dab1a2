"""Moving what a reform moves: many small transactions, each whole, so that a run that died goes on where it was."""

from collections.abc import Callable, Iterator, Mapping
from datetime import datetime
from uuid import UUID

from motcua.accounts.operations.reforming import move_roles, move_trusted
from motcua.commands.reforming.planning import held, routed, routed_drafts
from motcua.counter.operations.moving import move_books, move_outages
from motcua.directory.queries.contacts import places_of
from motcua.directory.rules.reforming import Reform, Rule
from motcua.dossiers.operations.moving import move_dossiers, move_drafts, move_opinions, move_scans
from motcua.feedback.operations.moving import move_requests
from motcua.kernel.actors import Actor
from motcua.oversight.operations.moving import move_tickets

BATCH = 500
"""Dossiers of one transaction: their agency's other work waits no longer than that takes."""
RESTS = ("requests", "books", "outages", "tickets", "scans", "opinions", "phones")
"""What goes where the rest of an agency's work goes."""

Progress = Callable[[int], None]


def apply(reform: Reform, *, by: Actor, at: datetime, progress: Progress = lambda _moved: None) -> int:
    """Move everything; gives how many dossiers moved. What has moved before is not found again.

    Officers go first: whoever holds a dossier goes on holding it where both have gone.
    """
    moved, lies = 0, held(reform)
    for start in sorted(lies["officers"]):
        move_roles(start=start, destination=_destination(reform, start), on=reform.on, by=by, at=at)
    for start in sorted(lies["dossiers"]):
        for law, to in _batches(routed(reform, start)):
            moved += move_dossiers(to=to, start=start, law=law, by=by, at=at)
            progress(moved)
    for start in sorted(lies["drafts"]):
        for law, to in _batches(routed_drafts(reform, start)):
            move_drafts(to=to, start=start, law=law, by=by, at=at)
    for start in sorted(set().union(*(lies[kind] for kind in RESTS))):
        if (rest := reform.rest(start)) is not None:
            _move_rest(start, rest.to, reform, by, at)
    return moved


def _move_rest(start: str, to: str, reform: Reform, by: Actor, at: datetime) -> None:
    place = next((one.id for one in places_of(to, reform.on)), "")
    move_requests(start=start, to=to, place_id=place, by=by, at=at)
    for move in (move_books, move_outages, move_tickets, move_scans, move_opinions, move_trusted):
        move(start=start, to=to, by=by, at=at)


def _destination(reform: Reform, start: str) -> Callable[[str], str | None]:
    def destination(username: str) -> str | None:
        rule = reform.destination_of(start, username)
        return rule.to if rule else None

    return destination


def _batches(found: Mapping[UUID, Rule]) -> Iterator[tuple[str, dict[UUID, str]]]:
    """Give what moves in small parts, each under one law."""
    for law in sorted({rule.law for rule in found.values()}):
        keys = sorted(key for key, rule in found.items() if rule.law == law)
        for begin in range(0, len(keys), BATCH):
            yield law, {key: found[key].to for key in keys[begin : begin + BATCH]}
