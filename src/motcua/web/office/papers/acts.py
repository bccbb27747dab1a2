"""Acts of handing over: parse, call one operation, go on, or show what is wrong where it was typed."""

import re
from uuid import UUID

from django.contrib import messages
from django.http import Http404, HttpResponse
from django.shortcuts import redirect
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_POST

from motcua.custody.errors import Incomplete, NotAllowed, NotFound
from motcua.custody.operations.handing import Answer, answer, hand_over
from motcua.custody.queries.handovers import items_by_code
from motcua.custody.rules.ways import WAYS
from motcua.web.office.papers.views import hands_only, show, show_list
from motcua.web.shared.viewer import Viewed

CODES = re.compile(r"[^\s,;]+")
MOST = 300


@never_cache
@hands_only
@require_POST
def new_list(request: Viewed) -> HttpResponse:
    """Make a list of what was ticked and scanned."""
    way, scanned = request.POST.get("way", ""), request.POST.get("scanned", "")[:10_000]
    ticked = request.POST.getlist("item")[:MOST]
    if way not in WAYS:
        raise Http404
    codes = [one.rstrip("/").rsplit("/", 1)[-1].upper() for one in CODES.findall(scanned)[:MOST]]
    found, missed = items_by_code(request.actor, way, codes)
    typed = {"scanned": scanned, "item": ticked}
    if missed:
        said = _("Không có hồ sơ giấy sẵn sàng giao với mã: %(codes)s") % {"codes": ", ".join(missed)}
        return show(request, status=422, problems={"scanned": said}, typed=typed)
    try:
        items = [*{*found, *map(_id, ticked)}]
        made = hand_over(way=way, items=items, by=request.actor, at=request.at)
    except NotFound as error:
        raise Http404 from error
    except Incomplete as error:
        problems = {field: _(text) for field, text in error.problems}
        return show(request, status=422, problems=problems, typed=typed)
    except NotAllowed as error:
        return show(request, status=409, problems={"": _(str(error))}, typed=typed)
    messages.success(request, _("Đã lập bảng kê. Hồ sơ vẫn do bên giao giữ cho đến khi bên nhận ký."))
    return redirect("office:handing_list", handover_id=made)


@never_cache
@hands_only
@require_POST
def answers(request: Viewed, handover_id: UUID) -> HttpResponse:
    """Sign for the lines of a list, or refuse them."""
    typed = {name: value[:1000] for name, value in request.POST.items() if isinstance(value, str)}
    said = [
        Answer(_id(name.removeprefix("said-")), value == "accepted", _reason(typed, name))
        for name, value in typed.items()
        if name.startswith("said-")
    ]
    try:
        answer(handover_id=handover_id, answers=said, by=request.actor, at=request.at)
    except NotFound as error:
        raise Http404 from error
    except Incomplete as error:
        problems = {field: _(text) for field, text in error.problems}
        return show_list(request, handover_id, status=422, problems=problems, typed=typed)
    except NotAllowed as error:
        return show_list(request, handover_id, status=409, problems={"": _(str(error))}, typed=typed)
    messages.success(request, _("Đã ký nhận bảng kê."))
    return redirect("office:handing_list", handover_id=handover_id)


def _reason(typed: dict[str, str], name: str) -> str:
    return typed.get(name.replace("said-", "reason-", 1), "")


def _id(text: str) -> UUID:
    try:
        return UUID(text)
    except ValueError as error:
        raise Http404 from error
