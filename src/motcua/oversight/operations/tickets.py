"""Calls for support: opened by a red check or an officer, answered, closed."""

from datetime import datetime
from uuid import UUID

from motcua.dossiers.rules.texts import sha256
from motcua.kernel.actors import Actor
from motcua.kernel.ids import uuid7
from motcua.kernel.words import mark
from motcua.ledger.acts import act
from motcua.oversight import events
from motcua.oversight.errors import Incomplete, NotAllowed, NotFound
from motcua.oversight.models import Ticket, TicketNote
from motcua.oversight.rules.permits import may_see_agency, oversees, works_for

ASKED = "asked"
AT_LEAST = 10


def ask_support(*, text: str, by: Actor, at: datetime) -> Ticket:
    """Open a ticket by hand, for the agency worked for. Raises NotFound, Incomplete."""
    if by.unit is None or not works_for(by, by.unit):
        raise NotFound
    _long_enough(text)
    return open_ticket(agency_id=by.unit, cause=ASKED, text=text.strip(), by=by, at=at)


def answer(*, ticket_id: UUID, text: str, by: Actor, at: datetime) -> TicketNote:
    """Say something about a ticket that is open; the first word of the Office ends the waiting."""
    _long_enough(text)
    with act(by=by, at=at) as deed:
        row = _locked(ticket_id, by)
        office = oversees(by)
        note = TicketNote.objects.create(
            id=uuid7(at), ticket=row, text=text.strip(), from_office=office, by=by.id, at=at
        )
        if office and row.answered_at is None:
            row.answered_at = at
            row.save(update_fields=["answered_at"])
        deed.record(
            events.TicketAnswered(
                agency_id=row.agency_id,
                ticket_id=row.id,
                from_office=office,
                text_sha256=sha256(note.text),
            )
        )
    return note


def close(*, ticket_id: UUID, by: Actor, at: datetime) -> Ticket:
    """Close a ticket: the Office any, an agency what it asked itself. Raises NotFound, NotAllowed."""
    with act(by=by, at=at):
        row = _locked(ticket_id, by)
        if not oversees(by) and row.cause != ASKED:
            raise NotAllowed(
                mark("Yêu cầu này tự khép lại khi tình trạng đã được khắc phục, hoặc do Văn phòng khép lại.")
            )
        end_ticket(ticket=row, how="closed", by=by, at=at)
    return row


def open_ticket(*, agency_id: str, cause: str, text: str = "", by: Actor, at: datetime) -> Ticket:
    """Write a call for support down."""
    with act(by=by, at=at) as deed:
        row = Ticket.objects.create(
            id=uuid7(at), agency_id=agency_id, cause=cause, text=text, opened_by=by.id, opened_at=at
        )
        deed.record(
            events.TicketOpened(agency_id=agency_id, ticket_id=row.id, cause=cause, text_sha256=sha256(text))
        )
    return row


def end_ticket(*, ticket: Ticket, how: str, by: Actor, at: datetime) -> None:
    """Close a call that is locked: `closed` by somebody's word, or `mended` by itself."""
    with act(by=by, at=at) as deed:
        ticket.closed_by, ticket.closed_at = by.id, at
        ticket.save(update_fields=["closed_by", "closed_at"])
        deed.record(events.TicketClosed(agency_id=ticket.agency_id, ticket_id=ticket.id, how=how))


def _locked(ticket_id: UUID, by: Actor) -> Ticket:
    row = Ticket.objects.select_for_update().filter(id=ticket_id).first()
    if row is None or not may_see_agency(by, row.agency_id):
        raise NotFound
    if row.closed_at is not None:
        raise NotAllowed(mark("Yêu cầu này đã được khép lại. Xin mở yêu cầu mới."))
    return row


def _long_enough(text: str) -> None:
    if len(text.strip()) < AT_LEAST:
        raise Incomplete([("text", mark("Xin viết rõ hơn việc cần hỗ trợ (ít nhất 10 ký tự)."))])
