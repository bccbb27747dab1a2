"""The widget of a place: a small page without script that any agency's page may frame."""

from django.conf import settings
from django.http import Http404, HttpResponse
from django.urls import reverse
from django.views.decorators.cache import cache_control
from django.views.decorators.http import require_safe

from motcua.directory.queries import place_known
from motcua.web.portal.people import today
from motcua.web.shared.pages import render
from motcua.web.shared.places import reached
from motcua.web.shared.security import framed_by_all
from motcua.web.shared.viewer import Viewed


@require_safe
@framed_by_all
@cache_control(public=True, max_age=60)
def widget(request: Viewed, place_id: str) -> HttpResponse:
    """Show the portal's link and the place's contact; the address stays even when the place has ended."""
    on = today(request)
    known = place_known(place_id, on)
    if known is None:
        raise Http404
    ended = known.valid_to is not None and known.valid_to < on
    context = {
        "place": known,
        "one": None if ended else reached([known], request.at)[0],
        "portal": settings.PUBLIC_ADDRESS + reverse("portal:home"),
        "page": settings.PUBLIC_ADDRESS + reverse("portal:place", args=[place_id]),
    }
    return render(request, "portal/contacts/widget.html", context)
