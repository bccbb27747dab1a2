"""The pages of help; also for who cannot sign in."""

from typing import Any

from django.http import Http404, HttpResponse
from django.urls import reverse
from django.views.decorators.http import require_safe

from motcua.web.office.desk.views import place
from motcua.web.shared.environment import lang
from motcua.web.shared.guides import KINDS, guide
from motcua.web.shared.pages import render
from motcua.web.shared.viewer import Viewed


@require_safe
def helping(request: Viewed) -> HttpResponse:
    """Show what the lists mean, how the keyboard works, whom to ask, and the guides."""
    guides = [(address_of(kind), guide(kind, lang()).title) for kind in KINDS]
    return render(request, "office/help/help.html", {**_around(request), "guides": guides})


@require_safe
def how_to(request: Viewed, kind: str) -> HttpResponse:
    """Show a guide with its pictures."""
    if kind not in KINDS:
        raise Http404
    context = {"guide": guide(kind, lang()), "address": address_of}
    return render(request, "office/help/how_to.html", {**_around(request), **context})


def address_of(name: str) -> str:
    """Give the address of a guide by its kind, or by the name of its file."""
    return reverse("office:how_to", args=[name.removesuffix(".md")])


def _around(request: Viewed) -> dict[str, Any]:
    inside = request.actor.kind == "officer" and bool(request.actor.roles)
    return {**(place(request) if inside else {}), "words": "", "inside": inside}
