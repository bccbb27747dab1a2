"""The page of help; also for who cannot sign in."""

from django.http import HttpResponse
from django.views.decorators.http import require_safe

from motcua.web.office.desk.views import place
from motcua.web.shared.pages import render
from motcua.web.shared.viewer import Viewed


@require_safe
def helping(request: Viewed) -> HttpResponse:
    """Show what the lists mean, how the keyboard works, and whom to ask."""
    inside = request.actor.kind == "officer" and bool(request.actor.roles)
    context = {**place(request), "words": ""} if inside else {}
    return render(request, "office/help/help.html", {**context, "inside": inside})
