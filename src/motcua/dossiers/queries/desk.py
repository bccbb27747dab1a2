"""The officer's desk: the list that is the day, and the counts that are the lengths of its lists."""

from dataclasses import dataclass
from datetime import datetime, time, timedelta
from uuid import UUID

from django.db import connection
from django.db.models import Q, QuerySet

from motcua.dossiers.models import Dossier, DossierCode
from motcua.dossiers.rules.clock import NOBODY_WAITS
from motcua.dossiers.rules.permits import has_desk
from motcua.dossiers.rules.workflow import AT_WORK, Stage
from motcua.kernel.actors import Actor
from motcua.kernel.worktime import ZONE

BUCKETS = ("today", "late", "mine", "others", "new", "unanswered", "open")
CAP = 10_000
"""Totals of closed dossiers are counted up to here and shown as "10.000+" beyond."""


@dataclass(frozen=True)
class DeskRow:
    """One line of the desk."""

    id: UUID
    code: str
    procedure: str
    owner_name: str
    stage: str
    status: int
    waiting: int
    act_by: datetime | None
    due_at: datetime | None
    submitted_at: datetime
    holder_id: UUID | None
    ended_at: datetime | None
    version: int
    put_off: bool


@dataclass(frozen=True, slots=True)
class _Group:
    """Open dossiers alike in stage, wait and holder, and how many of them are past a moment."""

    stage: str
    waiting: int
    holder_id: UUID | None
    total: int
    late: int
    over: int
    by_evening: int

    def is_for(self, officer: UUID, turn: list[str]) -> bool:
        """Tell whether they wait for this officer, or for anybody whose turn these stages are."""
        theirs = self.holder_id == officer or (self.holder_id is None and self.stage in turn)
        return self.waiting in (0, 7) and theirs


_GROUPS = """
    SELECT stage, waiting, holder_id, count(*), count(*) FILTER (WHERE act_by < %(at)s),
           count(*) FILTER (WHERE act_by <= %(at)s), count(*) FILTER (WHERE act_by < %(end)s)
    FROM dossiers_dossier WHERE agency_id = %(agency)s AND NOT closed GROUP BY stage, waiting, holder_id
"""
"""One pass over the index of open work; a count for each list and row would cost half as much again."""


@dataclass(frozen=True)
class DeskPage:
    """A page of the desk and where the next one starts."""

    rows: list[DeskRow]
    after: tuple[str | None, str] | None


def desk_page(
    viewer: Actor, bucket: str, *, at: datetime, after: tuple[str | None, str] | None = None, limit: int = 50
) -> DeskPage:
    """Give one page of a bucket of the viewer's agency, soonest first, by keyset on (act_by, id)."""
    if not has_desk(viewer):
        return DeskPage([], None)
    if bucket == "closed":
        return _closed(viewer, after, limit)
    rows = _bucket(viewer, bucket, at)
    if after is not None:
        rows = _beyond(rows, after)
    found = list(rows.order_by("act_by", "id")[: limit + 1])
    more = found[limit - 1] if len(found) > limit else None
    key = (more.act_by.isoformat(), str(more.id)) if more else None
    return DeskPage(_rows(found[:limit]), key)


def desk_counts(viewer: Actor, *, at: datetime) -> dict[str, int]:
    """Count the open work of the viewer's agency exactly, each bucket as its list would show it.

    With them come the results that wait for their owner, which have a page of their own.
    """
    if not has_desk(viewer):
        return dict.fromkeys((*BUCKETS, "uncollected"), 0)
    with connection.cursor() as cursor:
        cursor.execute(_GROUPS, {"at": at, "end": _end_of_day(at), "agency": viewer.unit})
        groups = [_Group(*row) for row in cursor.fetchall()]
    turn, me = _turn(viewer), UUID(viewer.id)
    mine = sum(one.total for one in groups if one.is_for(me, turn))
    everything = sum(one.total for one in groups)
    at_work = [one for one in groups if one.waiting == 0]
    return {
        "today": sum(one.by_evening - one.late for one in at_work),
        "late": sum(one.late for one in at_work),
        "mine": mine,
        "others": everything - mine,
        "new": sum(one.total for one in at_work if one.stage == "submitted"),
        "unanswered": sum(one.over for one in groups if one.waiting in (5, 6)),
        "open": everything,
        "uncollected": sum(one.total for one in groups if one.stage == Stage.ISSUED),
    }


def closed_count(viewer: Actor) -> int:
    """Count the agency's closed dossiers up to CAP + 1."""
    if not has_desk(viewer):
        return 0
    rows = Dossier.objects.filter(agency_id=viewer.unit or "", closed=True).values("id")[: CAP + 1]
    return rows.count()


def find_in_agency(
    viewer: Actor, words: str, *, key: str, number_index: bytes | None, limit: int = 50
) -> list[DeskRow]:
    """Find dossiers of the viewer's agency (all, for oversight) by code, by owner's number, or by start of name."""
    if not has_desk(viewer):
        return []
    scope = Q() if viewer.has("oversight") else Q(agency_id=viewer.unit or "")
    match = Q(id__in=DossierCode.objects.filter(code=words.upper()).values("dossier_id"))
    if number_index is not None:
        match |= Q(owner__number_index=number_index)
    elif key and not viewer.has("oversight"):
        match |= Q(owner_key__startswith=key)
    return _rows(list(Dossier.objects.filter(scope & match).order_by("-id")[:limit]))


def _turn(viewer: Actor) -> list[str]:
    return [stage.value for stage, roles in AT_WORK.items() if viewer.has(*roles) or viewer.has("head")]


def _end_of_day(at: datetime) -> datetime:
    local = at.astimezone(ZONE)
    return datetime.combine(local.date() + timedelta(days=1), time(), ZONE)


def _mine(viewer: Actor) -> Q:
    return Q(waiting__in=[0, 7]) & (Q(holder_id=UUID(viewer.id)) | Q(holder_id=None, stage__in=_turn(viewer)))


def _bucket(viewer: Actor, bucket: str, at: datetime) -> QuerySet[Dossier]:
    rows = Dossier.objects.filter(agency_id=viewer.unit or "", closed=False)
    wanted = {
        "today": Q(waiting=0, act_by__gte=at, act_by__lt=_end_of_day(at)),
        "late": Q(waiting=0, act_by__lt=at),
        "mine": _mine(viewer),
        "others": ~_mine(viewer),
        "new": Q(stage="submitted", waiting=0),
        "unanswered": Q(waiting__in=[5, 6], act_by__lte=at),
    }.get(bucket, Q())
    return rows.filter(wanted)


def _beyond(rows: QuerySet[Dossier], after: tuple[str | None, str]) -> QuerySet[Dossier]:
    """Go on after a row. One comparison of the pair, so that the index finds the place at once."""
    moment = datetime.fromisoformat(after[0]) if after[0] else NOBODY_WAITS
    return rows.extra(where=["(act_by, dossiers_dossier.id) > (%s, %s)"], params=[moment, UUID(after[1])])


def _closed(viewer: Actor, after: tuple[str | None, str] | None, limit: int) -> DeskPage:
    rows = Dossier.objects.filter(agency_id=viewer.unit or "", closed=True)
    if after is not None:
        rows = rows.filter(id__lt=UUID(after[1]))
    found = list(rows.order_by("-id")[: limit + 1])
    key = (None, str(found[limit - 1].id)) if len(found) > limit else None
    return DeskPage(_rows(found[:limit]), key)


def _rows(found: list[Dossier]) -> list[DeskRow]:
    codes = dict(
        DossierCode.objects.filter(dossier_id__in=[one.id for one in found]).values_list("dossier_id", "code")
    )
    return [
        DeskRow(
            id=one.id,
            code=codes.get(one.id, ""),
            procedure=one.procedure,
            owner_name=one.owner_name,
            stage=one.stage,
            status=one.status,
            waiting=one.waiting,
            act_by=None if one.act_by == NOBODY_WAITS else one.act_by,
            due_at=one.due_at,
            submitted_at=one.submitted_at,
            holder_id=one.holder_id,
            ended_at=one.ended_at,
            version=one.version,
            put_off=one.extra_days > 0,
        )
        for one in found
    ]


def is_moment(text: str) -> bool:
    """Tell whether a cursor's moment can be read."""
    try:
        return datetime.fromisoformat(text).tzinfo is not None
    except ValueError:
        return False
