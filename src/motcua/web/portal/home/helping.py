"""Help: where to call, ask or go, found by the name of the place."""

from django.http import HttpResponse
from django.views.decorators.http import require_safe

from motcua.directory.queries import receiving_places
from motcua.kernel.text import fold
from motcua.web.portal.people import today
from motcua.web.shared.pages import render
from motcua.web.shared.places import reached
from motcua.web.shared.viewer import Viewed

MOST = 20
"""Places shown with all that is known of them; who finds more types more of the name."""


@require_safe
def help_page(request: Viewed) -> HttpResponse:
    """Show the receiving places that a name finds, whether they are open, and how to be called back."""
    words = str(request.GET.get("noi", "")).strip()[:100]
    places = receiving_places(today(request))
    found = [one for one in places if fold(words) in fold(f"{one.name} {one.address}")] if words else []
    context = {
        "places": places,
        "found": reached(found[:MOST], request.at),
        "more": max(0, len(found) - MOST),
        "words": words,
    }
    return render(request, "portal/home/help.html", context)
