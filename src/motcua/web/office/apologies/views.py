"""The letters that wait for a signature, the most urgent first."""

from django.http import Http404, HttpResponse
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_GET

from motcua.accounts.queries import officer_names
from motcua.catalogue.queries import procedure_names
from motcua.dossiers.queries.apologies import waiting_drafts
from motcua.dossiers.rules.permits import sees_lateness, works_at
from motcua.dossiers.rules.promises import sent_late
from motcua.kernel.worktime import ZONE
from motcua.ledger.access import note_read
from motcua.web.office.desk.views import place
from motcua.web.office.guard import officers_only
from motcua.web.shared.pages import render
from motcua.web.shared.viewer import Viewed


@never_cache
@officers_only
@require_GET
def page(request: Viewed) -> HttpResponse:
    """List the drafts of the agency worked for; signing is for those whom the rule of their day lets sign."""
    viewer, on = request.actor, request.at.astimezone(ZONE).date()
    if not works_at(viewer, viewer.unit or ""):
        raise Http404
    found = waiting_drafts(viewer)
    if found:
        note_read(viewer, [("dossier", str(one.draft.dossier_id)) for one in found], "apologies", request.at)
    rows = [
        {
            "of": one,
            "signs": viewer.has(*one.draft.signers.split()),
            "tardy": sent_late(request.at, one.draft.send_by),
        }
        for one in found
    ]
    context = {
        "rows": rows,
        "procedures": procedure_names({one.procedure for one in found}, on),
        "names": officer_names({str(one.holder_id) for one in found if one.holder_id}),
        "sees_findings": sees_lateness(viewer),
        **place(request),
    }
    return render(request, "office/apologies/apologies.html", context)
