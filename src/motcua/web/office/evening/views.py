"""The end of the day: the count, what stays and should not, and closing the day."""

from typing import Any

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
from motcua.custody.rules.ways import THINGS
from motcua.dossiers.queries.codes import codes_of
from motcua.kernel.words import mark
from motcua.ledger.access import note_read
from motcua.web.office.desk.views import place
from motcua.web.office.guard import officers_only
from motcua.web.shared.pages import render
from motcua.web.shared.viewer import Viewed

MOVES = [
    (("papers", "", "one_stop"), mark("Hồ sơ giấy tiếp nhận trong ngày")),
    (("result", "unit", "one_stop"), mark("Kết quả nhận từ bộ phận chuyên môn")),
    (("papers", "unit", "one_stop"), mark("Hồ sơ giấy nhận lại từ bộ phận chuyên môn")),
    (("papers", "one_stop", "unit"), mark("Hồ sơ giấy đã giao bộ phận chuyên môn")),
    (("result", "one_stop", "owner"), mark("Kết quả đã trao tại quầy")),
    (("result", "one_stop", "void"), mark("Kết quả thu hồi để sửa")),
]


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
        "moves": [(name, view.moves.get(key, 0)) for key, name in MOVES],
        "things": THINGS,
        "codes": codes_of([one.dossier_id for one in items]),
        "names": officer_names({view.closed.closed_by} if view.closed else set()),
        **more,
    }
    return render(request, "office/evening/evening.html", context, status=status)


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
