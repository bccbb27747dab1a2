"""What is printed from a dossier: the receipt, and once more with the tracking secret for the owner who lost it."""

from uuid import UUID

from django.http import Http404, HttpResponse
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_GET, require_http_methods

from motcua.dossiers.errors import Incomplete, NotFound
from motcua.dossiers.operations.reprinting import reprint_secret
from motcua.dossiers.queries.papers import form_of_paper, paper_values
from motcua.dossiers.queries.viewing import View
from motcua.dossiers.rules.permits import may_reprint
from motcua.kernel.seal import secret_printed
from motcua.ledger.access import note_read
from motcua.web.office.desk.views import place
from motcua.web.office.dossier.sheet import show_sheet
from motcua.web.office.dossier.views import seen_by
from motcua.web.office.guard import officers_only
from motcua.web.shared.pages import render
from motcua.web.shared.sheets import pdf, scannable
from motcua.web.shared.viewer import Viewed


@never_cache
@officers_only
@require_GET
def receipt(request: Viewed, dossier_id: UUID) -> HttpResponse:
    """Show the receipt to be printed for the owner; there is none before the dossier was received."""
    view = seen_by(request, dossier_id)
    if view.dossier.received_at is None:
        raise Http404
    note_read(request.actor, [("dossier", str(dossier_id))], "receipt", request.at)
    return show_sheet(request, view, back=reverse("office:dossier", args=[dossier_id]))


@never_cache
@officers_only
@require_GET
def paper(request: Viewed, dossier_id: UUID, key: str, ordinal: int) -> HttpResponse:
    """Show a legal paper of the dossier as PDF, as it was when it was made out."""
    view = seen_by(request, dossier_id)
    values = paper_values(view, key, ordinal)
    if values is None:
        raise Http404
    note_read(request.actor, [("dossier", str(dossier_id))], "paper", request.at)
    name = f"{values['title']} {view.code}"
    return pdf(form_of_paper(key), scannable(values, code=view.code), name=name, at=request.at)


@never_cache
@officers_only
@require_http_methods(["GET", "POST"])
def reprint(request: Viewed, dossier_id: UUID) -> HttpResponse:
    """Ask for the number on the card; then show the sheet, on this answer only: the secret is kept nowhere else."""
    view = seen_by(request, dossier_id)
    if not may_reprint(request.actor, view.standing):
        raise Http404
    if request.method == "GET":
        return _form(request, view, "", {})
    number = request.POST.get("number", "")[:40]
    try:
        secret = reprint_secret(dossier_id=dossier_id, number=number, by=request.actor, at=request.at)
    except NotFound as error:
        raise Http404 from error
    except Incomplete as error:
        return _form(request, view, number, {field: _(text) for field, text in error.problems})
    note_read(request.actor, [("dossier", str(dossier_id))], "secret", request.at)
    return show_sheet(
        request, view, secret=secret_printed(secret), back=reverse("office:dossier", args=[dossier_id])
    )


def _form(request: Viewed, view: View, number: str, problems: dict[str, str]) -> HttpResponse:
    """Ask for the number; one that was mistyped stays to be put right."""
    note_read(request.actor, [("dossier", str(view.dossier.id))], "dossier", request.at)
    context = {"view": view, "number": number, "problems": problems, **place(request)}
    return render(request, "office/dossier/reprint.html", context, status=422 if problems else 200)
