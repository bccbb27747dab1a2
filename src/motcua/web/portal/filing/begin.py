"""The first page of filing: where the dossier goes; and putting a draft away again."""

from datetime import date
from typing import Any
from urllib.parse import urlencode
from uuid import UUID

from django.contrib import messages
from django.http import Http404, HttpResponse
from django.shortcuts import redirect
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods, require_POST

from motcua.catalogue.queries import VersionFacts, online_service, receiving_agencies, version_in_force
from motcua.directory.queries import AgencyFacts, former_communes, unit, units
from motcua.dossiers.errors import NotAllowed, NotFound
from motcua.dossiers.operations import drafting
from motcua.web.portal.doors import filing_door
from motcua.web.portal.people import filer, named_person, today
from motcua.web.shared.limits import limited
from motcua.web.shared.origin import trace
from motcua.web.shared.pages import render
from motcua.web.shared.viewer import Viewed

MANY = 20
"""So many places are the communes: only among them does anybody look for a former name."""


@never_cache
@limited("draft")
@require_http_methods(["GET", "POST"])
def begin(request: Viewed, code: str) -> HttpResponse:
    """Let the person choose the receiving place, then start the draft there."""
    on = today(request)
    facts = version_in_force(code, on)
    if facts is None:
        raise Http404
    if facts.sector:  # a vertical body takes its own procedures: the page leads to its door
        return redirect("portal:procedure", code=code)
    door, service = filing_door(on), online_service(code, None, on)
    filing_is_open, chosen, error = bool(service and door.open), request.POST.get("agency", ""), ""
    if request.method == "POST" and filing_is_open:
        try:
            return _started(request, facts, chosen)
        except NotAllowed:
            error = _("Vui lòng chọn nơi tiếp nhận hồ sơ trong danh sách.")
    places = _places(code, request) if filing_is_open else []
    context = {
        "facts": facts,
        "door": door,
        "service": service,
        "places": places,
        "error": error,
        **_by_former_name(request, places, chosen),
    }
    return render(request, "portal/filing/begin.html", context, status=422 if error else 200)


def _started(request: Viewed, facts: VersionFacts, agency_id: str) -> HttpResponse:
    if online_service(facts.code, agency_id, today(request)) is None:
        raise NotAllowed
    if request.POST.get("for") == "other":
        return redirect(f"{reverse('portal:help_other', args=[facts.code])}?{urlencode({'noi': agency_id})}")
    by = named_person(request)
    draft = drafting.start(
        procedure=facts.code, agency_id=agency_id, trace=trace(request), by=by, at=request.at
    )
    return redirect("portal:draft", draft_id=draft.id)


def _places(code: str, request: Viewed) -> list[tuple[str, str]]:
    on = today(request)
    open_at = [one for one in receiving_agencies(code, on) if online_service(code, one.id, on)]
    return [(one.id, _label(one, on)) for one in open_at]


def _renamed(on: date) -> date | None:
    """Give the day from which every commune has the name it bears, where it is later than our first knowledge."""
    every = units(on)
    since = min((one.valid_from for one in every if one.level == "commune"), default=None)
    return since if since and since > min(one.valid_from for one in every) else None


def _by_former_name(request: Viewed, places: list[tuple[str, str]], chosen: str) -> dict[str, Any]:
    """Lead whoever remembers only a commune's former name to the one that has taken its place."""
    labels, words = dict(places), request.GET.get("ten-cu", "").strip()[:100]
    found = [
        (one.name, [(there.id, labels[there.id]) for there in one.now if there.id in labels])
        for one in (former_communes(words, today(request)) if len(places) > MANY else [])
    ]
    led = request.GET.get("noi", "")
    return {
        "many": len(places) > MANY,
        "renamed": _renamed(today(request)) if len(places) > MANY else None,
        "words": words,
        "former": [(name, now) for name, now in found if now],
        "chosen": chosen or (led if led in labels else ""),
    }


def _label(one: AgencyFacts, on: date) -> str:
    """Name a commune's committee by its commune: that is what people look for in the list."""
    place = unit(one.unit_code, on) if one.level == "commune" and one.unit_code else None
    return place.full_name if place else one.name


@require_POST
def discard(request: Viewed, draft_id: UUID) -> HttpResponse:
    """Put one's draft away."""
    try:
        drafting.discard(draft_id=draft_id, by=filer(request, draft_id), at=request.at)
    except NotFound as error:
        raise Http404 from error
    messages.success(request, _("Đã bỏ bản nháp."))
    return redirect("portal:mine")
