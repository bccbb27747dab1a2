"""A procedure's page and its printable guide."""

from typing import Any

import segno
from django.conf import settings
from django.http import Http404, HttpResponse
from django.shortcuts import redirect
from django.urls import reverse
from django.views.decorators.http import require_safe

from motcua.catalogue.queries import ProcedureFacts, procedure, version_in_force, vertical_portal
from motcua.web.portal.people import today
from motcua.web.portal.procedures.describing import described
from motcua.web.shared.pages import render
from motcua.web.shared.viewer import Viewed


@require_safe
def procedure_page(request: Viewed, code: str) -> HttpResponse:
    """Answer the five questions, then show the ways to file and the details."""
    known = _known(code)
    if known.code != code:
        return redirect("portal:procedure", code=known.code, permanent=True)
    return _shown(request, known, "portal/procedures/procedure.html")


@require_safe
def guide(request: Viewed, code: str) -> HttpResponse:
    """Show the guide to be printed on one page."""
    known = _known(code)
    address = settings.PUBLIC_ADDRESS + reverse("portal:procedure", args=[known.code])
    qr = segno.make(address, error="m").svg_inline(scale=3, border=0)
    return _shown(request, known, "portal/procedures/guide.html", qr=qr, address=address)


def _known(code: str) -> ProcedureFacts:
    found = procedure(code)
    if found is None:
        raise Http404
    return found


def _shown(request: Viewed, known: ProcedureFacts, template: str, **more: Any) -> HttpResponse:
    on = today(request)
    facts = version_in_force(known.code, on)
    if facts is None:
        portal = vertical_portal(known.sector, on) if known.sector else None
        context = {"known": known, "portal": portal}
        return render(request, "portal/procedures/without_version.html", context)
    return render(request, template, {"known": known, **described(facts, request.at), **more})
