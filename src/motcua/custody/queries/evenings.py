"""The evening of a one-stop: its count, what stays and should not, and the day that was not closed."""

from collections.abc import Collection
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from uuid import UUID

from django.db.models import Count as Number
from django.db.models import Q, QuerySet
from django.db.models.functions import TruncDate

from motcua.custody.models import Evening, Item, Line, Move
from motcua.custody.rules.evenings import KINDS, Count, Kind, closes_days, left_over, tally
from motcua.custody.rules.ways import Place
from motcua.dossiers.rules.workflow import Stage
from motcua.kernel.actors import Actor
from motcua.kernel.worktime import ZONE

Key = tuple[datetime, UUID]


@dataclass(frozen=True, slots=True)
class Left:
    """A thing that should not stay overnight, and what to do."""

    item: Item
    what: str


@dataclass(frozen=True, slots=True)
class Listed:
    """A thing that one of the counts counts: since when it lies there, or when it moved, and through whom."""

    id: UUID
    item: Item
    at: datetime
    by: str

    @property
    def key(self) -> Key:
        """Give the line's place in the list."""
        return self.at, self.id


@dataclass(frozen=True)
class EveningView:
    """The one-stop's day as it stands now."""

    day: date
    count: Count
    counts: dict[str, int]
    left: list[Left]
    closed: Evening | None
    unclosed: date | None


def evening(viewer: Actor, at: datetime) -> EveningView | None:
    """Give the day of the viewer's one-stop; None for who closes none."""
    if not closes_days(viewer):
        return None
    unit, begin = viewer.unit or "", _begin(at)
    day = begin.date()
    here = list(
        Item.objects.filter(agency_id=unit, place=Place.ONE_STOP)
        .select_related("dossier")
        .order_by("since", "id")
    )
    listed = set(Line.objects.filter(item__in=here, outcome="").values_list("item_id", flat=True))
    left = [Left(one, what) for one in here if (what := _what(one, listed=one.id in listed))]
    return EveningView(
        day=day,
        count=_count(unit, begin, len(here)),
        counts={slug: _things(unit, slug, begin).count() for slug in KINDS},
        left=left,
        closed=Evening.objects.filter(agency_id=unit, day=day).first(),
        unclosed=days_left_open([unit], at).get(unit),
    )


def _what(one: Item, *, listed: bool) -> str:
    return left_over(one.thing, one.dossier.stage, one.dossier.waiting, listed=listed)


def _count(unit: str, begin: datetime, closing: int) -> Count:
    rows = Move.objects.filter(agency_id=unit)
    return tally(_moves(rows.filter(at__lt=begin)), _moves(rows.filter(at__gte=begin)), closing)


def _moves(rows: QuerySet[Move]) -> dict[tuple[str, str], int]:
    """Count moves by (from, to) where they lie: a one-stop of ten years has a million."""
    pairs = rows.order_by().values_list("start", "end").annotate(count=Number("id"))
    return {(start, end): count for start, end, count in pairs}


def things(
    viewer: Actor, slug: str, *, at: datetime, after: Key | None = None, limit: int = 50
) -> list[Listed] | None:
    """List what one count of the evening counts, in order; None for who closes no days, and for an unknown count."""
    if slug not in KINDS or not closes_days(viewer):
        return None
    rows = _things(viewer.unit or "", slug, _begin(at))
    moment = "at" if KINDS[slug].moved else "since"
    if after is not None:
        later = Q(**{f"{moment}__gt": after[0]}) | Q(**{moment: after[0], "id__gt": after[1]})
        rows = rows.filter(Q(**{f"{moment}__gte": after[0]}) & later)
    return [_listed(one) for one in rows.order_by(moment, "id")[:limit]]


def count_of(viewer: Actor, slug: str, *, at: datetime) -> int:
    """Give one count of the evening, for the head of its list."""
    listed = slug in KINDS and closes_days(viewer)
    return _things(viewer.unit or "", slug, _begin(at)).count() if listed else 0


def _things(unit: str, slug: str, begin: datetime) -> "QuerySet[Move] | QuerySet[Item]":
    """Give the moves of the day, or the things lying there, of one kind."""
    kind = KINDS[slug]
    if kind.moved:
        return _moved(
            Move.objects.filter(agency_id=unit, at__gte=begin).select_related("item__dossier"), kind
        )
    rows = Item.objects.filter(agency_id=unit, place=Place.ONE_STOP).select_related("dossier")
    rows = rows.filter(thing=kind.thing) if kind.thing else rows
    return rows.filter(dossier__stage=Stage.RECEIVED, dossier__waiting__gt=0) if slug == "waiting" else rows


def _moved(rows: QuerySet[Move], kind: Kind) -> QuerySet[Move]:
    rows = rows.filter(item__thing=kind.thing) if kind.thing else rows
    for name, place in (("start", kind.start), ("end", kind.end)):
        rows = rows.exclude(**{name: Place.ONE_STOP}) if place is None else rows.filter(**{name: place})
    return rows


def _listed(one: Move | Item) -> Listed:
    if isinstance(one, Move):
        return Listed(one.id, one.item, one.at, one.by)
    return Listed(one.id, one, one.since, one.held_by)


def _begin(at: datetime) -> datetime:
    return datetime.combine(at.astimezone(ZONE).date(), time(), ZONE)


def days_left_open(agency_ids: Collection[str], at: datetime) -> dict[str, date]:
    """Give, of each agency that has one, the last earlier day of the week before on which something moved unclosed."""
    begin = datetime.combine(at.astimezone(ZONE).date(), time(), ZONE)
    since = begin - timedelta(days=7)
    moved = Move.objects.filter(agency_id__in=agency_ids, at__lt=begin, at__gte=since)
    pairs = moved.order_by().values_list("agency_id", TruncDate("at", tzinfo=ZONE)).distinct()
    closed = set(
        Evening.objects.filter(agency_id__in=agency_ids, day__gte=since.date()).values_list(
            "agency_id", "day"
        )
    )
    found: dict[str, date] = {}
    for agency_id, day in sorted(set(pairs) - closed):
        found[agency_id] = day
    return found
