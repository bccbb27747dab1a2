"""Results that wait for their owner: since when, how they were to reach them, and who can be called."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from django.db.models import Count, Max, Min, QuerySet

from motcua.accounts.queries import party_contact
from motcua.accounts.rules.contacts import Contact
from motcua.dossiers.models import Dossier
from motcua.dossiers.queries.codes import codes_of
from motcua.dossiers.rules.permits import oversees, works_at
from motcua.dossiers.rules.reception import RETURN_WAYS
from motcua.dossiers.rules.uncollected import days_waited
from motcua.dossiers.rules.workflow import Stage
from motcua.kernel.actors import Actor
from motcua.ledger.models import Event

Key = tuple[datetime, UUID]


@dataclass(frozen=True, slots=True)
class Waiting:
    """One result that waits."""

    dossier_id: UUID
    code: str
    procedure: str
    owner: str
    way: str
    since: datetime
    days: int
    contacts: tuple[Contact, ...]
    reminded: int
    reminded_at: datetime | None

    @property
    def key(self) -> Key:
        """Give the line's place in the list."""
        return self.since, self.dossier_id


@dataclass(frozen=True, slots=True)
class Agency:
    """How many results wait at an agency, and since when the oldest does."""

    agency_id: str
    count: int
    since: datetime


def sees_uncollected(viewer: Actor, agency_id: str) -> bool:
    """Tell whether the viewer works at the agency, or reads for the Provincial Office."""
    return works_at(viewer, agency_id) or oversees(viewer)


def uncollected(
    viewer: Actor, agency_id: str, *, at: datetime, way: str = "", after: Key | None = None, limit: int = 50
) -> list[Waiting]:
    """List the results of an agency that wait, the longest first; nothing for strangers."""
    rows = _rows(viewer, agency_id).order_by("ended_at", "id")
    if way:
        rows = rows.filter(return_way=way)
    if after is not None:
        rows = rows.extra(where=["(ended_at, dossiers_dossier.id) > (%s, %s)"], params=list(after))
    return _lines(list(rows.select_related("owner", "submitter")[:limit]), at)


def uncollected_counts(viewer: Actor, agency_id: str) -> dict[str, int]:
    """Count the results of an agency that wait, by how their owner wanted them."""
    counted = _rows(viewer, agency_id).order_by().values_list("return_way").annotate(Count("id"))
    return dict.fromkeys(RETURN_WAYS, 0) | dict(counted)


def uncollected_by_agency(viewer: Actor) -> list[Agency]:
    """Count them for every agency, most first: for whoever oversees, nobody else."""
    if not oversees(viewer):
        return []
    rows = Dossier.objects.filter(stage=Stage.ISSUED).order_by().values_list("agency_id")
    counted = rows.annotate(count=Count("id"), since=Min("ended_at")).order_by("-count", "agency_id")
    return [Agency(*row) for row in counted]


def _rows(viewer: Actor, agency_id: str) -> QuerySet[Dossier]:
    if not sees_uncollected(viewer, agency_id):
        return Dossier.objects.none()
    return Dossier.objects.filter(agency_id=agency_id, stage=Stage.ISSUED)


def _lines(found: Sequence[Dossier], at: datetime) -> list[Waiting]:
    ids = [one.id for one in found]
    codes, reminded = codes_of(ids), _reminded(ids)
    return [_line(one, codes.get(one.id, ""), reminded, at) for one in found]


def _line(one: Dossier, code: str, reminded: Mapping[UUID, tuple[int, datetime]], at: datetime) -> Waiting:
    since = one.ended_at or one.submitted_at
    times, last = reminded.get(one.id, (0, None))
    if last is not None and last < since:  # of a result that was taken back to be corrected
        times, last = 0, None
    party = one.submitter or one.owner
    found = (party_contact(party, kind) for kind in ("sms", "mail"))
    return Waiting(
        dossier_id=one.id,
        code=code,
        procedure=one.procedure,
        owner=one.owner_name,
        way=one.return_way,
        since=since,
        days=days_waited(since, at),
        contacts=tuple(contact for contact in found if contact),
        reminded=times,
        reminded_at=last,
    )


def _reminded(ids: Sequence[UUID]) -> dict[UUID, tuple[int, datetime]]:
    """Give how often and when last the owners were reminded."""
    rows = Event.objects.filter(thread__in=ids, name="dossiers.ResultUncollected").values("thread")
    return {row["thread"]: (row["n"], row["last"]) for row in rows.annotate(n=Count("id"), last=Max("at"))}
