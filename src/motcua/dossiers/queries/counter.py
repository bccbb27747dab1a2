"""What the counter asks of dossiers: procedures most used, people already known, what was entered a moment ago."""

from datetime import datetime, timedelta
from uuid import UUID

from django.db.models import Count

from motcua.accounts.models import Party
from motcua.dossiers.errors import NotFound
from motcua.dossiers.models import CounterEntry, Dossier
from motcua.dossiers.queries.codes import Filed, filed_before
from motcua.dossiers.rules.permits import may_take_in
from motcua.kernel.actors import Actor
from motcua.kernel.ids import uuid7
from motcua.kernel.text import fold
from motcua.kernel.worktime import ZONE

LATELY = timedelta(days=90)
NAMED_AT_LEAST = 3


def used_lately(viewer: Actor, at: datetime) -> dict[str, int]:
    """Count the dossiers of the viewer's agency in the last 90 days, by procedure."""
    rows = Dossier.objects.filter(agency_id=viewer.unit or "", id__gte=uuid7(at - LATELY))
    return dict(rows.values_list("procedure").annotate(Count("id")))


def known_by_name(viewer: Actor, name: str, limit: int = 6) -> list[Party]:
    """List owners in dossiers of the viewer's own agency whose name begins so, each person once, newest first."""
    key = fold(" ".join(name.split()))
    if not may_take_in(viewer) or len(key) < NAMED_AT_LEAST:
        return []
    rows = Dossier.objects.filter(agency_id=viewer.unit or "", owner_key__startswith=key)
    found: dict[object, Party] = {}
    for dossier in rows.select_related("owner").order_by("-id")[: limit * 8]:
        one = dossier.owner
        found.setdefault(bytes(one.number_index) if one.number_index else (one.name, one.born), one)
    return list(found.values())[:limit]


def known_owner(viewer: Actor, party_id: UUID) -> Party | None:
    """Give one of these people; None for somebody who owns no dossier of the viewer's agency."""
    rows = Dossier.objects.filter(agency_id=viewer.unit or "", owner_id=party_id)
    dossier = rows.select_related("owner").first() if may_take_in(viewer) else None
    return dossier.owner if dossier else None


def entered(viewer: Actor, entry_id: UUID, at: datetime) -> Filed:
    """Give code and secret of a case to the officer who entered it, on the day of the entry. Raises NotFound."""
    row = CounterEntry.objects.filter(id=entry_id, by=viewer.id, agency_id=viewer.unit or "").first()
    if row is None or row.at.astimezone(ZONE).date() != at.astimezone(ZONE).date():
        raise NotFound
    return filed_before(row.dossier_id)
