"""Outages of an agency, what was written by hand in them, and what of it is still to be entered."""

from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from django.db.models import Count, F, Q

from motcua.counter.errors import NotFound
from motcua.counter.models import LateEntry, Outage
from motcua.counter.rules.books import keeps_books, receives
from motcua.dossiers.rules.permits import oversees
from motcua.kernel.actors import Actor


@dataclass(frozen=True, slots=True)
class OutageLine:
    """An outage and how many hand-written receipts of it were entered."""

    outage: Outage
    entered: int

    @property
    def left(self) -> int:
        """Tell how many hand-written receipts are still to be entered."""
        return max(0, (self.outage.handwritten or 0) - self.entered)


@dataclass(frozen=True, slots=True)
class Offline:
    """What officers are reminded of: the outage that lasts, and how many receipts are still to be entered."""

    lasting: Outage | None
    left: int


@dataclass(frozen=True, slots=True)
class Toll:
    """Outages of one agency between two moments: how many, and how many dossiers were entered late."""

    agency_id: str
    outages: int
    entered: int


def outages(viewer: Actor, limit: int = 50) -> list[OutageLine]:
    """List the outages of the agency worked for, newest first."""
    if not keeps_books(viewer):
        return []
    rows = Outage.objects.filter(agency_id=viewer.unit).annotate(entered=Count("entries"))
    return [OutageLine(one, one.entered) for one in rows.order_by("-began_at")[:limit]]


def outage(viewer: Actor, outage_id: UUID) -> Outage:
    """Read an outage of the agency worked for. Raises NotFound for strangers."""
    row = Outage.objects.filter(id=outage_id, agency_id=viewer.unit).first()
    if row is None or not receives(viewer):
        raise NotFound
    return row


def offline(viewer: Actor) -> Offline:
    """Tell what those who receive dossiers are to be reminded of; nothing to others."""
    if not receives(viewer):
        return Offline(None, 0)
    rows = Outage.objects.filter(agency_id=viewer.unit).annotate(entered=Count("entries"))
    open_ones = rows.filter(Q(ended_at=None) | Q(handwritten__gt=F("entered")))
    lines = [OutageLine(one, one.entered) for one in open_ones]
    return Offline(
        next((one.outage for one in lines if one.outage.ended_at is None), None),
        sum(one.left for one in lines),
    )


def late_entry(dossier_id: UUID) -> LateEntry | None:
    """Give both moments of a dossier that was entered late; the caller knows that the viewer may see the dossier."""
    return LateEntry.objects.select_related("outage", "leaf__book").filter(dossier_id=dossier_id).first()


def tolls(viewer: Actor, since: datetime, until: datetime) -> list[Toll]:
    """Count outages and late entries by agency between two moments, for who oversees the province."""
    if not oversees(viewer):
        return []
    rows = Outage.objects.filter(began_at__gte=since, began_at__lt=until).values("agency_id")
    found = rows.annotate(times=Count("id", distinct=True), late=Count("entries")).order_by(
        "-times", "agency_id"
    )
    return [Toll(one["agency_id"], one["times"], one["late"]) for one in found]
