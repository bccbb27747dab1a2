"""Papers outside the closed list: which wishes wait for the head, and what was answered lately."""

from dataclasses import dataclass
from datetime import datetime, timedelta
from uuid import UUID

from django.db.models import F, Q

from motcua.dossiers.models import DossierCode, OtherPaper
from motcua.dossiers.rules.permits import has_desk
from motcua.kernel.actors import Actor

LATELY = timedelta(days=14)
MOST = 100


@dataclass(frozen=True)
class Wish:
    """A paper that an officer wants, of which dossier, and what became of it."""

    dossier_id: UUID
    code: str
    paper: OtherPaper
    by: str
    at: datetime
    decided_at: datetime | None
    approved: bool


def wishes(viewer: Actor, *, at: datetime) -> list[Wish]:
    """List the wishes of the viewer's agency: open ones first, then those decided lately."""
    if not has_desk(viewer):
        return []
    rows = OtherPaper.objects.filter(hold__dossier__agency_id=viewer.unit or "").select_related("hold")
    lately = Q(hold__lifted_at=None) | Q(hold__lifted_at__gt=at - LATELY)
    found = list(rows.filter(lately).order_by(F("hold__lifted_at").desc(nulls_first=True), "hold_id")[:MOST])
    ids = [one.hold.dossier_id for one in found]
    codes = dict(DossierCode.objects.filter(dossier_id__in=ids).values_list("dossier_id", "code"))
    return [_wish(one, codes) for one in found]


def waiting_wishes(viewer: Actor) -> int:
    """Count what waits for the head; nobody else is told."""
    if not has_desk(viewer) or not viewer.has("head"):
        return 0
    open_ones = OtherPaper.objects.filter(hold__lifted_at=None, hold__dossier__agency_id=viewer.unit or "")
    return open_ones.count()


def _wish(one: OtherPaper, codes: dict[UUID, str]) -> Wish:
    hold = one.hold
    return Wish(
        hold.dossier_id,
        codes.get(hold.dossier_id, ""),
        one,
        hold.placed_by,
        hold.placed_at,
        hold.lifted_at,
        one.asked_id is not None,
    )
