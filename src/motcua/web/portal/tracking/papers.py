"""Papers that the agency has made out to the owner, as PDF."""

from django.http import Http404, HttpResponse
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_safe

from motcua.dossiers.queries.papers import TO_THE_OWNER, form_of_paper, paper_values
from motcua.web.portal.tracking.standing import seen_or_404
from motcua.web.shared.sheets import pdf, scannable
from motcua.web.shared.viewer import Viewed


@never_cache
@require_safe
def paper(request: Viewed, code: str, key: str, ordinal: int) -> HttpResponse:
    """Show the owner a request, a refusal or the notice of an end, to be printed or kept."""
    view = seen_or_404(request, code).view
    values = paper_values(view, key, ordinal) if key in TO_THE_OWNER else None
    if values is None:
        raise Http404
    name = f"{values['title']} {view.code}"
    return pdf(form_of_paper(key), scannable(values, code=view.code), name=name, at=request.at)
