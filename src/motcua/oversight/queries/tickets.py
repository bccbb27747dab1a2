"""Calls for support: those of one's own agency, or all for the Provincial Office."""

from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from django.db.models import QuerySet

from motcua.kernel.actors import Actor
from motcua.oversight.errors import NotFound
from motcua.oversight.models import Ticket, TicketNote
from motcua.oversight.rules.permits import may_see_agency, oversees


@dataclass(frozen=True, slots=True)
class Thread:
    """A ticket with what was said about it."""

    ticket: Ticket
    notes: list[TicketNote]


def open_tickets(
    viewer: Actor, *, after: tuple[datetime, UUID] | None = None, limit: int = 50
) -> list[Ticket]:
    """List the open tickets this viewer is shown, the longest waiting first."""
    rows = _shown(viewer).filter(closed_at=None).order_by("opened_at", "id")
    if after is not None:
        moment, ticket_id = after
        rows = rows.filter(opened_at__gt=moment) | rows.filter(opened_at=moment, id__gt=ticket_id)
    return list(rows[:limit])


def closed_tickets(viewer: Actor, limit: int = 20) -> list[Ticket]:
    """List the tickets closed last."""
    return list(_shown(viewer).exclude(closed_at=None).order_by("-closed_at")[:limit])


def open_count(viewer: Actor) -> int:
    """Count the open tickets this viewer is shown."""
    return _shown(viewer).filter(closed_at=None).count()


def thread(viewer: Actor, ticket_id: UUID) -> Thread:
    """Read a ticket and its notes. Raises NotFound for strangers."""
    row = Ticket.objects.filter(id=ticket_id).first()
    if row is None or not may_see_agency(viewer, row.agency_id):
        raise NotFound
    return Thread(row, list(row.notes.order_by("at", "id")))


def _shown(viewer: Actor) -> QuerySet[Ticket]:
    if oversees(viewer):
        return Ticket.objects.all()
    return (
        Ticket.objects.filter(agency_id=viewer.unit or "")
        if viewer.kind == "officer"
        else Ticket.objects.none()
    )
