"""Who took what was handed out at the counter."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from motcua.dossiers.models import Handout
from motcua.dossiers.rules.handouts import SHOWN, WHO
from motcua.dossiers.rules.permits import oversees, works_at
from motcua.kernel.actors import Actor


@dataclass(frozen=True, slots=True)
class HandedOut:
    """One handing out in words, marked for translation; the name is empty for owner and submitter."""

    id: UUID
    dossier_id: UUID
    at: datetime
    who: str
    name: str
    number: str
    shown: tuple[str, ...]


def handouts_of(
    viewer: Actor, agency_id: str, dossier_ids: Sequence[UUID], *, thing: str = ""
) -> list[HandedOut]:
    """List what was handed out of dossiers of an agency, in order; nothing for strangers, the owner included."""
    if not (works_at(viewer, agency_id) or oversees(viewer)):
        return []
    rows = Handout.objects.filter(dossier_id__in=dossier_ids, dossier__agency_id=agency_id)
    rows = rows.filter(thing=thing) if thing else rows
    return [_said(one) for one in rows.select_related("party").order_by("at", "id")]


def _said(row: Handout) -> HandedOut:
    return HandedOut(
        id=row.id,
        dossier_id=row.dossier_id,
        at=row.at,
        who=WHO[row.who],
        name=row.party.name if row.party else "",
        number=row.party.number_masked if row.party else "",
        shown=tuple(SHOWN[one] for one in row.shown),
    )
