"""The end of the day: the count, what stays and should not, and closing the day."""

from datetime import date, datetime
from typing import Any
from uuid import UUID

from django.contrib import messages
from django.http import Http404, HttpResponse
from django.shortcuts import redirect
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_GET, require_POST

from motcua.accounts.queries import officer_names
from motcua.custody.errors import Incomplete, NotAllowed, NotFound
from motcua.custody.operations.evenings import close_day
from motcua.custody.queries import evenings as queries
from motcua.custody.rules.evenings import GIVE_BACK, KINDS, SUMS
from motcua.custody.rules.ways import THINGS
from motcua.dossiers.queries.codes import codes_of
from motcua.dossiers.queries.register import Span, register_counts
from motcua.dossiers.queries.uncollected import uncollected_counts
from motcua.kernel.actors import Actor
from motcua.kernel.words import mark
from motcua.ledger.access import note_read
from motcua.web.office.desk.views import place
from motcua.web.office.guard import officers_only
from motcua.web.shared import keyset
from motcua.web.shared.pages import render
from motcua.web.shared.viewer import Viewed

PAGE = 50
WAYS = [
    (mark("Tại quầy"), "direct", "counter"),
    (mark("Bưu chính"), "post", "post"),
    (mark("Trực tuyến"), "online", "online"),
]
"""A channel, what it is called for dossiers received by it, and for results given by it."""


@never_cache
@officers_only
@require_GET
def evening(request: Viewed) -> HttpResponse:
    """Show the day as it stands now."""
    return show(request)


def show(request: Viewed, *, status: int = 200, **more: Any) -> HttpResponse:
    """Render the day, with what went wrong in closing it if something did."""
    view = queries.evening(request.actor, request.at)
    if view is None:
        raise Http404
    items = [one.item for one in view.left]
    if items:
        seen = [("dossier", str(one.dossier_id)) for one in items]
        note_read(request.actor, seen, "evening", request.at)
    context = {
        "problems": {},
        "typed": {},
        **place(request),
        "view": view,
        "kinds": KINDS,
        "sums": SUMS,
        "give_back": GIVE_BACK,
        **_channels(request.actor, view.day),
        "things": THINGS,
        "codes": codes_of([one.dossier_id for one in items]),
        "names": officer_names({view.closed.closed_by} if view.closed else set()),
        **more,
    }
    return render(request, "office/evening/evening.html", context, status=status)


def _channels(viewer: Actor, day: date) -> dict[str, Any]:
    """Count by channel what was received and given that day, and what waits for its owner."""
    received = register_counts(viewer, Span(day, day))
    given = register_counts(viewer, Span(day, day, by="returned"))
    return {
        "channels": [(name, come, received[come], gone, given[gone]) for name, come, gone in WAYS],
        "uncollected": sum(uncollected_counts(viewer, viewer.unit or "").values()),
    }


@never_cache
@officers_only
@require_GET
def things(request: Viewed, kind: str) -> HttpResponse:
    """List what one count of the day counts."""
    found = queries.things(request.actor, kind, at=request.at, after=_after(request), limit=PAGE + 1)
    if found is None:
        raise Http404
    shown = found[:PAGE]
    if shown:
        seen = [("dossier", str(one.item.dossier_id)) for one in shown]
        note_read(request.actor, seen, "evening", request.at)
    last = shown[-1].key if len(found) > PAGE else None
    context = {
        "slug": kind,
        "kind": KINDS[kind],
        "count": queries.count_of(request.actor, kind, at=request.at),
        "rows": shown,
        "things": THINGS,
        "codes": codes_of([one.item.dossier_id for one in shown]),
        "names": officer_names({one.by for one in shown}),
        "after": keyset.encode((last[0].isoformat(), str(last[1]))) if last else "",
        "first_page": "after" not in request.GET,
        **place(request),
    }
    return render(request, "office/evening/things.html", context)


def _after(request: Viewed) -> queries.Key | None:
    key: Any = keyset.decode(request.GET.get("after", ""), (str, str))
    try:
        moment = datetime.fromisoformat(key[0]) if key else None
        return (moment, UUID(key[1])) if moment and moment.tzinfo else None
    except (ValueError, TypeError):
        return None


@never_cache
@officers_only
@require_POST
def closing(request: Viewed) -> HttpResponse:
    """Close the day, with a reason for each thing left."""
    view = queries.evening(request.actor, request.at)
    left = view.left if view else []
    typed = {f"reason-{one.item.id}": request.POST.get(f"reason-{one.item.id}", "")[:500] for one in left}
    reasons = {one.item.id: typed[f"reason-{one.item.id}"] for one in left}
    try:
        close_day(reasons=reasons, by=request.actor, at=request.at)
    except NotFound as error:
        raise Http404 from error
    except Incomplete as error:
        problems = {field: _(text) for field, text in error.problems}
        return show(request, status=422, problems=problems, typed=typed)
    except NotAllowed as error:
        return show(request, status=409, problems={"": _(str(error))}, typed=typed)
    messages.success(request, _("Đã khóa ngày. Cảm ơn ông/bà."))
    return redirect("office:evening")
