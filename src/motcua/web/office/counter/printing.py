"""What the counter prints: the receipt at once, the paper that says what is missing, the card for the next time."""

from typing import Any
from uuid import UUID

from django.conf import settings
from django.http import Http404, HttpResponse
from django.urls import reverse
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_GET

from motcua.catalogue.queries import VersionFacts, version_in_force
from motcua.counter.queries.remote import remote
from motcua.dossiers.errors import NotFound
from motcua.dossiers.queries.counter import entered
from motcua.dossiers.queries.viewing import dossier_for
from motcua.dossiers.rules.papers.case import date_line
from motcua.dossiers.rules.permits import may_take_in
from motcua.kernel.seal import secret_printed
from motcua.kernel.worktime import ZONE
from motcua.ledger.access import note_read
from motcua.web.office.counter.typed import COUNTS, Typed
from motcua.web.office.desk.views import place
from motcua.web.office.dossier.sheet import show_sheet
from motcua.web.office.guard import officers_only
from motcua.web.shared.codes import qr
from motcua.web.shared.pages import render
from motcua.web.shared.places import reached_for
from motcua.web.shared.viewer import Viewed


@never_cache
@officers_only
@require_GET
def receipt(request: Viewed, entry_id: UUID) -> HttpResponse:
    """Show the receipt with its secret to the officer who has just taken the dossier in, and print it."""
    try:
        filed = entered(request.actor, entry_id, request.at)
        view = dossier_for(request.actor, filed.dossier_id)
    except NotFound as error:
        raise Http404 from error
    note_read(request.actor, [("dossier", str(filed.dossier_id))], "receipt", request.at)
    secret = secret_printed(filed.secret)
    return show_sheet(
        request, view, secret=secret, back=reverse("office:counter"), prints_now=True, fresh=True
    )


@never_cache
@officers_only
@require_GET
def card(request: Viewed, code: str) -> HttpResponse:
    """Show the card to hand over: how to do this procedure without coming."""
    on = request.at.astimezone(ZONE).date()
    facts = version_in_force(code, on)
    if facts is None or not may_take_in(request.actor):
        raise Http404
    address = settings.PUBLIC_ADDRESS + reverse("portal:procedure", args=[facts.code])
    context = {
        "facts": facts,
        "remote": remote(facts.code, request.actor.unit or "", on),
        "address": address,
        "portal": settings.PUBLIC_ADDRESS,
        "qr": qr(address),
        "places": reached_for(request.actor.unit or "", request.at)[:1],
        **place(request),
    }
    return render(request, "office/counter/card.html", context)


def guidance(request: Viewed, typed: Typed, facts: VersionFacts, rows: list[dict[str, Any]]) -> HttpResponse:
    """Show form 02: what is missing, fully and in one go. Nothing of it is kept but that it was given."""
    missing = [row for row in rows if row["paper"].kind == "required" and not _is_there(row["counts"])]
    context = {
        "typed": typed,
        "facts": facts,
        "rows": rows,
        "missing": missing,
        "today": date_line(request.at.astimezone(ZONE).date()),
        "places": reached_for(request.actor.unit or "", request.at)[:1],
        **place(request),
    }
    return render(request, "office/counter/guidance.html", context)


def _is_there(counts: dict[str, str]) -> bool:
    return bool(counts["looked_up"]) or any(counts[name].strip("0") for name in COUNTS)
