"""The evening of a one-stop: its count, what stays and should not, and the day that was not closed."""

from dataclasses import dataclass
from datetime import date, datetime, time, timedelta

from django.db.models import Count as Number
from django.db.models import QuerySet

from motcua.custody.models import Evening, Item, Line, Move
from motcua.custody.rules.evenings import Count, closes_days, left_over, tally
from motcua.custody.rules.ways import Place
from motcua.kernel.actors import Actor
from motcua.kernel.worktime import ZONE


@dataclass(frozen=True, slots=True)
class Left:
    """A thing that should not stay overnight, and what to do."""

    item: Item
    what: str


@dataclass(frozen=True)
class EveningView:
    """The one-stop's day as it stands now."""

    day: date
    count: Count
    moves: dict[tuple[str, str, str], int]
    left: list[Left]
    results: int
    waiting: int
    closed: Evening | None
    unclosed: date | None


def evening(viewer: Actor, at: datetime) -> EveningView | None:
    """Give the day of the viewer's one-stop; None for who closes none."""
    if not closes_days(viewer):
        return None
    unit, day = viewer.unit or "", at.astimezone(ZONE).date()
    begin = datetime.combine(day, time(), ZONE)
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
        moves=_kinds(unit, begin),
        left=left,
        results=sum(one.thing == "result" for one in here),
        waiting=sum(one.thing == "papers" and bool(one.dossier.waiting) for one in here),
        closed=Evening.objects.filter(agency_id=unit, day=day).first(),
        unclosed=_unclosed(unit, begin),
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


def _kinds(unit: str, begin: datetime) -> dict[tuple[str, str, str], int]:
    found: dict[tuple[str, str, str], int] = {}
    rows = Move.objects.filter(agency_id=unit, at__gte=begin).values_list("item__thing", "start", "end")
    for key in rows:
        found[key] = found.get(key, 0) + 1
    return found


def _unclosed(unit: str, begin: datetime) -> date | None:
    """Find the last earlier day on which something moved and which nobody closed, of the week before."""
    moved = Move.objects.filter(agency_id=unit, at__lt=begin, at__gte=begin - timedelta(days=7))
    days = {at.astimezone(ZONE).date() for at in moved.values_list("at", flat=True)}
    closed = set(Evening.objects.filter(agency_id=unit, day__in=days).values_list("day", flat=True))
    return max(days - closed, default=None)
