"""Where the recipient of a slip lives, when the address does not tell: chosen or typed."""

from uuid import UUID

from django.http import Http404, HttpResponse
from django.shortcuts import redirect
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods

from motcua.ledger.access import note_read
from motcua.messages import queries
from motcua.messages.errors import Incomplete, NotFound
from motcua.messages.operations import place_slip
from motcua.web.office.desk.views import place
from motcua.web.office.slips.views import carriers_only
from motcua.web.shared.pages import render
from motcua.web.shared.viewer import Viewed


@never_cache
@carriers_only
@require_http_methods(["GET", "POST"])
def hamlet(request: Viewed, slip_id: UUID) -> HttpResponse:
    """Ask for the hamlet of a slip's recipient, and write it down."""
    slip = queries.slip_for(request.actor, slip_id)
    if slip is None:
        raise Http404
    typed, problems = slip.hamlet, {}
    if request.method == "POST":
        typed = request.POST.get("hamlet", "")[:200]
        try:
            place_slip(slip_id=slip_id, hamlet=typed, by=request.actor, at=request.at)
            return redirect(f"{reverse('office:slips')}#slip-{slip_id}")
        except NotFound as error:
            raise Http404 from error
        except Incomplete as error:
            problems = {field: _(text) for field, text in error.problems}
    note_read(request.actor, [("slip", str(slip_id))], "slip", request.at)
    context = {
        **place(request),
        "slip": slip,
        "typed": typed,
        "problems": problems,
        "hamlets": queries.hamlets_of(request.actor),
    }
    return render(request, "office/slips/hamlet.html", context, status=422 if problems else 200)
