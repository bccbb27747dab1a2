"""Whom one helps, which calls wait for their paper, and asking somebody for consent."""

from typing import Any

from django.http import Http404, HttpResponse
from django.shortcuts import redirect
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_GET, require_http_methods

from motcua.accounts.errors import Incomplete
from motcua.accounts.operations import asking
from motcua.accounts.operations.parties import Person
from motcua.accounts.operations.signing_in import Refused
from motcua.accounts.queries.consents import helping, to_confirm
from motcua.accounts.rules.consents import PLACES, WAYS, Asked
from motcua.catalogue.queries import VersionFacts, meant_by, online_service, procedure_names, version_in_force
from motcua.dossiers.queries.helping import helped_drafts
from motcua.kernel.references import identity_normal, phone_normal
from motcua.kernel.worktime import ZONE
from motcua.web.office.assist.guard import helpers_only
from motcua.web.office.desk.views import place
from motcua.web.shared.origin import asker
from motcua.web.shared.pages import render
from motcua.web.shared.viewer import Viewed

FIELDS = ("name", "number", "phone", "place", "way")
FOUND = 20


@never_cache
@helpers_only
@require_GET
def assist(request: Viewed) -> HttpResponse:
    """Find the procedure, see what waits for paper, the overdue first, and go on with whom one helps."""
    letters, on = request.GET.get("q", "").strip()[:200], request.at.astimezone(ZONE).date()
    unit = request.actor.unit or ""
    found = meant_by(letters, unit, on, {}, FOUND) if letters else []
    waiting, helped, drafts = (
        to_confirm(request.actor),
        helping(request.actor),
        helped_drafts(request.actor, on),
    )
    context = {
        "q": letters,
        "found": [one for one in found if online_service(one.code, unit, on)],
        "waiting": waiting,
        "helped": helped,
        "drafts": drafts,
        "matters": procedure_names({one.procedure for one in [*waiting, *helped]}, on),
        "at": request.at,
        **place(request),
    }
    return render(request, "office/assist/assist.html", context)


@never_cache
@helpers_only
@require_http_methods(["GET", "POST"])
def ask(request: Viewed, code: str) -> HttpResponse:
    """Ask who is to be helped, where, and how the person agrees."""
    on, unit = request.at.astimezone(ZONE).date(), request.actor.unit or ""
    facts = version_in_force(code, on)
    if facts is None or online_service(code, unit, on) is None:
        raise Http404
    if request.method == "GET":
        return _form(request, facts, {"place": "counter", "way": "code"})
    typed = {field: request.POST.get(field, "").strip()[:200] for field in FIELDS}
    wish = _wish(facts, unit, typed)
    try:
        one = asking.ask(wish=wish, asker=asker(request), by=request.actor, at=request.at)
    except Incomplete as error:
        return _form(request, facts, typed, {field: _(said) for field, said in error.problems})
    except Refused as error:
        return _form(request, facts, typed, {"phone": _(str(error))})
    return redirect("office:assist_consent", consent_id=one.id)


def _wish(facts: VersionFacts, receiver: str, typed: dict[str, str]) -> asking.Wish:
    """Ask for one dossier and no more: an officer who helps again asks again."""
    owner = Person(
        name=" ".join(typed["name"].split()),
        number=identity_normal(typed["number"]),
        phone=phone_normal(typed["phone"]) or typed["phone"],
    )
    asked = Asked("officer", typed["place"], typed["way"], "one", facts.code, receiver)
    return asking.Wish(owner=owner, helper_name="", asked=asked, matter=facts.title)


def _form(
    request: Viewed, facts: VersionFacts, typed: dict[str, str], problems: dict[str, str] | None = None
) -> HttpResponse:
    context: dict[str, Any] = {
        "facts": facts,
        "typed": typed,
        "problems": problems or {},
        "places": list(PLACES.items()),
        "ways": list(WAYS.items()),
        **place(request),
    }
    return render(request, "office/assist/ask.html", context, status=422 if problems else 200)
