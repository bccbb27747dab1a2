"""The contacts of the agency worked for, and for the Provincial Office what is missing in the province."""

from collections.abc import Callable
from functools import wraps
from typing import Any

from django.conf import settings
from django.http import Http404, HttpResponse, HttpResponseBase
from django.shortcuts import redirect
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_GET

from motcua.accounts.queries.contacts import NOBODY, duties_of, receiving_officers
from motcua.accounts.queries.coverage import coverage
from motcua.directory.queries import PlaceFacts, period, receiving_places
from motcua.directory.queries.contacts import PERIOD, closures_of, contacts_of
from motcua.directory.rules.contacts import keeps_contacts
from motcua.kernel.worktime import ZONE
from motcua.web.office.desk.views import place as frame
from motcua.web.office.guard import officers_only
from motcua.web.shared import keyset
from motcua.web.shared.pages import render
from motcua.web.shared.viewer import Viewed

PAGE = 50
WORK = ("reception", "specialist", "approver", "head", "admin")
View = Callable[..., HttpResponseBase]


def keepers_only(view: View) -> View:
    """Let those pass who keep the contacts of the agency worked for; to others there is no such page."""

    @wraps(view)
    def guarded(request: Viewed, *args: Any, **kwargs: Any) -> HttpResponseBase:
        if not keeps_contacts(request.actor, request.actor.unit or ""):
            raise Http404
        return view(request, *args, **kwargs)

    return officers_only(guarded)


@never_cache
@officers_only
@require_GET
def contacts(request: Viewed) -> HttpResponse:
    """Show the contacts of the own agency; who oversees is led to the province."""
    if request.actor.has("oversight") and not keeps_contacts(request.actor, request.actor.unit or ""):
        return redirect("office:contacts_province")
    if not keeps_contacts(request.actor, request.actor.unit or ""):
        raise Http404
    return show(request)


def show(request: Viewed, *, status: int = 200, **more: Any) -> HttpResponse:
    """Render the page, with what went wrong in one of its forms if something did."""
    at, unit = request.at, request.actor.unit or ""
    on = at.astimezone(ZONE).date()
    places = own_places(request)
    ids = [one.id for one in places]
    told, duties, closures = contacts_of(places, at), duties_of(places, on), closures_of(ids, at)
    held = period(PERIOD, on)
    context = {
        "problems": {},
        "typed": {},
        "opened": "",
        "lines": [
            {
                "place": one,
                "contact": told[one.id],
                "duty": duties.get(one.id, NOBODY),
                "closures": closures.get(one.id, []),
                "people": [
                    (who.id, f"{who.name} – {who.title}" if who.title else who.name)
                    for who in receiving_officers(one.agency_ids, on, *WORK)
                ],
            }
            for one in places
        ],
        "public_address": settings.PUBLIC_ADDRESS,
        "officers": receiving_officers([unit], on, *WORK),
        "days": held.limit.amount if held else 0,
        "today": on,
        **frame(request),
        **more,
    }
    return render(request, "office/contacts/contacts.html", context, status=status)


def own_places(request: Viewed) -> list[PlaceFacts]:
    """List the places that the agency worked for runs."""
    on = request.at.astimezone(ZONE).date()
    return [one for one in receiving_places(on) if one.host_id == request.actor.unit]


@never_cache
@officers_only
@require_GET
def province(request: Viewed) -> HttpResponse:
    """Show by agency which places lack a contact or were not confirmed lately."""
    if not request.actor.has("oversight"):
        raise Http404
    every = [one for one in coverage(request.actor, request.at) if not one.complete]
    after = keyset.decode(request.GET.get("after", ""), (str, str))
    rows = [one for one in every if after is None or one.key > after]
    context = {
        "rows": rows[:PAGE],
        "total": len(every),
        "first_page": after is None,
        "after": keyset.encode(rows[PAGE - 1].key) if len(rows) > PAGE else "",
        **frame(request),
    }
    return render(request, "office/contacts/province.html", context)
