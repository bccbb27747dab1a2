"""Support: a one-stop asks, the Provincial Office answers."""

from datetime import datetime
from typing import Any
from uuid import UUID

from django.contrib import messages
from django.http import Http404, HttpResponse
from django.shortcuts import redirect
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods, require_POST

from motcua.accounts.queries import officer_names
from motcua.directory.queries import agency_known
from motcua.kernel.words import mark
from motcua.kernel.worktime import ZONE
from motcua.oversight import errors
from motcua.oversight.models import Ticket
from motcua.oversight.operations import tickets as operations
from motcua.oversight.queries import tickets as queries
from motcua.oversight.rules.permits import oversees, works_for
from motcua.web.office.desk.views import place
from motcua.web.office.guard import officers_only
from motcua.web.office.readiness.views import CHECKS
from motcua.web.shared import keyset
from motcua.web.shared.pages import render
from motcua.web.shared.viewer import Viewed

PAGE = 50
ASKED = mark("Đề nghị hỗ trợ")


@never_cache
@officers_only
@require_http_methods(["GET", "POST"])
def tickets(request: Viewed) -> HttpResponse:
    """List the open calls, and take a new one."""
    if request.method == "GET":
        return _list(request)
    text = request.POST.get("text", "")[:2000]
    try:
        row = operations.ask_support(text=text, by=request.actor, at=request.at)
    except errors.NotFound as error:
        raise Http404 from error
    except errors.Incomplete as error:
        problems = {field: _(said) for field, said in error.problems}
        return _list(request, status=422, problems=problems, typed={"text": text})
    messages.success(request, _("Đã gửi yêu cầu tới Văn phòng Ủy ban nhân dân tỉnh."))
    return redirect("office:ticket", ticket_id=row.id)


def _list(request: Viewed, *, status: int = 200, **more: Any) -> HttpResponse:
    after = keyset.decode(request.GET.get("after", ""), (str, str))
    rows = queries.open_tickets(request.actor, after=_key(after), limit=PAGE + 1)
    last = rows[PAGE - 1] if len(rows) > PAGE else None
    context = {
        "problems": {},
        "typed": {},
        "rows": [_line(one, request.at) for one in rows[:PAGE]],
        "closed": [_line(one, request.at) for one in queries.closed_tickets(request.actor)],
        "total": queries.open_count(request.actor),
        "asks": works_for(request.actor, request.actor.unit or ""),
        "first_page": after is None,
        "after": keyset.encode((last.opened_at.isoformat(), str(last.id))) if last else "",
        **place(request),
        **more,
    }
    return render(request, "office/readiness/support.html", context, status=status)


@never_cache
@officers_only
@require_http_methods(["GET", "POST"])
def ticket(request: Viewed, ticket_id: UUID) -> HttpResponse:
    """Show a call with what was said, and take an answer."""
    if request.method == "GET":
        return _thread(request, ticket_id)
    text = request.POST.get("text", "")[:2000]
    try:
        operations.answer(ticket_id=ticket_id, text=text, by=request.actor, at=request.at)
    except errors.NotFound as error:
        raise Http404 from error
    except errors.Incomplete as error:
        problems = {field: _(said) for field, said in error.problems}
        return _thread(request, ticket_id, status=422, problems=problems, typed={"text": text})
    except errors.NotAllowed as error:
        messages.warning(request, _(str(error)))
    return redirect("office:ticket", ticket_id=ticket_id)


@never_cache
@officers_only
@require_POST
def closure(request: Viewed, ticket_id: UUID) -> HttpResponse:
    """Close a call."""
    try:
        operations.close(ticket_id=ticket_id, by=request.actor, at=request.at)
    except errors.NotFound as error:
        raise Http404 from error
    except errors.NotAllowed as error:
        messages.warning(request, _(str(error)))
    return redirect("office:ticket", ticket_id=ticket_id)


def _thread(request: Viewed, ticket_id: UUID, *, status: int = 200, **more: Any) -> HttpResponse:
    try:
        found = queries.thread(request.actor, ticket_id)
    except errors.NotFound as error:
        raise Http404 from error
    context = {
        "problems": {},
        "typed": {},
        "line": _line(found.ticket, request.at),
        "notes": found.notes,
        "names": officer_names({one.by for one in found.notes}),
        "may_close": oversees(request.actor) or found.ticket.cause == operations.ASKED,
        **place(request),
        **more,
    }
    return render(request, "office/readiness/ticket.html", context, status=status)


def _line(row: Ticket, at: datetime) -> dict[str, Any]:
    host = agency_known(row.agency_id, at.astimezone(ZONE).date())
    return {
        "row": row,
        "agency": host.name if host else row.agency_id,
        "cause": CHECKS.get(row.cause, ASKED),
    }


def _key(after: Any) -> tuple[datetime, UUID] | None:
    try:
        return (datetime.fromisoformat(after[0]), UUID(after[1])) if after else None
    except ValueError:
        return None
