"""Files of a dossier for its owner; the first download of the result counts as its return."""

from uuid import UUID

from django.http import FileResponse, Http404
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_safe

from motcua.dossiers.errors import NotDone, NotFound
from motcua.dossiers.operations.returning import collect
from motcua.dossiers.queries.viewing import grant_for
from motcua.papers.errors import Gone
from motcua.web.portal.tracking.standing import Seen, seen_or_404
from motcua.web.shared.downloads import stream
from motcua.web.shared.viewer import Viewed


@never_cache
@require_safe
def document(request: Viewed, code: str, document_id: UUID) -> FileResponse:
    """Stream one file to its owner."""
    found = seen_or_404(request, code)
    act = found.act
    try:
        grant, row = grant_for(act.pop("by"), act.pop("dossier_id"), document_id, **act)
        answer = stream(grant)
    except (NotFound, Gone) as error:
        raise Http404 from error
    if row.kind == "result" and request.method == "GET":
        _collect(request, found)
    return answer


def _collect(request: Viewed, found: Seen) -> None:
    try:
        collect(at=request.at, **found.act)
    except NotDone:
        return
