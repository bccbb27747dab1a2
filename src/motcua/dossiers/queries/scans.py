"""The scans of an agency: what is being read, what lies loose, what could not be read, what was bound lately."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from uuid import UUID

from motcua.dossiers.errors import NotFound
from motcua.dossiers.models import DossierCode, Scan, ScanPart
from motcua.dossiers.rules.permits import may_digitise
from motcua.kernel.actors import Actor
from motcua.papers.grants import Grant

SHOWN = timedelta(days=14)
MOST = 200


@dataclass(frozen=True)
class Bound:
    """A part that found its dossier."""

    part: ScanPart
    code: str


@dataclass(frozen=True)
class Scans:
    """The scans of one agency as its page shows them."""

    waiting: Sequence[Scan]
    loose: Sequence[ScanPart]
    refused: Sequence[Scan]
    bound: Sequence[Bound]


def scans_of(viewer: Actor, at: datetime) -> Scans:
    """List the scans of the viewer's agency; loose parts until they are bound, the rest of the last days."""
    if viewer.unit is None or not may_digitise(viewer, viewer.unit):
        raise NotFound
    stacks = Scan.objects.filter(agency_id=viewer.unit)
    parts = ScanPart.objects.filter(scan__agency_id=viewer.unit).select_related("scan", "file")
    loose = parts.filter(document=None, dropped_at=None).order_by("scan_id", "position")
    bound = parts.filter(scan__added_at__gte=at - SHOWN, document__isnull=False).select_related("document")
    newest = list(bound.order_by("-scan_id", "position")[:MOST])
    return Scans(
        waiting=list(stacks.filter(state="waiting").order_by("id")[:MOST]),
        loose=list(loose[:MOST]),
        refused=list(stacks.filter(state="refused", added_at__gte=at - SHOWN).order_by("-id")[:MOST]),
        bound=_with_codes(newest),
    )


def loose_part(viewer: Actor, part_id: UUID) -> ScanPart:
    """Read a part that waits to be bound. Raises NotFound."""
    rows = ScanPart.objects.select_related("scan", "file")
    part = rows.filter(id=part_id, document=None, dropped_at=None).first()
    if part is None or not may_digitise(viewer, part.scan.agency_id):
        raise NotFound
    return part


def grant_for_part(viewer: Actor, part_id: UUID) -> Grant:
    """Grant the viewer the pages of a loose part. Raises NotFound."""
    file = loose_part(viewer, part_id).file
    return Grant(file_id=file.id, variant="original", name=file.name, viewer=viewer.id)


def _with_codes(parts: Sequence[ScanPart]) -> list[Bound]:
    ids = [one.document.dossier_id for one in parts if one.document]
    codes = dict(DossierCode.objects.filter(dossier_id__in=ids).values_list("dossier_id", "code"))
    return [Bound(one, codes.get(one.document.dossier_id, "")) for one in parts if one.document]
