"""The log of outages: that an agency could not work on the system, from when, until when, and why."""

from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from motcua.counter import events
from motcua.counter.errors import Incomplete, NotAllowed, NotFound
from motcua.counter.models import Outage
from motcua.counter.rules.books import receives
from motcua.counter.rules.outages import end_problems, log_problems
from motcua.dossiers.rules.texts import sha256
from motcua.kernel.actors import Actor
from motcua.kernel.ids import uuid7
from motcua.kernel.words import mark
from motcua.ledger.acts import act
from motcua.ledger.alone import alone_with


@dataclass(frozen=True, slots=True)
class Reported:
    """What the officer says of an outage; `ended_at` and `handwritten` are empty while it lasts."""

    what: str
    began_at: datetime | None
    ended_at: datetime | None = None
    handwritten: int | None = None
    note: str = ""


def log_outage(*, said: Reported, by: Actor, at: datetime) -> Outage:
    """Log an outage, one that lasts or one that is over. Raises NotFound, Incomplete, NotAllowed."""
    if not receives(by) or by.unit is None:
        raise NotFound
    problems = log_problems(said.what, said.began_at, said.ended_at, said.handwritten, at)
    if problems or said.began_at is None:
        raise Incomplete(problems)
    with act(by=by, at=at) as deed:
        alone_with(f"outage:{by.unit}")
        if said.ended_at is None and Outage.objects.filter(agency_id=by.unit, ended_at=None).exists():
            raise NotAllowed(
                mark("Cơ quan đang có một sự cố chưa kết thúc. Xin ghi kết thúc sự cố đó trước.")
            )
        row = Outage.objects.create(
            id=uuid7(at),
            agency_id=by.unit,
            what=said.what,
            note=said.note.strip(),
            began_at=said.began_at,
            logged_by=by.id,
            logged_at=at,
            ended_at=said.ended_at,
            ended_by=by.id if said.ended_at else "",
            handwritten=said.handwritten if said.ended_at else None,
        )
        deed.record(
            events.OutageLogged(
                agency_id=by.unit,
                outage_id=row.id,
                what=row.what,
                began_at=row.began_at,
                text_sha256=sha256(row.note),
            )
        )
        if row.ended_at is not None:
            deed.record(_ended(row))
    return row


def end_outage(
    *, outage_id: UUID, ended_at: datetime | None, handwritten: int | None, by: Actor, at: datetime
) -> Outage:
    """Say that an outage is over, and how many receipts were written by hand. Raises as `log_outage`."""
    with act(by=by, at=at) as deed:
        row = Outage.objects.select_for_update().filter(id=outage_id, agency_id=by.unit).first()
        if row is None or not receives(by):
            raise NotFound
        if row.ended_at is not None:
            raise NotAllowed(mark("Sự cố này đã được ghi là kết thúc."))
        problems = end_problems(row.began_at, ended_at, handwritten, at)
        if problems:
            raise Incomplete(problems)
        row.ended_at, row.ended_by, row.handwritten = ended_at, by.id, handwritten
        row.save(update_fields=["ended_at", "ended_by", "handwritten"])
        deed.record(_ended(row))
    return row


def _ended(row: Outage) -> events.OutageEnded:
    assert row.ended_at is not None and row.handwritten is not None  # noqa: PT018 - both or none, as the table says
    return events.OutageEnded(
        agency_id=row.agency_id, outage_id=row.id, ended_at=row.ended_at, handwritten=row.handwritten
    )
