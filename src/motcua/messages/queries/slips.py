"""The slips of a one-stop: what waits to be carried, by hamlet, and what was handed over."""

from dataclasses import dataclass
from datetime import date, datetime
from uuid import UUID

from django.db.models import Count, Q, QuerySet

from motcua.kernel.actors import Actor
from motcua.kernel.text import sort_key
from motcua.messages.models import Slip, SlipHandover
from motcua.messages.rules.slips import CARRIERS, may_hand
from motcua.messages.rules.templates import TEMPLATES
from motcua.messages.sealing import open_slip

MOST = 300
"""What one page shows and prints; the oldest come first, so that the rest follows once these are carried."""


@dataclass(frozen=True)
class Carried:
    """One slip as lists and sheets show it; `what` and `carrier` are to be translated."""

    id: UUID
    thread: UUID | None
    hamlet: str
    name: str
    address: str
    subject: str
    text: str
    what: str
    made_at: datetime
    late: bool
    handed_on: date | None = None
    carrier: str = ""
    carrier_name: str = ""


@dataclass(frozen=True)
class SlipCounts:
    """How many slips wait, how many of them too long, and how many were handed over lately."""

    waiting: int
    late: int
    handed: int


def waiting_slips(viewer: Actor, *, late_before: datetime | None, hamlet: str | None = None) -> list[Carried]:
    """List the slips that wait to be carried: hamlet by hamlet, where one waits too long first."""
    rows = _own(viewer).filter(handed_on=None)
    if hamlet is not None:
        rows = rows.filter(hamlet=hamlet)
    found = [_carried(one, late_before) for one in rows.order_by("created_at", "id")[:MOST]]
    late = {one.hamlet for one in found if one.late}
    return sorted(
        found, key=lambda one: (one.hamlet not in late, not one.hamlet, sort_key(one.hamlet), one.made_at)
    )


def handed_slips(viewer: Actor, *, since: date) -> list[Carried]:
    """List the slips handed over since a day, newest first."""
    rows = _own(viewer).filter(handed_on__gte=since).order_by("-handed_on", "-id")[:MOST]
    slips = list(rows)
    standing = {
        one.slip_id: one
        for one in SlipHandover.objects.filter(slip__in=[one.id for one in slips], undone_at=None)
    }
    return [_carried(one, None, standing.get(one.id)) for one in slips]


def slip_counts(viewer: Actor, *, late_before: datetime | None, since: date) -> SlipCounts:
    """Count the slips that wait, those that wait too long, and those handed over since a day."""
    late = Q(handed_on=None, created_at__lt=late_before) if late_before else Q(pk__in=[])
    shown = Q(handed_on=None) | Q(handed_on__gte=since)
    found = (
        _own(viewer)
        .filter(shown)
        .aggregate(
            waiting=Count("id", filter=Q(handed_on=None)),
            late=Count("id", filter=late),
            handed=Count("id", filter=Q(handed_on__isnull=False)),
        )
    )
    return SlipCounts(**found)


def slip_for(viewer: Actor, slip_id: UUID) -> Carried | None:
    """Read one slip of the viewer's one-stop."""
    row = _own(viewer).filter(id=slip_id).first()
    return _carried(row, None) if row else None


def hamlets_of(viewer: Actor) -> list[str]:
    """List the hamlets that the one-stop's slips have named, to choose from."""
    names = _own(viewer).exclude(hamlet="").values_list("hamlet", flat=True).distinct()[:1000]
    return sorted(names, key=sort_key)


def _own(viewer: Actor) -> QuerySet[Slip]:
    if viewer.unit is None or not may_hand(viewer, viewer.unit):
        return Slip.objects.none()
    return Slip.objects.filter(office=viewer.unit)


def _carried(slip: Slip, late_before: datetime | None, handed: SlipHandover | None = None) -> Carried:
    words = open_slip(slip.id, bytes(slip.words_sealed))
    return Carried(
        id=slip.id,
        thread=slip.thread,
        hamlet=slip.hamlet,
        name=words.name,
        address=words.address,
        subject=words.subject,
        text=words.text,
        what=TEMPLATES[slip.template].what if slip.template in TEMPLATES else slip.template,
        made_at=slip.created_at,
        late=late_before is not None and slip.created_at < late_before,
        handed_on=slip.handed_on,
        carrier=CARRIERS[handed.carrier] if handed else "",
        carrier_name=handed.carrier_name if handed else "",
    )
