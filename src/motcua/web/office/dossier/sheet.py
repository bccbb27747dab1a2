"""The receipt (form 01): what it says, whichever door the dossier came through."""

from typing import Any

from django.conf import settings
from django.http import HttpResponse
from django.urls import reverse
from django.utils.translation import get_language

from motcua.catalogue.queries import VersionFacts, form_of
from motcua.catalogue.rules.matching import CASE_QUESTION, asked_on_paper
from motcua.dossiers.models import GivenPaper
from motcua.dossiers.queries.derived import limit_of
from motcua.dossiers.queries.viewing import View
from motcua.kernel.worktime.words import amount_words
from motcua.web.office.desk.views import place
from motcua.web.office.dossier.views import page_of
from motcua.web.shared.codes import barcode, qr
from motcua.web.shared.pages import render
from motcua.web.shared.places import reached_for
from motcua.web.shared.viewer import Viewed

ON_PAPER = ("required", "conditional", "presented")


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
        "sets": dossier.entry.sets if hasattr(dossier, "entry") else 0,
        "rows": _rows(view, facts),
        "limit": amount_words(limit.amount, limit.unit, get_language() or "vi") if limit else "",
        "fees": facts.fees(dossier.origin.channel),
        "places": reached_for(dossier.agency_id, request.at)[:1],
    }


def _rows(view: View, facts: VersionFacts) -> list[dict[str, Any]]:
    """List the whole closed list of this case with what was given of each paper: by count, or in files."""
    given = {one.component: one for one in GivenPaper.objects.filter(dossier=view.dossier)}
    files: dict[int, int] = {}
    for one in view.of_kind("component") + view.of_kind("supplement"):
        files[one.component] = files.get(one.component, 0) + 1
    asked = asked_on_paper(
        form_of(facts), facts.components, str(view.dossier.answers.get(CASE_QUESTION) or "")
    )
    return [
        {"paper": one, "given": given.get(one.seq), "files": files.get(one.seq, 0)}
        for one in asked
        if one.kind in ON_PAPER or one.seq in files
    ]
