"""The directory and its places: whom to call, when, and how fresh that is."""

from typing import Any
from urllib.parse import urlencode

import segno
from django.conf import settings
from django.http import Http404, HttpResponse
from django.urls import reverse
from django.views.decorators.http import require_safe

from motcua.accounts.queries.contacts import receiving_officers
from motcua.directory.queries import PlaceFacts, agency, place_known, receiving_places, successors
from motcua.directory.queries.finding import find_places
from motcua.directory.rules.hours import sessions_of
from motcua.web.portal.people import today
from motcua.web.shared import keyset
from motcua.web.shared.pages import render
from motcua.web.shared.places import Reached, reached
from motcua.web.shared.viewer import Viewed

PAGE = 20
SIZES = ("a4", "a3")


@require_safe
def contacts(request: Viewed) -> HttpResponse:
    """Find places by the words people use, page by page."""
    words, on = _words(request), today(request)
    key = keyset.decode(request.GET.get("after", ""), (str, str))
    start = (str(key[0]), str(key[1])) if key else None
    found = find_places(words, on, after=start, limit=PAGE + 1)
    more = keyset.encode(found[PAGE - 1].key) if len(found) > PAGE else ""
    here, query = reverse("portal:contacts"), {"q": words} if words else {}
    context = {
        "words": words,
        "found": list(
            zip(found[:PAGE], reached([one.place for one in found[:PAGE]], request.at), strict=True)
        ),
        "next": f"{here}?{urlencode(query | {'after': more})}" if more else "",
        "first": f"{here}?{urlencode(query)}" if start else "",
    }
    return render(request, "portal/contacts/list.html", context)


@require_safe
def place(request: Viewed, place_id: str) -> HttpResponse:
    """Show one place; one that has ended says who carries on."""
    known = _known(request, place_id)
    one, on = _standing(request, known), today(request)
    if one is None:
        return render(request, "portal/contacts/ended.html", {"place": known, "now": _now(request, known)})
    others = [
        officer
        for officer in receiving_officers(known.agency_ids, on)
        if (officer.phone or officer.email) and officer not in (one.duty.on_duty, one.duty.stand_in)
    ]
    told = one.contact.told
    context = {
        "one": one,
        "saturday": sessions_of(told.saturday) if told.saturday else (),
        "others": others,
        "agencies": [found for found in (agency(key, on) for key in known.agency_ids) if found],
    }
    return render(request, "portal/contacts/place.html", context)


@require_safe
def poster(request: Viewed, place_id: str) -> HttpResponse:
    """Show the poster of a place, to be printed on A4 or A3."""
    one = _standing(request, _known(request, place_id))
    if one is None:
        raise Http404
    address = settings.PUBLIC_ADDRESS + reverse("portal:place", args=[place_id])
    size = request.GET.get("size", "")
    context = {
        "one": one,
        "size": size if size in SIZES else SIZES[0],
        "portal": settings.PUBLIC_ADDRESS.partition("://")[2],
        "address": address.partition("://")[2],
        "qr": segno.make(address, error="m").svg_inline(border=0, omitsize=True),
    }
    return render(request, "portal/contacts/poster.html", context)


def _known(request: Viewed, place_id: str) -> PlaceFacts:
    found = place_known(place_id, today(request))
    if found is None:
        raise Http404
    return found


def _standing(request: Viewed, known: PlaceFacts) -> Reached | None:
    ended = known.valid_to is not None and known.valid_to < today(request)
    return None if ended else reached([known], request.at)[0]


def _now(request: Viewed, known: PlaceFacts) -> list[Any]:
    """List the places of those who carry on the duties of an ended place's host."""
    on = today(request)
    hosts = {one.id for one in successors(known.host_id, on)}
    return [one for one in receiving_places(on) if one.host_id in hosts]


def _words(request: Viewed) -> str:
    return str(request.GET.get("q", "")).replace("\0", "").strip()[:100]
