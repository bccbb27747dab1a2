"""Pages of hand-overs: what is ready and what waits for a signature, one list, and its print."""

from collections.abc import Iterable
from datetime import date
from functools import wraps
from typing import Any
from uuid import UUID

from django.http import Http404, HttpResponse
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_GET

from motcua.accounts.queries import officer_names
from motcua.catalogue.queries import procedure_names
from motcua.custody.errors import NotFound
from motcua.custody.models import Item
from motcua.custody.queries import handovers as queries
from motcua.custody.rules.ways import THINGS, WAYS, keeps_papers, may_give, may_take
from motcua.dossiers.queries.codes import codes_of
from motcua.kernel.worktime import ZONE
from motcua.ledger.access import note_read
from motcua.web.office.desk.views import place
from motcua.web.office.guard import View, officers_only
from motcua.web.shared.pages import render
from motcua.web.shared.viewer import Viewed


def hands_only(view: View) -> View:
    """Let those pass who have part in hand-overs of the agency worked for; to others there is no such page."""

    @wraps(view)
    def guarded(request: Viewed, *args: Any, **kwargs: Any) -> HttpResponse:
        if not keeps_papers(request.actor):
            raise Http404
        return view(request, *args, **kwargs)  # type: ignore[return-value]

    return officers_only(guarded)


@never_cache
@hands_only
@require_GET
def handing(request: Viewed) -> HttpResponse:
    """Show what is ready to be handed over, and the lists that wait."""
    return show(request)


def show(request: Viewed, *, status: int = 200, **more: Any) -> HttpResponse:
    """Render the page of one way, with what went wrong if something did."""
    viewer, unit = request.actor, request.actor.unit or ""
    ways = [way for way in WAYS if may_give(viewer, way, unit)]
    asked = request.POST.get("way") or request.GET.get("way", "")
    way = asked if asked in ways else next(iter(ways), "")
    rows = list(queries.ready(viewer, way)[: queries.SHOWN]) if way else []
    lists = queries.handovers(viewer, request.at)
    _note(request, rows)
    context = {
        "problems": {},
        "typed": {},
        **place(request),
        "way": way,
        "ways": ways,
        "way_names": {key: one.name for key, one in WAYS.items()},
        "totals": {key: queries.ready(viewer, key).count() for key in ways},
        "rows": rows,
        "lists": lists,
        "names": officer_names({one.handover.made_by for one in lists} | {one.held_by for one in rows}),
        **_words(rows, request.at.astimezone(ZONE).date()),
        **more,
    }
    return render(request, "office/papers/handing.html", context, status=status)


@never_cache
@officers_only
@require_GET
def handing_list(request: Viewed, handover_id: UUID) -> HttpResponse:
    """Show a list, and to who may sign for it the form."""
    return show_list(request, handover_id)


def show_list(request: Viewed, handover_id: UUID, *, status: int = 200, **more: Any) -> HttpResponse:
    """Render a list, with what went wrong in its answer if something did."""
    context = {"problems": {}, "typed": {}, **_list(request, handover_id), **more}
    return render(request, "office/papers/list.html", context, status=status)


@never_cache
@officers_only
@require_GET
def sheet(request: Viewed, handover_id: UUID) -> HttpResponse:
    """Show the list as it is printed and signed."""
    return render(request, "office/papers/sheet.html", _list(request, handover_id))


def _list(request: Viewed, handover_id: UUID) -> dict[str, Any]:
    try:
        view = queries.handover(request.actor, handover_id)
    except NotFound as error:
        raise Http404 from error
    made, items = view.handover, [one.item for one in view.lines]
    _note(request, items)
    takes = may_take(request.actor, made.way, made.agency_id, made.made_by)
    return {
        **place(request),
        "made": made,
        "way": WAYS[made.way],
        "lines": view.lines,
        "signs": takes and any(not one.outcome for one in view.lines),
        "names": officer_names({made.made_by, *(one.answered_by for one in view.lines if one.answered_by)}),
        **_words(items, request.at.astimezone(ZONE).date()),
    }


def _words(items: Iterable[Item], on: date) -> dict[str, Any]:
    kept = list(items)
    return {
        "things": THINGS,
        "codes": codes_of([one.dossier_id for one in kept]),
        "procedures": procedure_names({one.dossier.procedure for one in kept}, on),
    }


def _note(request: Viewed, items: Iterable[Item]) -> None:
    seen = [("dossier", str(one.dossier_id)) for one in items]
    if seen:
        note_read(request.actor, seen, "handing", request.at)
