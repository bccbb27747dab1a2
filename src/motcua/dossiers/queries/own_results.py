"""A person's own store: what agencies have issued to them, to be read again and handed in instead of asked for."""

from datetime import datetime
from uuid import UUID

from motcua.dossiers.errors import NotFound
from motcua.dossiers.models import Result
from motcua.dossiers.queries.results import Issued, issued
from motcua.dossiers.rules.results import Standing
from motcua.kernel.actors import Actor
from motcua.papers.grants import Grant

MOST = 200


def own_results(viewer: Actor, at: datetime, *, valid: bool = False) -> list[tuple[Issued, str]]:
    """List what was issued to the viewer's account with what each is about, the newest first; only what is valid."""
    if viewer.kind != "citizen":
        return []
    rows = Result.objects.filter(dossier__account_id=UUID(viewer.id)).select_related("dossier")
    found = [(issued(one, at), one.dossier.matter) for one in rows.order_by("-issued_at")[:MOST]]
    return [one for one in found if not valid or one[0].standing is Standing.VALID]


def own_result(viewer: Actor, result_id: UUID, at: datetime) -> tuple[Issued, Grant]:
    """Read a valid result of the viewer's own, and grant its file. Raises NotFound."""
    rows = Result.objects.filter(document_id=result_id).select_related("dossier", "document__file")
    row = rows.filter(dossier__account_id=UUID(viewer.id)).first() if viewer.kind == "citizen" else None
    if row is None:
        raise NotFound
    found = issued(row, at)
    if found.standing is not Standing.VALID:
        raise NotFound
    file = row.document.file
    return found, Grant(file_id=file.id, variant="original", name=file.name, viewer=viewer.id)
