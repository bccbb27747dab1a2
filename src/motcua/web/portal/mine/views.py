"""One's own dossiers and open drafts; a guest sees those of this session."""

from typing import Any
from uuid import UUID

from django.http import HttpResponse
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_safe

from motcua.catalogue.queries import procedure_names
from motcua.directory.queries import agency_known
from motcua.dossiers.models import Dossier, Draft
from motcua.dossiers.queries.codes import by_ids
from motcua.dossiers.queries.drafts import open_drafts
from motcua.dossiers.queries.viewing import mine as own_dossiers
from motcua.kernel.worktime import ZONE
from motcua.web.portal.people import opened, person, today
from motcua.web.portal.tracking.states import chip_kind, status_name
from motcua.web.shared import keyset
from motcua.web.shared.pages import render
from motcua.web.shared.viewer import GUEST_KEY, Viewed

PAGE = 20


@never_cache
@require_safe
def mine(request: Viewed) -> HttpResponse:
    """List drafts to go on with and dossiers filed."""
    by = person(request)
    signed_in = by.kind == "citizen"
    found = own_dossiers(by, after=_after(request), limit=PAGE + 1) if signed_in else by_ids(opened(request))
    drafts = open_drafts(by) if signed_in or GUEST_KEY in request.session else []
    shown = {one.procedure for one, _code in found} | {one.procedure for one in drafts}
    names = procedure_names(shown, request.at.astimezone(ZONE).date())
    context = {
        "signed_in": signed_in,
        "dossiers": [_line(request, one, code, names) for one, code in found[:PAGE]],
        "drafts": [_draft(request, one, names) for one in drafts] if not request.GET.get("after") else [],
        "next": f"?after={keyset.encode((str(found[PAGE - 1][0].id),))}" if len(found) > PAGE else "",
        "first": "?" if request.GET.get("after") else "",
        "here": "mine",
    }
    return render(request, "portal/mine/mine.html", context)


def _after(request: Viewed) -> UUID | None:
    key = keyset.decode(request.GET.get("after", ""), (str,))
    try:
        return UUID(str(key[0])) if key else None
    except ValueError:
        return None


def _line(request: Viewed, one: Dossier, code: str, names: dict[str, str]) -> dict[str, Any]:
    return {
        "code": code,
        "name": names.get(one.procedure, one.procedure),
        "matter": one.matter,
        "kind": chip_kind(one, request.at),
        "state": status_name(one.status),
        "at": one.submitted_at,
        "due": one.due_at if one.ended_at is None and not one.waiting else None,
    }


def _draft(request: Viewed, one: Draft, names: dict[str, str]) -> dict[str, Any]:
    place = agency_known(one.agency_id, today(request))
    return {
        "id": one.id,
        "name": names.get(one.procedure, one.procedure),
        "agency": place.name if place else one.agency_id,
        "saved_at": one.saved_at,
    }
