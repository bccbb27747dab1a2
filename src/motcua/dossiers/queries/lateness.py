"""Who was late, and who apologised: counts by agency for the head and the Office, and the dossiers behind each.

A dossier belongs to the days in which its first promise fell. Late is judged by dates. What another system handled
and was copied in is left out of the findings: whether its owner got an apology is not known here.
"""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from datetime import date, datetime, time, timedelta
from uuid import UUID

from django.db.models import Count, F, Q, QuerySet
from django.db.models.functions import TruncDate

from motcua.dossiers.models import Apology, Dossier
from motcua.dossiers.queries.codes import codes_of
from motcua.dossiers.rules.permits import oversees, sees_lateness
from motcua.kernel.actors import Actor
from motcua.kernel.worktime import ZONE

FINDINGS = ("without", "sent_late", "again")
KINDS = (*FINDINGS, "sent")
"""Late without apology, apologised too late, late for the new day too; and all that were apologised for."""
Key = tuple[datetime, UUID]


@dataclass(frozen=True, slots=True)
class Days:
    """The days in which the first promise fell, both included, of one agency or (empty) of all that are shown."""

    first: date
    last: date
    agency_id: str = ""

    @property
    def moments(self) -> tuple[datetime, datetime]:
        """Give the first moment and the one after the last."""
        return _midnight(self.first), _midnight(self.last + timedelta(days=1))


@dataclass(slots=True)
class Tally:
    """How one agency stands."""

    agency_id: str
    without: int = 0
    sent: int = 0
    sent_late: int = 0
    again: int = 0


@dataclass(frozen=True, slots=True)
class LateLine:
    """One dossier behind a number."""

    dossier_id: UUID
    code: str
    agency_id: str
    procedure: str
    promised: datetime
    new_due: datetime | None
    number: str
    sent_at: datetime | None
    ended_at: datetime | None

    @property
    def key(self) -> Key:
        """Give the line's place in its list."""
        return self.promised, self.dossier_id


def tallies(viewer: Actor, days: Days, *, at: datetime) -> list[Tally]:
    """Count by agency; those with the most late dossiers without apology first. Nothing for whoever may not see it."""
    found: dict[str, Tally] = {}
    for kind in KINDS:
        rows = _of(viewer, kind, days, at)
        counted = rows.order_by().values("agency_id").annotate(found=Count("pk"))
        for agency_id, many in counted.values_list("agency_id", "found"):
            setattr(found.setdefault(agency_id, Tally(agency_id)), kind, many)
    return sorted(found.values(), key=lambda one: (-one.without, -one.sent_late, -one.again, one.agency_id))


def total(lines: Iterable[Tally]) -> Tally:
    """Add up the agencies shown."""
    sums = dict.fromkeys(KINDS, 0)
    for one in lines:
        for kind in KINDS:
            sums[kind] += getattr(one, kind)
    return Tally("", **sums)


def late_lines(
    viewer: Actor, kind: str, days: Days, *, at: datetime, after: Key | None = None, limit: int = 50
) -> list[LateLine]:
    """List the dossiers behind a number, in the order of their first promise."""
    if kind == "without":
        rows: QuerySet[Dossier] = _without(viewer, days, at).order_by("due_at", "id")
        if after is not None:
            rows = rows.extra(where=["(due_at, dossiers_dossier.id) > (%s, %s)"], params=list(after))
        return _coded([_plain(one) for one in rows[:limit]])
    letters = _letters(viewer, kind, days, at).order_by("due_at", "dossier_id")
    if after is not None:
        letters = letters.extra(
            where=["(dossiers_apology.due_at, dossiers_apology.dossier_id) > (%s, %s)"], params=list(after)
        )
    return _coded([_apologised(one) for one in letters.select_related("dossier")[:limit]])


def all_late_lines(
    viewer: Actor, kind: str, days: Days, *, at: datetime, at_most: int, at_once: int = 500
) -> Iterator[LateLine]:
    """Give the lines one after the other, a stretch at a time, up to a bound."""
    after, left = None, at_most
    while left > 0:
        lines = late_lines(viewer, kind, days, at=at, after=after, limit=min(at_once, left))
        yield from lines
        if len(lines) < at_once:
            return
        after, left = lines[-1].key, left - len(lines)


def _of(viewer: Actor, kind: str, days: Days, at: datetime) -> "QuerySet[Dossier] | QuerySet[Apology]":
    return _without(viewer, days, at) if kind == "without" else _letters(viewer, kind, days, at)


def _without(viewer: Actor, days: Days, at: datetime) -> QuerySet[Dossier]:
    begin, end = days.moments
    rows = Dossier.objects.filter(_scope(viewer, days), due_at__gte=begin, due_at__lt=end, extra_days=0)
    return _late(rows, "", at).exclude(origin__filed_by="import")


def _letters(viewer: Actor, kind: str, days: Days, at: datetime) -> QuerySet[Apology]:
    begin, end = days.moments
    rows = Apology.objects.filter(_scope(viewer, days), due_at__gte=begin, due_at__lt=end)
    if kind == "sent_late":
        sent = rows.annotate(sent_on=TruncDate("sent_at", tzinfo=ZONE))
        return sent.filter(Q(send_by=None) | Q(sent_on__gt=F("send_by")))
    return _late(rows, "dossier__", at) if kind == "again" else rows


def _late(rows: QuerySet, path: str, at: datetime) -> QuerySet:  # type: ignore[type-arg]
    """Keep those that ended after the day of their last promise, or are open past it."""
    today = _midnight(at.astimezone(ZONE).date())
    judged = rows.annotate(
        ended_on=TruncDate(f"{path}ended_at", tzinfo=ZONE), due_on=TruncDate(f"{path}due_at", tzinfo=ZONE)
    )
    still_open = Q(**{f"{path}ended_at": None, f"{path}due_at__lt": today})
    found: QuerySet = judged.filter(still_open | Q(ended_on__gt=F("due_on")))  # type: ignore[type-arg]
    return found


def _scope(viewer: Actor, days: Days) -> Q:
    if not sees_lateness(viewer):
        return Q(pk__in=[])
    if oversees(viewer):
        return Q(agency_id=days.agency_id) if days.agency_id else Q()
    own = viewer.unit or ""
    return Q(agency_id=own) if days.agency_id in ("", own) else Q(pk__in=[])


def _plain(one: Dossier) -> LateLine:
    assert one.due_at is not None
    return LateLine(one.id, "", one.agency_id, one.procedure, one.due_at, None, "", None, one.ended_at)


def _apologised(one: Apology) -> LateLine:
    dossier = one.dossier
    told = (one.new_due_at, one.number, one.sent_at, dossier.ended_at)
    return LateLine(dossier.id, "", one.agency_id, dossier.procedure, one.due_at, *told)


def _coded(lines: list[LateLine]) -> list[LateLine]:
    codes = codes_of([one.dossier_id for one in lines])
    return [replace(one, code=codes.get(one.dossier_id, "")) for one in lines]


def _midnight(day: date) -> datetime:
    return datetime.combine(day, time(), ZONE)
