"""The scans of the agency: what came, what lies loose, and one loose part with the papers it may be."""

from typing import Any
from uuid import UUID

from csp.decorators import csp_replace
from django.http import FileResponse, Http404, HttpResponse
from django.views.decorators.cache import never_cache
from django.views.decorators.clickjacking import xframe_options_sameorigin
from django.views.decorators.http import require_GET

from motcua.accounts.queries import officer_names
from motcua.dossiers.errors import NotFound
from motcua.dossiers.queries.codes import dossier_of
from motcua.dossiers.queries.scans import grant_for_part, loose_part, scans_of
from motcua.dossiers.queries.viewing import dossier_for
from motcua.dossiers.rules.stacks import sheet_of
from motcua.kernel.codes import dossier_code_normal
from motcua.ledger.access import note_read
from motcua.papers.errors import Gone
from motcua.web.office.desk.views import place
from motcua.web.office.guard import officers_only
from motcua.web.office.scans.components import choices_of
from motcua.web.shared.downloads import stream
from motcua.web.shared.pages import render
from motcua.web.shared.viewer import Viewed


@never_cache
@officers_only
@require_GET
def scans(request: Viewed) -> HttpResponse:
    """Show the scans of the agency worked for."""
    return show(request)


def show(request: Viewed, *, status: int = 200, problems: dict[str, str] | None = None) -> HttpResponse:
    """Render the list, with what was wrong with an upload."""
    try:
        found = scans_of(request.actor, request.at)
    except NotFound as error:
        raise Http404 from error
    seen = [("dossier", str(one.part.document.dossier_id)) for one in found.bound if one.part.document]
    if seen:
        note_read(request.actor, seen, "scans", request.at)
    people = {one.part.scan.by for one in found.bound} | {one.scan.by for one in found.loose}
    context = {
        **place(request),
        "found": found,
        "names": officer_names(people - {""}),
        "problems": problems or {},
    }
    return render(request, "office/scans/scans.html", context, status=status)


@never_cache
@officers_only
@require_GET
def part(request: Viewed, part_id: UUID) -> HttpResponse:
    """Show a loose part; with a code in the address, the papers of that dossier to choose from."""
    return show_part(request, part_id, code=request.GET.get("code", "")[:100])


def show_part(
    request: Viewed, part_id: UUID, *, code: str, status: int = 200, problems: dict[str, str] | None = None
) -> HttpResponse:
    """Render a loose part, with what was wrong in an act."""
    try:
        row = loose_part(request.actor, part_id)
    except NotFound as error:
        raise Http404 from error
    note_read(request.actor, [("scan", str(part_id))], "scan", request.at)
    asked = code or row.code
    context = {
        **place(request),
        "part": row,
        "code": asked,
        **_target(request, asked),
        "problems": problems or {},
    }
    return render(request, "office/scans/part.html", context, status=status)


def _target(request: Viewed, code: str) -> dict[str, Any]:
    """Give the dossier of the own agency that a code names, with its papers; nothing for any other."""
    sheet = sheet_of(code)
    plain = sheet.code if sheet else dossier_code_normal(code)
    dossier_id = dossier_of(plain) if plain else None
    if dossier_id is None:
        return {"target": None, "choices": [], "chosen": ""}
    try:
        view = dossier_for(request.actor, dossier_id)
    except NotFound:
        return {"target": None, "choices": [], "chosen": ""}
    if view.dossier.agency_id != request.actor.unit:
        return {"target": None, "choices": [], "chosen": ""}
    note_read(request.actor, [("dossier", str(dossier_id))], "scan", request.at)
    return {"target": view, "choices": choices_of(view), "chosen": str(sheet.component) if sheet else ""}


@never_cache
@xframe_options_sameorigin
@csp_replace({"frame-ancestors": ["'self'"]})
@officers_only
@require_GET
def pages(request: Viewed, part_id: UUID) -> FileResponse:
    """Stream the pages of a loose part."""
    try:
        grant = grant_for_part(request.actor, part_id)
    except NotFound as error:
        raise Http404 from error
    note_read(request.actor, [("scan", str(part_id))], "scan pages", request.at)
    try:
        return stream(grant, inline=True)
    except Gone as error:
        raise Http404 from error
