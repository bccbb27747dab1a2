"""The questions other agencies put to the one worked for; to who oversees, how each keeps its days."""

from typing import Any
from uuid import UUID

from django.http import FileResponse, Http404, HttpResponse
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_GET

from motcua.accounts.queries import officer_names
from motcua.catalogue.queries import version
from motcua.directory.queries import agency_known
from motcua.dossiers.errors import NotFound
from motcua.dossiers.queries.opinions import asked_counts, asked_of, kept_days, paper_grant, question
from motcua.dossiers.queries.viewing import code_of
from motcua.dossiers.rules.permits import has_desk, oversees
from motcua.kernel.worktime import ZONE
from motcua.ledger.access import note_read
from motcua.papers.errors import Gone
from motcua.web.office.desk.views import place
from motcua.web.office.guard import officers_only
from motcua.web.shared.downloads import stream
from motcua.web.shared.pages import render
from motcua.web.shared.viewer import Viewed


@never_cache
@officers_only
@require_GET
def opinions(request: Viewed) -> HttpResponse:
    """Show what waits for an answer, the most urgent first."""
    viewer = request.actor
    if not has_desk(viewer):
        raise Http404
    if oversees(viewer):
        kept = [(one, name_of(one.agency_id, request)) for one in kept_days(viewer, request.at)]
        return render(request, "office/opinions/kept.html", {"rows": kept, **place(request)})
    closed = request.GET.get("list") == "answered"
    found = asked_of(viewer, closed=closed)
    if found:
        note_read(viewer, [("dossier", str(one.dossier_id)) for one in found], "opinions", request.at)
    waits, answered = asked_counts(viewer)
    context = {
        "rows": [(one, name_of(one.dossier.agency_id, request)) for one in found],
        "closed": closed,
        "waits": waits,
        "answered": answered,
        **place(request),
    }
    return render(request, "office/opinions/opinions.html", context)


@never_cache
@officers_only
@require_GET
def opinion(request: Viewed, opinion_id: UUID) -> HttpResponse:
    """Show one question to who works at the asked agency."""
    return show(request, opinion_id)


def show(request: Viewed, opinion_id: UUID, *, status: int = 200, **more: Any) -> HttpResponse:
    """Render the page, with what is wrong in an answer if something is."""
    try:
        row, papers, answers = question(request.actor, opinion_id)
    except NotFound as error:
        raise Http404 from error
    note_read(request.actor, [("dossier", str(row.dossier_id))], "opinion", request.at)
    context = {
        "problems": {},
        "typed": "",
        "row": row,
        "code": code_of(row.dossier_id),
        "procedure": version(row.dossier.version_id).name,
        "asker": name_of(row.dossier.agency_id, request),
        "names": officer_names({one for one in (row.asked_by, row.answered_by) if one}),
        "papers": papers,
        "answers": answers,
        **place(request),
        **more,
    }
    return render(request, "office/opinions/opinion.html", context, status=status)


@never_cache
@officers_only
@require_GET
def document(request: Viewed, opinion_id: UUID, document_id: UUID) -> FileResponse:
    """Stream one file that went along with the question."""
    try:
        grant, dossier_id = paper_grant(request.actor, opinion_id, document_id)
        shown = [("dossier", str(dossier_id)), ("document", str(document_id))]
        note_read(request.actor, shown, "file", request.at)
        return stream(grant, inline=True)
    except (NotFound, Gone) as error:
        raise Http404 from error


def name_of(agency_id: str, request: Viewed) -> str:
    """Name an agency as it is today."""
    found = agency_known(agency_id, request.at.astimezone(ZONE).date())
    return found.name if found else agency_id
