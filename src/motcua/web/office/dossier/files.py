"""Files of a dossier, shown to officers who may see it."""

from uuid import UUID

from csp.decorators import csp_replace
from django.http import FileResponse, Http404
from django.views.decorators.cache import never_cache
from django.views.decorators.clickjacking import xframe_options_sameorigin
from django.views.decorators.http import require_GET

from motcua.dossiers.errors import NotFound
from motcua.dossiers.queries.viewing import grant_for
from motcua.ledger.access import note_read
from motcua.papers.errors import Gone
from motcua.web.office.guard import officers_only
from motcua.web.shared.downloads import stream
from motcua.web.shared.viewer import Viewed


@never_cache
@xframe_options_sameorigin
@csp_replace({"frame-ancestors": ["'self'"]})
@officers_only
@require_GET
def document(request: Viewed, dossier_id: UUID, document_id: UUID) -> FileResponse:
    """Stream one file to the viewer's own frame."""
    try:
        grant, row = grant_for(request.actor, dossier_id, document_id)
    except NotFound as error:
        raise Http404 from error
    note_read(request.actor, [("dossier", str(dossier_id)), ("document", str(row.id))], "file", request.at)
    try:
        return stream(grant, inline=True)
    except Gone as error:
        raise Http404 from error
