"""The queue of people who wait, one request with all that is known, and how long people wait in the province."""

from functools import wraps
from typing import Any
from uuid import UUID

from django.http import Http404, HttpResponse, HttpResponseBase
from django.shortcuts import redirect
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_GET

from motcua.accounts.queries import officer_names
from motcua.catalogue.queries import procedure_names
from motcua.directory.queries import agency_known
from motcua.dossiers.queries.codes import codes_of
from motcua.feedback.errors import NotFound
from motcua.feedback.queries.figures import figures as agency_figures
from motcua.feedback.queries.queue import LISTS, counts, queue
from motcua.feedback.queries.reading import dossiers_of_number, request_for, shown_draft
from motcua.feedback.rules.requests import KINDS, LANGUAGES, OUTCOMES, answers, sees_all
from motcua.kernel.worktime import ZONE
from motcua.ledger.access import note_read
from motcua.web.office.desk.views import place
from motcua.web.office.guard import View, officers_only
from motcua.web.shared import keyset
from motcua.web.shared.pages import render
from motcua.web.shared.viewer import Viewed

PAGE = 50
WORDS: dict[str, Any] = {"kinds": KINDS, "languages": LANGUAGES, "outcomes": OUTCOMES}


def answerers_only(view: View) -> View:
    """Let those pass who answer people at the agency worked for; to others there is no such page."""

    @wraps(view)
    def guarded(request: Viewed, *args: Any, **kwargs: Any) -> HttpResponseBase:
        if not answers(request.actor, request.actor.unit or ""):
            raise Http404
        return view(request, *args, **kwargs)

    return officers_only(guarded)


@never_cache
@officers_only
@require_GET
def requests(request: Viewed) -> HttpResponse:
    """List who waits; who oversees is led to the figures of the province."""
    if sees_all(request.actor) and not answers(request.actor, request.actor.unit or ""):
        return redirect("office:request_figures")
    if not answers(request.actor, request.actor.unit or ""):
        raise Http404
    name = request.GET.get("list", "waiting")
    name = name if name in LISTS else "waiting"
    rows = queue(request.actor, name, at=request.at, after=_after(request), limit=PAGE + 1)
    context = {
        "list": name,
        "counts": counts(request.actor, at=request.at),
        "rows": rows[:PAGE],
        "names": officer_names({str(one.holder_id) for one in rows if one.holder_id}),
        "after": keyset.encode((str(rows[PAGE - 1].id),)) if name == "closed" and len(rows) > PAGE else "",
        **WORDS,
        **place(request),
    }
    return render(request, "office/requests/requests.html", context)


@never_cache
@answerers_only
@require_GET
def request_page(request: Viewed, request_id: UUID) -> HttpResponse:
    """Show one request; name, number and words to who took it and to the head."""
    return show(request, request_id)


def show(request: Viewed, request_id: UUID, *, status: int = 200, **more: Any) -> HttpResponse:
    """Render a request, with what went wrong in an act if something did; opening a number is noted."""
    try:
        view = request_for(request.actor, request_id)
    except NotFound as error:
        raise Http404 from error
    if view.full:
        note_read(request.actor, [("request", str(request_id))], "help request", request.at)
    row, before, day = view.row, dossiers_of_number(view), request.at.astimezone(ZONE).date()
    people = {one.by for one in view.entries} | ({str(row.holder_id)} if row.holder_id else set())
    context = {
        "problems": {},
        "typed": {},
        "view": view,
        "row": row,
        "mine": str(row.holder_id) == request.actor.id,
        "draft": shown_draft(view),
        "before": list(codes_of(before).items()),
        "procedure": procedure_names({row.procedure}, day).get(row.procedure, ""),
        "names": officer_names(people),
        **WORDS,
        **place(request),
        **more,
    }
    return render(request, "office/requests/request.html", context, status=status)


@never_cache
@officers_only
@require_GET
def figures(request: Viewed) -> HttpResponse:
    """Show how long people wait, agency by agency, to those who oversee."""
    if not sees_all(request.actor):
        raise Http404
    on = request.at.astimezone(ZONE).date()
    rows = [
        {"of": one, "agency": host.name if (host := agency_known(one.agency_id, on)) else one.agency_id}
        for one in agency_figures(request.actor, at=request.at)
    ]
    return render(request, "office/requests/figures.html", {"rows": rows, **place(request)})


def _after(request: Viewed) -> UUID | None:
    key = keyset.decode(request.GET.get("after", ""), (str,))
    try:
        return UUID(str(key[0])) if key else None
    except ValueError:
        return None
