"""Help: where to call or go, found by the name of the place."""

from django.http import HttpResponse
from django.views.decorators.http import require_safe

from motcua.directory.queries import receiving_places
from motcua.kernel.text import fold
from motcua.web.portal.people import today
from motcua.web.shared.pages import render
from motcua.web.shared.viewer import Viewed


@require_safe
def help_page(request: Viewed) -> HttpResponse:
    """Show the receiving places with their phones; a phone that is not known is shown as not known."""
    words = str(request.GET.get("noi", "")).strip()[:100]
    places = receiving_places(today(request))
    if words:
        places = [one for one in places if fold(words) in fold(f"{one.name} {one.address}")]
    return render(request, "portal/home/help.html", {"places": places, "words": words})
