"""The slips of the one-stop: the list of the day by hamlet, and the sheets to print."""

from datetime import date, datetime, timedelta
from functools import wraps
from itertools import groupby
from operator import attrgetter
from typing import Any

from django.http import Http404, HttpResponse
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_GET

from motcua.directory.queries import period, receiving_places, run_out
from motcua.dossiers.queries.codes import codes_of
from motcua.kernel.worktime import ZONE
from motcua.ledger.access import note_read
from motcua.messages import queries
from motcua.messages.queries import Carried
from motcua.messages.rules.slips import CARRIERS, may_hand
from motcua.web.office.desk.views import place
from motcua.web.office.guard import View, officers_only
from motcua.web.shared.pages import render
from motcua.web.shared.viewer import Viewed

HANDED_SHOWN = timedelta(days=14)
LATE = "slip_handed"


def carriers_only(view: View) -> View:
    """Let those pass who keep the slips of the one-stop worked for; to others there is no such page."""

    @wraps(view)
    def guarded(request: Viewed, *args: Any, **kwargs: Any) -> HttpResponse:
        if not may_hand(request.actor, request.actor.unit or ""):
            raise Http404
        return view(request, *args, **kwargs)  # type: ignore[return-value]

    return officers_only(guarded)


@never_cache
@carriers_only
@require_GET
def slips(request: Viewed) -> HttpResponse:
    """Show the slips that wait to be carried, or those that were handed over."""
    return show(request, handed=request.GET.get("list") == "handed")


def show(request: Viewed, *, handed: bool = False, status: int = 200, **more: Any) -> HttpResponse:
    """Render the list, with what went wrong in an act if something did."""
    viewer, late_before, today = request.actor, _late_before(request.at), _today(request.at)
    if handed:
        rows = queries.handed_slips(viewer, since=today - HANDED_SHOWN)
    else:
        rows = queries.waiting_slips(viewer, late_before=late_before)
    if rows:
        note_read(viewer, [("slip", str(one.id)) for one in rows], "slips", request.at)
    held = period(LATE, today)
    context = {
        "problems": {},
        "typed": {},
        "opened": "",
        **place(request),
        "handed": handed,
        "counts": queries.slip_counts(viewer, late_before=late_before, since=today - HANDED_SHOWN),
        "groups": _by_hamlet(rows) if not handed else [],
        "rows": rows,
        "codes": codes_of([one.thread for one in rows if one.thread]),
        "carriers": list(CARRIERS.items()),
        "days": held.limit.amount if held else 0,
        "today": today,
        **more,
    }
    return render(request, "office/slips/slips.html", context, status=status)


@never_cache
@carriers_only
@require_GET
def sheets(request: Viewed) -> HttpResponse:
    """Show what is printed: for each hamlet the list for who carries them, then its slips, one sheet each."""
    wanted = request.GET.get("hamlet")
    rows = queries.waiting_slips(request.actor, late_before=_late_before(request.at), hamlet=wanted)
    if not rows:
        raise Http404
    note_read(request.actor, [("slip", str(one.id)) for one in rows], "slip sheets", request.at)
    today = _today(request.at)
    context = {
        **place(request),
        "groups": _by_hamlet(rows),
        "codes": codes_of([one.thread for one in rows if one.thread]),
        "today": today,
        "sender": next(iter(receiving_places(today, request.actor.unit or "")), None),
    }
    return render(request, "office/slips/sheets.html", context)


def _by_hamlet(rows: list[Carried]) -> list[tuple[str, list[Carried]]]:
    return [(hamlet, list(group)) for hamlet, group in groupby(rows, attrgetter("hamlet"))]


def _late_before(at: datetime) -> datetime | None:
    return run_out(LATE, at)


def _today(at: datetime) -> date:
    return at.astimezone(ZONE).date()
