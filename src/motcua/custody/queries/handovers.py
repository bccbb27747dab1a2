"""Hand-over lists: what is ready to go, what waits for a signature, and one list whole."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from uuid import UUID

from django.db.models import Count, Q, QuerySet

from motcua.custody.errors import NotFound
from motcua.custody.models import Handover, Item, Line
from motcua.custody.rules.ways import WAYS, keeps_papers
from motcua.dossiers.models import DossierCode
from motcua.dossiers.rules.permits import oversees, works_at
from motcua.dossiers.rules.workflow import Stage
from motcua.kernel.actors import Actor

SHOWN = 200
"""So many things ready are listed; the others are found by scanning."""

_AT_WORK = [Stage.HANDLING, Stage.APPROVING, Stage.APPROVED, Stage.ISSUED, Stage.RETURNED]
"""Transferred before its paper was: that follows, however far the dossier has come meanwhile."""
_READY = {
    "out": Q(thing="papers")
    & (Q(dossier__stage=Stage.RECEIVED, dossier__waiting=0) | Q(dossier__stage__in=_AT_WORK)),
    "back": Q(thing="result") | Q(thing="papers", dossier__stage=Stage.STOPPED),
}


def ready(viewer: Actor, way: str) -> QuerySet[Item]:
    """List what lies with the givers and should go this way, longest there first."""
    rows = Item.objects.filter(_READY[way], place=WAYS[way].start, agency_id=viewer.unit or "")
    rows = rows.exclude(lines__in=Line.objects.filter(outcome=""))
    return (rows if keeps_papers(viewer) else rows.none()).select_related("dossier").order_by("since", "id")


def items_by_code(viewer: Actor, way: str, codes: Sequence[str]) -> tuple[list[UUID], list[str]]:
    """Find what lies with the givers by the codes scanned; also gives the codes that led to nothing."""
    known = dict(DossierCode.objects.filter(code__in=codes).values_list("dossier_id", "code"))
    rows = Item.objects.filter(agency_id=viewer.unit or "", place=WAYS[way].start, dossier_id__in=known)
    found = list(rows.filter(_READY[way])) if keeps_papers(viewer) else []
    missed = set(codes) - {known[one.dossier_id] for one in found}
    return [one.id for one in found], sorted(missed)


@dataclass(frozen=True, slots=True)
class Counted:
    """A list and how its lines stand."""

    handover: Handover
    lines: int
    unanswered: int
    refused: int


def handovers(viewer: Actor, at: datetime) -> list[Counted]:
    """List the lists that still wait for signatures, and those of the last 30 days, newest first."""
    if not keeps_papers(viewer):
        return []
    rows = Handover.objects.filter(agency_id=viewer.unit or "").annotate(
        total=Count("lines"),
        unanswered=Count("lines", filter=Q(lines__outcome="")),
        refused=Count("lines", filter=Q(lines__outcome="refused")),
    )
    rows = rows.filter(Q(unanswered__gt=0) | Q(made_at__gte=at - timedelta(days=30))).order_by("-id")
    return [Counted(one, one.total, one.unanswered, one.refused) for one in rows[:SHOWN]]


@dataclass(frozen=True, slots=True)
class Sheet:
    """One list whole."""

    handover: Handover
    lines: list[Line]


def handover(viewer: Actor, handover_id: UUID) -> Sheet:
    """Give a list with its lines. Raises NotFound for who may not see its dossiers."""
    made = Handover.objects.filter(id=handover_id).first()
    if made is None or not (works_at(viewer, made.agency_id) or oversees(viewer)):
        raise NotFound
    return Sheet(made, list(made.lines.select_related("item__dossier").order_by("item_id")))


def results_at(dossier_ids: Sequence[UUID]) -> dict[UUID, str]:
    """Give where the paper results of these dossiers lie; the caller knows that the viewer may see them."""
    rows = Item.objects.filter(dossier_id__in=dossier_ids, thing="result")
    return dict(rows.values_list("dossier_id", "place"))


def kept_of(dossier_id: UUID) -> list[Item]:
    """Give where the things of a dossier lie; the caller knows that the viewer may see it."""
    return list(Item.objects.filter(dossier_id=dossier_id).order_by("thing"))
