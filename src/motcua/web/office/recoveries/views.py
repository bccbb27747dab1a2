"""Confirming or refusing that an officer starts anew without the lost second factor."""

from typing import Any
from uuid import UUID

from django.contrib import messages
from django.http import Http404, HttpResponse
from django.shortcuts import redirect
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_GET, require_POST

from motcua.accounts.errors import NotAllowed, NotFound
from motcua.accounts.models import Recovery
from motcua.accounts.operations.recovering import Confirmed, confirm_recovery, refuse_recovery
from motcua.accounts.queries import guarding as queries
from motcua.accounts.queries import officer_names
from motcua.accounts.rules.recovering import Wanted, may_confirm
from motcua.directory.queries import agency
from motcua.kernel.worktime import ZONE
from motcua.web.office.desk.views import place
from motcua.web.office.guard import recoverers_only
from motcua.web.shared.pages import render
from motcua.web.shared.viewer import Viewed


@never_cache
@recoverers_only
@require_GET
def recoveries(request: Viewed) -> HttpResponse:
    """List what waits."""
    return _show(request)


@never_cache
@recoverers_only
@require_POST
def confirmation(request: Viewed, recovery_id: UUID) -> HttpResponse:
    """Confirm, and show the half of the password once: it is kept nowhere readable, so there is no redirect."""
    row = _row(request, recovery_id)
    try:
        done = confirm_recovery(recovery_id=recovery_id, by=request.actor, at=request.at)
    except NotFound as error:
        raise Http404 from error
    except NotAllowed as error:
        return _show(request, problem=_(str(error)), status=409)
    return _show(request, done=done, who=row.account.officer)


@never_cache
@recoverers_only
@require_POST
def refusal(request: Viewed, recovery_id: UUID) -> HttpResponse:
    """Refuse a request."""
    try:
        refuse_recovery(recovery_id=recovery_id, by=request.actor, at=request.at)
    except NotFound as error:
        raise Http404 from error
    messages.success(request, _("Đã từ chối đề nghị. Tài khoản giữ nguyên."))
    return redirect("office:recoveries")


def _row(request: Viewed, recovery_id: UUID) -> Recovery:
    found = next(
        (row for row, _w in queries.recoveries(request.actor, request.at) if row.id == recovery_id), None
    )
    if found is None:
        raise Http404
    return found


def _show(
    request: Viewed, *, done: Confirmed | None = None, who: Any = None, problem: str = "", status: int = 200
) -> HttpResponse:
    lines = [_line(request, *one) for one in queries.recoveries(request.actor, request.at)]
    names = officer_names({by for line in lines for by in line["given"]})
    context = {"lines": lines, "names": names, "done": done, "who": who, "problem": problem, **place(request)}
    return render(request, "office/recoveries/recoveries.html", context, status=status)


def _line(request: Viewed, row: Recovery, wanted: Wanted) -> dict[str, Any]:
    where = agency(row.agency_id, request.at.astimezone(ZONE).date())
    return {
        "id": row.id,
        "name": row.account.officer.name,
        "title": row.account.officer.title,
        "place": where.name if where else row.agency_id,
        "asked_at": row.asked_at,
        "given": [one.by for one in wanted.given],
        "mine": may_confirm(request.actor, wanted),
    }
