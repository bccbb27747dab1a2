"""The citizen's guide: words at once, each picture when it is wanted."""

from django.http import HttpResponse
from django.views.decorators.http import require_safe

from motcua.web.shared.environment import lang
from motcua.web.shared.guides import guide
from motcua.web.shared.pages import render
from motcua.web.shared.viewer import Viewed


@require_safe
def how_to(request: Viewed) -> HttpResponse:
    """Show the guide; with `?hinh=1` every picture stands open, as for printing."""
    context = {"guide": guide("citizen", lang()), "opened": request.GET.get("hinh") == "1"}
    return render(request, "portal/how_to/how_to.html", context)
