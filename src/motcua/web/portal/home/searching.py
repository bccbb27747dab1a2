"""Finding a procedure by everyday words, and suggestions as one types."""

from django.http import HttpResponse
from django.urls import reverse
from django.views.decorators.http import require_safe

from motcua.catalogue import search
from motcua.catalogue.queries import Brief, briefs
from motcua.web.portal.people import today
from motcua.web.shared.limits import limited
from motcua.web.shared.pages import render
from motcua.web.shared.viewer import Viewed

RESULTS, SUGGESTIONS, LONGEST = 20, 8, 200


@limited("search")
@require_safe
def results(request: Viewed) -> HttpResponse:
    """Show what was found, best first."""
    words = _words(request)
    found = _found(words, request, RESULTS) if words else []
    return render(request, "portal/home/results.html", {"words": words, "hits": found})


@limited("suggest")
@require_safe
def suggestions(request: Viewed) -> HttpResponse:
    """Give the lines under the search field."""
    words, on = _words(request), today(request)
    found = briefs([hit.code for hit in search.suggest(words, on, SUGGESTIONS)], on) if words else []
    hits = [
        {"name": one.title, "href": reverse("portal:procedure", args=[one.code]), "note": one.field}
        for one in found
    ]
    return render(request, "portal/home/suggestions.html", {"hits": hits})


def _found(words: str, request: Viewed, limit: int) -> list[Brief]:
    on = today(request)
    return briefs([hit.code for hit in search.find(words, on, limit)], on)


def _words(request: Viewed) -> str:
    return str(request.GET.get("q", "")).replace("\0", "").strip()[:LONGEST]
