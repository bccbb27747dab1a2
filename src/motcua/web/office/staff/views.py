"""Who works at the agency, and the page of one officer: roles with their dates, and what may be done."""

from collections.abc import Mapping
from typing import Any
from uuid import UUID

from django.http import Http404, HttpResponse
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_GET

from motcua.accounts import queries
from motcua.accounts.models import Role
from motcua.accounts.queries.guarding import recoveries
from motcua.accounts.rules.staffing import ROLES, givable, may_give, may_reset
from motcua.kernel.worktime import ZONE
from motcua.web.office.desk.views import place
from motcua.web.office.guard import keepers_only
from motcua.web.shared.pages import render
from motcua.web.shared.viewer import Viewed

NOTHING: Mapping[str, Any] = {"problems": {}, "typed": {}, "opened": "", "password": ""}


@never_cache
@keepers_only
@require_GET
def staff(request: Viewed) -> HttpResponse:
    """List the officers of the agency."""
    return show_staff(request)


def show_staff(request: Viewed, *, status: int = 200, **more: Any) -> HttpResponse:
    """Render the list, with what went wrong when somebody was added."""
    on = request.at.astimezone(ZONE).date()
    lines = queries.staff(request.actor, request.actor.unit or "", on)
    context = {**NOTHING, **place(request), **_words(request), "lines": lines, "today": on, **more}
    context["lost"] = bool(recoveries(request.actor, request.at))
    return render(request, "office/staff/staff.html", context, status=status)


@never_cache
@keepers_only
@require_GET
def officer(request: Viewed, account_id: UUID) -> HttpResponse:
    """Show one officer of the agency."""
    return show_officer(request, account_id)


def show_officer(request: Viewed, account_id: UUID, *, status: int = 200, **more: Any) -> HttpResponse:
    """Render an officer's page, with what went wrong in an act, or the password that is shown once."""
    on, unit = request.at.astimezone(ZONE).date(), request.actor.unit or ""
    lines = queries.staff(request.actor, unit, on)
    line = next((one for one in lines if one.officer.account_id == account_id), None)
    if line is None:
        raise Http404
    held = {one.role for one in line.in_force(on)}
    elsewhere = queries.works_elsewhere(account_id, unit, on)
    context = {
        **NOTHING,
        **place(request),
        **_words(request),
        "line": line,
        "today": on,
        "endable": {one.id for one in line.in_force(on) if _endable(request, one)},
        "resets": may_reset(request.actor, str(account_id), held, elsewhere),
        **more,
    }
    return render(request, "office/staff/officer.html", context, status=status)


def _endable(request: Viewed, term: Role) -> bool:
    return may_give(request.actor, str(term.officer_id), term.role)


def _words(request: Viewed) -> dict[str, Any]:
    allowed = givable(request.actor)
    return {"roles": ROLES, "choices": [(key, name) for key, name in ROLES.items() if key in allowed]}
