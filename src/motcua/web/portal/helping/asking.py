"""Asking to help somebody: who, in what capacity, where, how they agree and to what; and using an earlier consent."""

from datetime import date
from typing import Any

from django.http import Http404, HttpResponse
from django.shortcuts import redirect
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods

from motcua.accounts.errors import Incomplete, NotAllowed
from motcua.accounts.operations import asking
from motcua.accounts.operations.parties import Person
from motcua.accounts.operations.signing_in import Refused
from motcua.accounts.queries.consents import last_asked, usable
from motcua.accounts.rules.consents import CITIZENS, PLACES, SCOPES, Asked, ways_of
from motcua.catalogue.queries import VersionFacts, online_service, version_in_force
from motcua.kernel.references import identity_normal, phone_normal
from motcua.web.portal.people import person, today
from motcua.web.shared.dates import typed_date
from motcua.web.shared.origin import asker
from motcua.web.shared.pages import render
from motcua.web.shared.viewer import Viewed

FIELDS = ("kind", "helper_name", "place", "name", "number", "phone", "way", "scope")

KEPT_DRAFT = "kept_draft"
"""In the session: which own draft goes on with which consent, once it is given."""


@never_cache
@require_http_methods(["GET", "POST"])
def ask_other(request: Viewed, code: str) -> HttpResponse:
    """Ask whom to help and how they agree; whoever has no account is led to one, or files without a record."""
    facts = version_in_force(code, today(request))
    receiver = (request.POST.get("noi") or request.GET.get("noi") or "")[:100]
    if not receiver:
        return redirect("portal:begin", code=code)
    if facts is None or online_service(code, receiver, today(request)) is None:
        raise Http404
    if request.method == "GET" or request.actor.kind != "citizen":
        return _page(request, facts, receiver, _likely(request))
    typed = {field: request.POST.get(field, "").strip()[:200] for field in FIELDS}
    typed["until"] = typed_date(request.POST, "until")
    try:
        one = asking.ask(
            wish=_wish(facts, receiver, typed),
            asker=asker(request),
            by=person(request),
            at=request.at,
        )
    except Incomplete as error:
        return _page(request, facts, receiver, typed, {field: _(said) for field, said in error.problems})
    except (Refused, NotAllowed) as error:
        return _page(request, facts, receiver, typed, {"phone": _(str(error))})
    if kept := (request.POST.get("nhap") or "")[:36]:
        request.session[KEPT_DRAFT] = {"consent": str(one.id), "draft": kept}
    return redirect("portal:consent", consent_id=one.id)


def _wish(facts: VersionFacts, receiver: str, typed: dict[str, str]) -> asking.Wish:
    asked = Asked(
        kind=typed["kind"],
        place=typed["place"],
        way=typed["way"],
        scope=typed["scope"],
        procedure=facts.code,
        receiver=receiver,
        until=_day(typed["until"]),
    )
    owner = Person(
        name=" ".join(typed["name"].split()),
        number=identity_normal(typed["number"]),
        phone=phone_normal(typed["phone"]) or typed["phone"],
    )
    return asking.Wish(owner=owner, helper_name=typed["helper_name"], asked=asked, matter=facts.title)


def _day(text: str) -> date | None:
    try:
        return date.fromisoformat(text)
    except ValueError:
        return None


def _likely(request: Viewed) -> dict[str, str]:
    """Keep the helper's own data for the next neighbour."""
    last = last_asked(request.actor) if request.actor.kind == "citizen" else None
    if last is None:
        return {"way": "code", "scope": "one"}
    return {
        "kind": last.helper_kind,
        "helper_name": last.helper_name,
        "place": last.place,
        "way": last.way,
        "scope": "one",
    }


def _page(
    request: Viewed,
    facts: VersionFacts,
    receiver: str,
    typed: dict[str, str],
    errors: dict[str, str] | None = None,
) -> HttpResponse:
    kind = typed.get("kind", "")
    context: dict[str, Any] = {
        "facts": facts,
        "receiver": receiver,
        "kept_draft": (request.POST.get("nhap") or request.GET.get("nhap") or "")[:36],
        "signed_in": request.actor.kind == "citizen",
        "typed": typed,
        "errors": errors or {},
        "kinds": list(CITIZENS.items()),
        "places": [one for one in PLACES.items() if one[0] not in ("counter", "phone")],
        "ways": list(ways_of(kind if kind in CITIZENS else "relative").items()),
        "scopes": list(SCOPES.items()),
        "earlier": usable(request.actor, facts.code, today(request)),
    }
    return render(request, "portal/helping/ask.html", context, status=422 if errors else 200)
