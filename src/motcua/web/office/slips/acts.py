"""Acts on slips: parse, call one operation, go back to the list, or show what is wrong where it was typed."""

from datetime import date
from uuid import UUID

from django.contrib import messages
from django.http import Http404, HttpResponse
from django.shortcuts import redirect
from django.utils.translation import gettext as _
from django.utils.translation import ngettext
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_POST

from motcua.messages import operations
from motcua.messages.errors import Incomplete, NotFound
from motcua.messages.rules.slips import Handing
from motcua.web.office.slips.views import carriers_only, show
from motcua.web.shared.dates import typed_date
from motcua.web.shared.viewer import Viewed


@never_cache
@carriers_only
@require_POST
def handover(request: Viewed) -> HttpResponse:
    """Note that the slips ticked were handed over: who carried them, and which day."""
    carrier, name = request.POST.get("carrier", ""), request.POST.get("carrier_name", "")[:200]
    day, ticked = typed_date(request.POST, "handed_on"), request.POST.getlist("slip")
    handing = Handing(carrier=carrier, carrier_name=name, handed_on=_day(day))
    try:
        done = operations.hand_over(slip_ids=_ids(ticked), handing=handing, by=request.actor, at=request.at)
    except NotFound as error:
        raise Http404 from error
    except Incomplete as error:
        typed = {"carrier": carrier, "carrier_name": name, "handed_on": day, "slip": ticked}
        return show(request, status=422, problems=_said(error), typed=typed)
    messages.success(
        request,
        ngettext("Đã ghi %(count)s phiếu trao tận tay.", "Đã ghi %(count)s phiếu trao tận tay.", done)
        % {"count": done},
    )
    return redirect("office:slips")


@never_cache
@carriers_only
@require_POST
def correction(request: Viewed, slip_id: UUID) -> HttpResponse:
    """Take back a hand-over that was noted by mistake."""
    reason = request.POST.get("reason", "")[:1000]
    try:
        operations.undo_handover(slip_id=slip_id, reason=reason, by=request.actor, at=request.at)
    except NotFound as error:
        raise Http404 from error
    except Incomplete as error:
        problems = {f"reason-{slip_id}": text for text in _said(error).values()}
        typed = {f"reason-{slip_id}": reason}
        return show(
            request, handed=True, status=422, problems=problems, typed=typed, opened=f"reason-{slip_id}"
        )
    messages.success(request, _("Đã bỏ đánh dấu, phiếu trở lại danh sách chờ trao."))
    return redirect("office:slips")


def _said(error: Incomplete) -> dict[str, str]:
    return {field: _(text) for field, text in error.problems}


def _day(text: str) -> date | None:
    try:
        return date.fromisoformat(text)
    except ValueError:
        return None


def _ids(texts: list[str]) -> list[UUID]:
    """Read the slips ticked; what is no id is none of ours."""
    try:
        return [UUID(one) for one in texts[:500]]
    except ValueError as error:
        raise Http404 from error
