"""The receipt (form 01): what it says, whichever door the dossier came through."""

from typing import Any

from django.conf import settings
from django.http import HttpResponse
from django.urls import reverse
from django.utils.translation import get_language

from motcua.catalogue.queries import VersionFacts
from motcua.dossiers.queries.derived import limit_of
from motcua.dossiers.queries.receipts import listed, sets_of
from motcua.dossiers.queries.viewing import View
from motcua.kernel.worktime.words import amount_words
from motcua.web.office.desk.views import place
from motcua.web.office.dossier.views import page_of
from motcua.web.shared.codes import barcode, qr
from motcua.web.shared.pages import render
from motcua.web.shared.places import reached_for
from motcua.web.shared.viewer import Viewed


def show_sheet(request: Viewed, view: View, *, secret: str = "", back: str, **more: Any) -> HttpResponse:
    """Show the sheet; with a `secret` it opens the dossier to whoever holds it."""
    page = page_of(request, view)
    address = settings.PUBLIC_ADDRESS + reverse("portal:dossier", args=[view.code])
    context = {
        "prints_now": False,
        "fresh": False,
        **page,
        **place(request),
        **_sheet(request, view, page["facts"]),
        "secret": secret,
        "address": address,
        "qr": qr(address),
        "barcode": barcode(view.code),
        "back": back,
        **more,
    }
    return render(request, "office/dossier/receipt.html", context)


def _sheet(request: Viewed, view: View, facts: VersionFacts) -> dict[str, Any]:
    dossier = view.dossier
    limit = limit_of(dossier)
    return {
        "sets": sets_of(view),
        "rows": listed(view, facts),
        "limit": amount_words(limit.amount, limit.unit, get_language() or "vi") if limit else "",
        "fees": facts.fees(dossier.origin.channel),
        "places": reached_for(dossier.agency_id, request.at)[:1],
    }
