"""Acts on the officers of an agency: parse, call one operation, go back, or show what is wrong where it was typed."""

from collections.abc import Callable
from datetime import date
from uuid import UUID

from django.contrib import messages
from django.http import Http404, HttpResponse
from django.shortcuts import redirect
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_POST

from motcua.accounts.errors import Incomplete, NotAllowed, NotFound
from motcua.accounts.operations import staffing
from motcua.accounts.operations.staffing import Newcomer
from motcua.web.office.guard import keepers_only
from motcua.web.office.staff.views import show_officer, show_staff
from motcua.web.shared.dates import typed_date
from motcua.web.shared.viewer import Viewed

Show = Callable[..., HttpResponse]


@never_cache
@keepers_only
@require_POST
def newcomer(request: Viewed) -> HttpResponse:
    """Add an officer; the page of the new officer shows the password once."""

    def add() -> HttpResponse:
        who = Newcomer(
            username=request.POST.get("username", "")[:100],
            name=request.POST.get("name", "")[:200],
            title=request.POST.get("title", "")[:200],
            role=request.POST.get("role", ""),
            since=_day(request, "since"),
            until=_day(request, "until"),
        )
        added = staffing.add_officer(agency_id=_unit(request), who=who, by=request.actor, at=request.at)
        return show_officer(request, added.officer.account_id, password=added.password)

    return _answer(request, add, lambda **more: show_staff(request, opened="newcomer", **more))


@never_cache
@keepers_only
@require_POST
def role(request: Viewed, account_id: UUID) -> HttpResponse:
    """Give a further role."""

    def give() -> HttpResponse:
        staffing.grant_role(
            account_id=account_id,
            agency_id=_unit(request),
            role=request.POST.get("role", ""),
            since=_day(request, "since"),
            until=_day(request, "until"),
            by=request.actor,
            at=request.at,
        )
        messages.success(request, _("Đã giao nhiệm vụ."))
        return redirect("office:officer", account_id=account_id)

    return _answer(request, give, lambda **more: show_officer(request, account_id, opened="role", **more))


@never_cache
@keepers_only
@require_POST
def ending(request: Viewed, account_id: UUID, role_id: int) -> HttpResponse:
    """Give a role its last day."""
    field = f"until-{role_id}"

    def end() -> HttpResponse:
        try:
            staffing.end_role(
                role_id=role_id,
                agency_id=_unit(request),
                until=_day(request, field),
                by=request.actor,
                at=request.at,
            )
        except Incomplete as error:
            raise Incomplete([(field, text) for _name, text in error.problems]) from error
        messages.success(request, _("Đã ghi ngày cuối của nhiệm vụ."))
        return redirect("office:officer", account_id=account_id)

    return _answer(request, end, lambda **more: show_officer(request, account_id, opened=field, **more))


@never_cache
@keepers_only
@require_POST
def password(request: Viewed, account_id: UUID) -> HttpResponse:
    """Give a one-time password, shown on this page and kept nowhere: so there is no redirect."""

    def reset() -> HttpResponse:
        fresh = staffing.reset_password(
            account_id=account_id, agency_id=_unit(request), by=request.actor, at=request.at
        )
        return show_officer(request, account_id, password=fresh)

    return _answer(request, reset, lambda **more: show_officer(request, account_id, **more))


def _answer(request: Viewed, do: Callable[[], HttpResponse], show: Show) -> HttpResponse:
    try:
        return do()
    except NotFound as error:
        raise Http404 from error
    except Incomplete as error:
        problems = {field: _(text) for field, text in error.problems}
        return show(status=422, problems=problems, typed=_typed(request))
    except NotAllowed as error:
        return show(status=409, problems={"": _(str(error))}, typed=_typed(request))


def _typed(request: Viewed) -> dict[str, str]:
    """Give what was typed, dates joined, for the form to show again."""
    typed = {name: str(value)[:200] for name, value in request.POST.items()}
    dates = {name.rpartition(".")[0] for name in typed if name.endswith(".day")}
    return typed | {name: typed_date(request.POST, name) for name in dates}


def _day(request: Viewed, name: str) -> date | None:
    text = typed_date(request.POST, name)
    if not text:
        return None
    try:
        return date.fromisoformat(text)
    except ValueError as error:
        raise Incomplete([(name, _("Ngày này không có. Xin ghi ngày, tháng, năm bằng số."))]) from error


def _unit(request: Viewed) -> str:
    return request.actor.unit or ""
