"""The register of an agency ("Sổ theo dõi hồ sơ"): every dossier received, by whatever channel, in one book."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from uuid import UUID

from django.db.models import Min, QuerySet

from motcua.accounts.models import Party
from motcua.accounts.queries import party_contact
from motcua.dossiers.models import Dossier, Origin
from motcua.dossiers.queries.codes import codes_of
from motcua.dossiers.rules.permits import has_desk
from motcua.kernel.actors import Actor
from motcua.kernel.worktime import ZONE
from motcua.ledger.models import Event

CHANNELS = ("direct", "online", "post")
Key = tuple[datetime, UUID]


@dataclass(frozen=True, slots=True)
class Span:
    """Days of reception, first and last included, of one channel or (empty) of all."""

    first: date
    last: date
    channel: str = ""

    @property
    def moments(self) -> tuple[datetime, datetime]:
        """Give the first moment and the one after the last."""
        begin, end = self.first, self.last + timedelta(days=1)
        return datetime.combine(begin, time(), ZONE), datetime.combine(end, time(), ZONE)


@dataclass(frozen=True, slots=True)
class Line:
    """One line of the register (form 06, since 1 July 2025 form 07)."""

    dossier_id: UUID
    code: str
    channel: str
    procedure: str
    matter: str
    owner: str
    address: str
    phone: str
    received_at: datetime
    due_at: datetime | None
    transferred_at: datetime | None
    result_at: datetime | None
    returned_at: datetime | None
    return_way: str
    status: int

    @property
    def key(self) -> Key:
        """Give the line's place in the book."""
        return self.received_at, self.dossier_id


def register(viewer: Actor, span: Span, *, after: Key | None = None, limit: int = 50) -> list[Line]:
    """Give lines in the order of reception; nothing for whoever does not work there."""
    rows = _rows(viewer, span).order_by("received_at", "id")
    if after is not None:
        rows = rows.extra(where=["(received_at, dossiers_dossier.id) > (%s, %s)"], params=list(after))
    return _lines(list(rows.select_related("owner", "submitter")[:limit]))


def register_counts(viewer: Actor, span: Span) -> dict[str, int]:
    """Count the dossiers of these days by channel."""
    ids = _rows(viewer, Span(span.first, span.last)).values("id")
    found = dict.fromkeys(CHANNELS, 0)
    for channel in Origin.objects.filter(dossier_id__in=ids).values_list("channel", flat=True):
        found[channel] += 1
    return found


def whole_register(viewer: Actor, span: Span, *, at_most: int, at_once: int = 500) -> Iterator[Line]:
    """Give the lines of these days one after the other, a stretch at a time, up to a bound."""
    after, left = None, at_most
    while left > 0:
        lines = register(viewer, span, after=after, limit=min(at_once, left))
        yield from lines
        if len(lines) < at_once:
            return
        after, left = lines[-1].key, left - len(lines)


def _rows(viewer: Actor, span: Span) -> QuerySet[Dossier]:
    if not has_desk(viewer):
        return Dossier.objects.none()
    begin, end = span.moments
    rows = Dossier.objects.filter(agency_id=viewer.unit or "", received_at__gte=begin, received_at__lt=end)
    return rows.filter(origin__channel=span.channel) if span.channel else rows


def _lines(found: list[Dossier]) -> list[Line]:
    ids = [one.id for one in found]
    codes = codes_of(ids)
    channels = dict(Origin.objects.filter(dossier_id__in=ids).values_list("dossier_id", "channel"))
    transferred = dict(
        Event.objects.filter(thread__in=ids, name="dossiers.DossierTransferred")
        .values_list("thread")
        .annotate(first=Min("at"))
    )
    return [
        Line(
            dossier_id=one.id,
            code=codes.get(one.id, ""),
            channel=channels.get(one.id, ""),
            procedure=one.procedure,
            matter=one.matter,
            owner=one.owner_name,
            address=one.owner.address,
            phone=_phone(one.owner) or (_phone(one.submitter) if one.submitter else ""),
            received_at=one.received_at or one.submitted_at,
            due_at=one.promised_at,
            transferred_at=transferred.get(one.id),
            result_at=one.ended_at if one.stage in ("issued", "returned") else None,
            returned_at=one.returned_at,
            return_way=one.return_way,
            status=one.status,
        )
        for one in found
    ]


def _phone(party: Party) -> str:
    contact = party_contact(party, "sms")
    return contact.address if contact else ""
