"""A reform of units: what an agency asked goes on at its successor; what was found red at it is over with it."""

from datetime import datetime

from motcua.kernel.actors import Actor
from motcua.ledger.acts import act
from motcua.oversight import events
from motcua.oversight.models import Ticket
from motcua.oversight.operations.tickets import ASKED, end_ticket


def move_tickets(*, start: str, to: str, by: Actor, at: datetime) -> int:
    """Move what officers asked, close what a check had found (the successor is looked at by itself)."""
    with act(by=by, at=at) as deed:
        rows = list(Ticket.objects.select_for_update().filter(agency_id=start, closed_at=None).order_by("id"))
        for one in rows:
            if one.cause != ASKED:
                end_ticket(ticket=one, how="ended", by=by, at=at)
                continue
            one.agency_id = to
            one.save(update_fields=["agency_id"])
            deed.record(events.TicketMoved(agency_id=to, ticket_id=one.id, start=start))
    return len(rows)
