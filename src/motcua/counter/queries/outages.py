"""Outages of an agency, what was written by hand in them, and what of it is still to be entered."""

from dataclasses import dataclass
from datetime import datetime, timedelta
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
    """Outages of one agency between two moments. Durations count up to the second moment where one lasts longer."""

    agency_id: str
    outages: int
    lasting: int
    total: timedelta
    longest: timedelta
    handwritten: int
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
    """Add up the outages that began between two moments, by agency, most hours first, for who oversees the province."""
    found: dict[str, list[OutageLine]] = {}
    for line in outages_between(viewer, since, until):
        found.setdefault(line.outage.agency_id, []).append(line)
    added = [_toll(key, lines, until) for key, lines in found.items()]
    return sorted(added, key=lambda one: (-one.total, one.agency_id))


def outages_between(viewer: Actor, since: datetime, until: datetime, agency_id: str = "") -> list[OutageLine]:
    """List the outages that began between two moments, newest first, of one agency or all; nothing to others."""
    if not oversees(viewer):
        return []
    rows = Outage.objects.filter(began_at__gte=since, began_at__lt=until).annotate(entered=Count("entries"))
    if agency_id:
        rows = rows.filter(agency_id=agency_id)
    return [OutageLine(one, one.entered) for one in rows.order_by("-began_at", "id")]


def _toll(agency_id: str, lines: list[OutageLine], until: datetime) -> Toll:
    spans = [min(one.outage.ended_at or until, until) - one.outage.began_at for one in lines]
    return Toll(
        agency_id=agency_id,
        outages=len(lines),
        lasting=sum(one.outage.ended_at is None for one in lines),
        total=sum(spans, timedelta()),
        longest=max(spans),
        handwritten=sum(one.outage.handwritten or 0 for one in lines),
        entered=sum(one.entered for one in lines),
    )
