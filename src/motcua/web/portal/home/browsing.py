"""The first page, life events and fields."""

from django.http import Http404, HttpResponse
from django.urls import reverse
from django.views.decorators.http import require_safe

from motcua.catalogue.queries import (
    LifeEventFacts,
    life_events,
    place,
    procedures_in_field,
    procedures_of_life_event,
)
from motcua.catalogue.queries import fields as all_fields
from motcua.web.portal.people import today
from motcua.web.shared import keyset
from motcua.web.shared.environment import lang
from motcua.web.shared.pages import render
from motcua.web.shared.viewer import Viewed

PAGE = 50
DRAWINGS = {
    "sinh-con": "child",
    "ket-hon": "rings",
    "nguoi-than-qua-doi": "candle",
    "giay-to-ho-tich": "files",
    "xay-nha": "house",
    "dat-dai": "land",
    "mo-ho-kinh-doanh": "shop",
    "mo-doanh-nghiep": "desk",
    "kho-khan-can-tro-giup": "help",
    "tuoi-gia": "clock",
    "nguoi-co-cong": "scales",
    "viec-lam": "work",
    "hoc-hanh": "school",
    "noi-o-giay-to-tuy-than": "id",
    "xe-co": "road",
    "suc-khoe": "health",
}


@require_safe
def home(request: Viewed) -> HttpResponse:
    """Ask the one question, and offer life events and tracking."""
    events = [
        {
            "icon": DRAWINGS.get(one.slug, "people"),
            "label": named(one),
            "href": reverse("portal:life_event", args=[one.slug]),
        }
        for one in life_events(today(request))
    ]
    return render(request, "portal/home/home.html", {"life_events": events})


@require_safe
def life_event(request: Viewed, slug: str) -> HttpResponse:
    """List the procedures of a life event in the order in which people need them."""
    on = today(request)
    event = next((one for one in life_events(on) if one.slug == slug), None)
    if event is None:
        raise Http404
    summary = event.summary_en if lang() == "en" and event.summary_en else event.summary
    context = {"title": named(event), "summary": summary, "hits": procedures_of_life_event(slug, on)}
    return render(request, "portal/home/list.html", {**context, "next": "", "first": "", "vietnamese": False})


@require_safe
def fields(request: Viewed) -> HttpResponse:
    """List the fields of administration."""
    return render(request, "portal/home/fields.html", {"fields": all_fields(today(request))})


@require_safe
def field(request: Viewed, slug: str) -> HttpResponse:
    """List a field's procedures, page by page."""
    on = today(request)
    found = next((one for one in all_fields(on) if one.slug == slug), None)
    if found is None:
        raise Http404
    after = keyset.decode(request.GET.get("after", ""), (str, str))
    start = (str(after[0]), str(after[1])) if after else None
    hits = procedures_in_field(slug, on, after=start, limit=PAGE + 1)
    more = keyset.encode(place(hits[PAGE - 1], on)) if len(hits) > PAGE else ""
    here = reverse("portal:field", args=[slug])
    context = {
        "title": found.name,
        "summary": "",
        "hits": hits[:PAGE],
        "next": f"{here}?after={more}" if more else "",
    }
    return render(
        request, "portal/home/list.html", {**context, "first": here if start else "", "vietnamese": True}
    )


def named(event: LifeEventFacts) -> str:
    """Name a life event in the language of the page."""
    return event.name_en if lang() == "en" and event.name_en else event.name
