"""Asking to be called back, and how that stands; the page of a request names neither person nor matter."""

from typing import Any
from uuid import UUID

from django.http import Http404, HttpResponse
from django.shortcuts import redirect
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods, require_safe

from motcua.directory.queries import receiving_place
from motcua.feedback.errors import Incomplete, NotAllowed
from motcua.feedback.operations.asking import Wish, ask_call_back
from motcua.feedback.queries.reading import call_back as call_back_of
from motcua.feedback.rules.requests import LANGUAGES
from motcua.web.portal.people import person, today
from motcua.web.shared.origin import asker
from motcua.web.shared.pages import render
from motcua.web.shared.places import reached
from motcua.web.shared.viewer import Viewed

FIELDS = ("name", "phone", "language", "about")


@never_cache
@require_http_methods(["GET", "POST"])
def call_back(request: Viewed) -> HttpResponse:
    """Ask a place to call back; without a place one is looked for first."""
    place_id = (request.POST.get("noi") or request.GET.get("noi") or "")[:100]
    place = receiving_place(place_id, today(request))
    if place is None:
        return redirect("portal:help")
    typed = {name: request.POST.get(name, "")[:1200] for name in FIELDS}
    if request.method == "GET":
        return _page(request, place_id, typed | {"language": "vi"})
    try:
        row = ask_call_back(
            place_id=place_id, wish=Wish(**typed), asker=asker(request), by=person(request), at=request.at
        )
    except Incomplete as error:
        return _page(request, place_id, typed, {field: _(text) for field, text in error.problems}, 422)
    except NotAllowed as error:
        return _page(request, place_id, typed, {"phone": _(str(error))}, 429)
    return redirect("portal:call_back_standing", request_id=row.id)


@never_cache
@require_safe
def standing(request: Viewed, request_id: UUID) -> HttpResponse:
    """Show until when somebody calls, and where to ask meanwhile."""
    row = call_back_of(request_id)
    if row is None:
        raise Http404
    context = {"row": row, "places": _places(request, row.place_id)}
    return render(request, "portal/helpdesk/standing.html", context)


def _page(
    request: Viewed,
    place_id: str,
    typed: dict[str, str],
    problems: dict[str, str] | None = None,
    status: int = 200,
) -> HttpResponse:
    context: dict[str, Any] = {
        "place_id": place_id,
        "places": _places(request, place_id),
        "languages": list(LANGUAGES.items()),
        "typed": typed,
        "problems": problems or {},
    }
    return render(request, "portal/helpdesk/call_back.html", context, status=status)


def _places(request: Viewed, place_id: str) -> list[Any]:
    place = receiving_place(place_id, today(request))
    return reached([place], request.at) if place else []
