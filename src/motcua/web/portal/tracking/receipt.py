"""The receipt of an online filing: code, secret, what was filed, what comes next. To be printed or kept."""

import segno
from django.conf import settings
from django.http import HttpResponse
from django.urls import reverse
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_safe

from motcua.catalogue.queries import version
from motcua.directory.queries import agency_known
from motcua.dossiers.errors import NotFound
from motcua.dossiers.queries.codes import secret_of
from motcua.dossiers.queries.helping import help_with
from motcua.kernel.seal import secret_printed
from motcua.web.portal.people import today
from motcua.web.portal.tracking.standing import seen_or_404
from motcua.web.portal.tracking.states import state_of
from motcua.web.portal.tracking.views import filed_papers
from motcua.web.shared.pages import render
from motcua.web.shared.places import reached_for
from motcua.web.shared.viewer import Viewed


@never_cache
@require_safe
def receipt(request: Viewed, code: str) -> HttpResponse:
    """Show the receipt to the owner, as often as it is wanted."""
    found = seen_or_404(request, code)
    view, on = found.view, today(request)
    try:
        secret = secret_of(found.by, view.dossier.id, holds_secret=found.holds_secret)
    except NotFound:  # a helper hands the receipt over without the secret, which stays the owner's
        secret = ""
    place = agency_known(view.dossier.agency_id, on)
    agency = place.name if place else view.dossier.agency_id
    address = settings.PUBLIC_ADDRESS + reverse("portal:dossier", args=[view.code])
    context = {
        "view": view,
        "dossier": view.dossier,
        "facts": version(view.dossier.version_id),
        "agency": agency,
        "places": reached_for(view.dossier.agency_id, request.at),
        "state": state_of(view, agency, "", view.dossier.submitted_at, request.at),
        "secret": secret_printed(secret) if secret else "",
        "helped": help_with(view.dossier),
        "address": address,
        "qr": segno.make(address, error="m").svg_inline(border=2, omitsize=True),
        "papers": filed_papers(view),
    }
    return render(request, "portal/tracking/receipt.html", context)
