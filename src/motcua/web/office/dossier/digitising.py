"""Scanning the papers of one dossier: separator sheets to print, and files chosen for one paper."""

from typing import Any
from uuid import UUID

from django.contrib import messages
from django.http import Http404, HttpResponse
from django.shortcuts import redirect
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_GET, require_POST

from motcua.catalogue.queries import version
from motcua.dossiers.errors import Incomplete, NotFound
from motcua.dossiers.operations.scanning import add_scan
from motcua.dossiers.queries.viewing import View
from motcua.dossiers.rules.permits import may_digitise
from motcua.dossiers.rules.stacks import sheet_text
from motcua.ledger.access import note_read
from motcua.papers.errors import Refused
from motcua.web.office.desk.views import place
from motcua.web.office.dossier.views import seen_by
from motcua.web.office.guard import officers_only
from motcua.web.office.scans.acts import number, stack_of
from motcua.web.office.scans.components import choices_of
from motcua.web.shared.codes import barcode
from motcua.web.shared.pages import render
from motcua.web.shared.viewer import Viewed


@never_cache
@officers_only
@require_GET
def digitising(request: Viewed, dossier_id: UUID) -> HttpResponse:
    """Show the papers of the dossier to be scanned."""
    return _page(request, _own(request, dossier_id))


@never_cache
@officers_only
@require_POST
def upload(request: Viewed, dossier_id: UUID) -> HttpResponse:
    """Take in the files chosen for one paper; they become one PDF."""
    view, component = _own(request, dossier_id), number(request.POST.get("component", ""))
    try:
        if component is None:
            raise Incomplete([("component", _("Xin chọn giấy tờ."))])
        add_scan(stack=stack_of(request, view.code, component), by=request.actor, at=request.at)
    except NotFound as error:
        raise Http404 from error
    except Incomplete as error:
        return _page(request, view, {field: _(text) for field, text in error.problems})
    except Refused as error:
        return _page(request, view, {"files": _(str(error))})
    messages.success(request, _("Đã nhận. Hệ thống đang ghép thành một tệp PDF trong hồ sơ."))
    return redirect("office:dossier", dossier_id=dossier_id)


@never_cache
@officers_only
@require_GET
def sheets(request: Viewed, dossier_id: UUID) -> HttpResponse:
    """Show the separator sheets to print: one for each paper, or for those asked for."""
    view = _own(request, dossier_id)
    note_read(request.actor, [("dossier", str(dossier_id))], "separator sheets", request.at)
    wanted = set(request.GET.getlist("component"))
    made = [
        {"component": seq, "name": name, "barcode": barcode(sheet_text(view.code, int(seq)))}
        for seq, name in choices_of(view)
        if not wanted or seq in wanted
    ]
    context = {"view": view, "sheets": made, "facts": version(view.dossier.version_id), **place(request)}
    return render(request, "office/dossier/sheets.html", context)


def _own(request: Viewed, dossier_id: UUID) -> View:
    view = seen_by(request, dossier_id)
    if not may_digitise(request.actor, view.dossier.agency_id):
        raise Http404
    return view


def _page(request: Viewed, view: View, problems: dict[str, str] | None = None) -> HttpResponse:
    note_read(request.actor, [("dossier", str(view.dossier.id))], "digitising", request.at)
    context: dict[str, Any] = {
        **place(request),
        "view": view,
        "choices": choices_of(view),
        "typed": request.POST.get("component", ""),
        "problems": problems or {},
    }
    return render(request, "office/dossier/digitising.html", context, status=422 if problems else 200)
