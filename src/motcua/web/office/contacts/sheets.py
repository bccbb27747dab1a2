"""The contact workbook: fetched with what is known, brought back, looked at, and then loaded whole."""

import json
from dataclasses import asdict
from typing import Any

from django.contrib import messages
from django.core import signing
from django.http import HttpResponse
from django.shortcuts import redirect
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_GET, require_POST

from motcua.accounts.operations.contact_sheets import load_sheet
from motcua.accounts.queries.contact_plans import SheetPlan, plan
from motcua.accounts.queries.contact_templates import template
from motcua.accounts.rules.contact_sheets.layout import COLUMNS, CellProblem, Line
from motcua.accounts.rules.contact_sheets.workbook import LARGEST, Unreadable, lines_of
from motcua.directory import errors
from motcua.papers.headers import disposition
from motcua.web.office.contacts.views import keepers_only, show
from motcua.web.office.desk.views import place as frame
from motcua.web.shared.pages import render
from motcua.web.shared.viewer import Viewed

XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
SALT, SHOWN_SECONDS = "contact.sheet", 3600
HEADINGS = {one.name: one.heading for columns in COLUMNS.values() for one in columns}


@never_cache
@keepers_only
@require_GET
def template_file(request: Viewed) -> HttpResponse:
    """Give the workbook of the own agency."""
    content = template(request.actor, request.actor.unit, request.at)
    answer = HttpResponse(content, content_type=XLSX)
    answer["Content-Disposition"] = disposition("Liên hệ một cửa.xlsx")
    return answer


@never_cache
@keepers_only
@require_POST
def sheet(request: Viewed) -> HttpResponse:
    """Take a workbook and show, by cell, what is wrong in it or what it would change; nothing is written."""
    given = request.FILES.get("sheet")
    if given is None:
        return show(request, status=422, problems={"sheet": _("Xin chọn tệp Excel đã điền.")}, opened="sheet")
    try:
        lines, problems = lines_of(given.read(LARGEST + 1))
    except Unreadable as error:
        return show(request, status=422, problems={"sheet": _(str(error))}, opened="sheet")
    return _plan(request, lines, problems)


@never_cache
@keepers_only
@require_POST
def load(request: Viewed) -> HttpResponse:
    """Load what was shown: if it would do something else by now, it is shown once more."""
    try:
        kept = signing.loads(request.POST.get("lines", ""), salt=SALT, max_age=SHOWN_SECONDS)
    except signing.BadSignature:
        messages.warning(request, _("Trang xem trước đã quá lâu. Xin nộp lại tệp."))
        return redirect("office:contacts")
    lines = [Line(**one) for one in json.loads(kept)]
    found = plan(lines, (), viewer=request.actor, at=request.at)
    if found.problems or found.digest != request.POST.get("digest"):
        messages.warning(request, _("Thông tin đã thay đổi từ khi xem trước. Xin xem lại rồi xác nhận."))
        return _show(request, lines, found, 409)
    try:
        load_sheet(plan=found, by=request.actor, at=request.at)
    except errors.Changed as error:
        messages.warning(request, _(str(error)))
        return redirect("office:contacts")
    messages.success(request, _("Đã ghi mọi thay đổi trong tệp."))
    return redirect("office:contacts")


def _plan(request: Viewed, lines: list[Line], problems: list[CellProblem]) -> HttpResponse:
    found = plan(lines, problems, viewer=request.actor, at=request.at)
    return _show(request, lines, found, 422 if found.problems else 200)


def _show(request: Viewed, lines: list[Line], found: SheetPlan, status: int) -> HttpResponse:
    context: dict[str, Any] = {
        "plan": found,
        "headings": HEADINGS,
        "lines": signing.dumps(json.dumps([asdict(one) for one in lines]), salt=SALT, compress=True),
        **frame(request),
    }
    return render(request, "office/contacts/plan.html", context, status=status)
