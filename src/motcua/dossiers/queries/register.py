"""The register of an agency ("Sổ theo dõi hồ sơ"): every dossier received, by whatever channel, in one book.

The same lines are listed by the day on which the result was given, too, and then by the way it was given.
"""

from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import date, datetime, time, timedelta
from typing import Literal
from uuid import UUID

from django.db.models import Count, Min, Q, QuerySet

from motcua.accounts.models import Party
from motcua.accounts.queries import party_contact
from motcua.dossiers.models import Dossier, Origin
from motcua.dossiers.queries.codes import codes_of
from motcua.dossiers.queries.handouts import HandedOut, handouts_of
from motcua.dossiers.rules.permits import has_desk
from motcua.kernel.actors import Actor
from motcua.kernel.worktime import ZONE
from motcua.ledger.models import Event

CHANNELS = ("direct", "online", "post")
GIVEN = ("counter", "online", "post")
Key = tuple[datetime, UUID]


@dataclass(frozen=True, slots=True)
class Span:
    """Days, first and last included, of reception or of the result given, by one channel or (empty) by all."""

    first: date
    last: date
    channel: str = ""
    by: Literal["received", "returned"] = "received"

    @property
    def column(self) -> str:
        """Give the moment by which the lines are found and ordered."""
        return f"{self.by}_at"

    @property
    def channels(self) -> tuple[str, ...]:
        """List the channels that can be chosen."""
        return CHANNELS if self.by == "received" else GIVEN

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
    new_due_at: datetime | None
    transferred_at: datetime | None
    result_at: datetime | None
    returned_at: datetime | None
    returned_how: str
    taker: HandedOut | None
    return_way: str
    status: int

    def key(self, span: Span) -> Key:
        """Give the line's place in the book of these days."""
        given = self.returned_at if span.by == "returned" else None
        return given or self.received_at, self.dossier_id


_CHANNEL = {"received": "origin__channel", "returned": "returned_how"}


def register(viewer: Actor, span: Span, *, after: Key | None = None, limit: int = 50) -> list[Line]:
    """Give lines in the order of their moments; nothing for whoever does not work there."""
    rows = _rows(viewer, span).order_by(span.column, "id")
    if after is not None:
        rows = rows.filter(_beyond(span.column, after))
    return _lines(viewer, list(rows.select_related("owner", "submitter")[:limit]))


def _beyond(column: str, after: Key) -> Q:
    """Go on after a line; the plain bound is what the index is entered by."""
    moment, key = after
    later = Q(**{f"{column}__gt": moment}) | Q(**{column: moment, "id__gt": key})
    return Q(**{f"{column}__gte": moment}) & later


def register_counts(viewer: Actor, span: Span) -> dict[str, int]:
    """Count the dossiers of these days by channel."""
    rows, found = _rows(viewer, replace(span, channel="")), dict.fromkeys(span.channels, 0)
    if span.by == "returned":
        return found | dict(rows.order_by().values_list("returned_how").annotate(Count("id")))
    origins = Origin.objects.filter(dossier_id__in=rows.values("id"))
    return found | dict(origins.order_by().values_list("channel").annotate(Count("dossier_id")))


def whole_register(viewer: Actor, span: Span, *, at_most: int, at_once: int = 500) -> Iterator[Line]:
    """Give the lines of these days one after the other, a stretch at a time, up to a bound."""
    after, left = None, at_most
    while left > 0:
        lines = register(viewer, span, after=after, limit=min(at_once, left))
        yield from lines
        if len(lines) < at_once:
            return
        after, left = lines[-1].key(span), left - len(lines)


def _rows(viewer: Actor, span: Span) -> QuerySet[Dossier]:
    if not has_desk(viewer):
        return Dossier.objects.none()
    begin, end = span.moments
    days = {f"{span.column}__gte": begin, f"{span.column}__lt": end}
    rows = Dossier.objects.filter(agency_id=viewer.unit or "", received_at__isnull=False, **days)
    if not span.channel:
        return rows
    return rows.filter(**{_CHANNEL[span.by]: span.channel})


def _lines(viewer: Actor, found: list[Dossier]) -> list[Line]:
    ids = [one.id for one in found]
    codes = codes_of(ids)
    channels = dict(Origin.objects.filter(dossier_id__in=ids).values_list("dossier_id", "channel"))
    transferred = dict(
        Event.objects.filter(thread__in=ids, name="dossiers.DossierTransferred")
        .values_list("thread")
        .annotate(first=Min("at"))
    )
    takers = {
        (one.dossier_id, one.at): one for one in handouts_of(viewer, viewer.unit or "", ids, thing="result")
    }
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
            new_due_at=one.due_at if one.extra_days else None,
            transferred_at=transferred.get(one.id),
            result_at=one.ended_at if one.stage in ("issued", "returned") else None,
            returned_at=one.returned_at,
            returned_how=one.returned_how,
            taker=takers.get((one.id, one.returned_at)) if one.returned_at else None,
            return_way=one.return_way,
            status=one.status,
        )
        for one in found
    ]


def _phone(party: Party) -> str:
    contact = party_contact(party, "sms")
    return contact.address if contact else ""
