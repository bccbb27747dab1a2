"""The agreements on phones that serve many: who answers, for whom, why, until when."""

from datetime import date
from typing import Any
from uuid import UUID

from django.contrib import messages
from django.http import Http404, HttpResponse
from django.shortcuts import redirect
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_GET, require_POST

from motcua.accounts.errors import Incomplete, NotFound
from motcua.accounts.operations.trusting import end_trust, register
from motcua.accounts.queries import officer_names
from motcua.accounts.queries.trusted import holds, trusted_contacts
from motcua.accounts.rules.trusting import KINDS, Agreement, registers, sees_all
from motcua.directory.queries import agency_known
from motcua.kernel.worktime import ZONE
from motcua.web.office.desk.views import place
from motcua.web.office.guard import officers_only
from motcua.web.shared.dates import typed_date
from motcua.web.shared.pages import render
from motcua.web.shared.viewer import Viewed


@never_cache
@officers_only
@require_GET
def trusted(request: Viewed) -> HttpResponse:
    """List the agreements, those that hold first."""
    return _show(request)


@never_cache
@officers_only
@require_POST
def agreement(request: Viewed) -> HttpResponse:
    """Register one."""
    typed = {name: request.POST.get(name, "")[:500] for name in ("phone", "holder", "kind", "serves", "why")}
    typed["last"] = typed_date(request.POST, "last")
    words = {name: text for name, text in typed.items() if name != "last"}
    try:
        register(said=Agreement(**words, last=_day(typed["last"])), by=request.actor, at=request.at)
    except NotFound as error:
        raise Http404 from error
    except Incomplete as error:
        problems = {field: _(text) for field, text in error.problems}
        return _show(request, status=422, typed=typed, problems=problems, opened="new")
    messages.success(request, _("Đã ghi số liên hệ chung."))
    return redirect("office:trusted")


@never_cache
@officers_only
@require_POST
def ending(request: Viewed, trusted_id: UUID) -> HttpResponse:
    """End one, with a reason."""
    reason = request.POST.get("reason", "")[:500]
    try:
        end_trust(trusted_id=trusted_id, reason=reason, by=request.actor, at=request.at)
    except NotFound as error:
        raise Http404 from error
    except Incomplete as error:
        problems = {"reason": _(error.problems[0][1])}
        more = {"typed": {"reason": reason}, "problems": problems, "opened": str(trusted_id)}
        return _show(request, status=422, **more)
    messages.success(request, _("Đã kết thúc."))
    return redirect("office:trusted")


def _show(request: Viewed, *, status: int = 200, **more: Any) -> HttpResponse:
    viewer, on = request.actor, request.at.astimezone(ZONE).date()
    if not (registers(viewer) or sees_all(viewer)):
        raise Http404
    rows = trusted_contacts(viewer, on)
    context = {
        "typed": {},
        "problems": {},
        "opened": "",
        "rows": [(one, holds(one, on)) for one in rows],
        "kinds": list(KINDS.items()),
        "kind_words": KINDS,
        "names": officer_names({one.registered_by for one in rows}),
        "agencies_named": _names({one.agency_id for one in rows}, on) if sees_all(viewer) else {},
        "registers": registers(viewer),
        **place(request),
        **more,
    }
    return render(request, "office/trusted/trusted.html", context, status=status)


def _names(ids: set[str], on: date) -> dict[str, str]:
    return {key: host.name if (host := agency_known(key, on)) else key for key in ids}


def _day(text: str) -> date | None:
    try:
        return date.fromisoformat(text)
    except ValueError:
        return None
