"""What is told on the page: a place's contact, that it is still right, days it is closed, an officer's contacts."""

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from datetime import date
from typing import Any
from uuid import UUID

from django.contrib import messages
from django.http import Http404, HttpResponse
from django.shortcuts import redirect
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_POST

from motcua.accounts import errors as accounts
from motcua.accounts.operations.contacts import tell_place, tell_work_contact
from motcua.accounts.rules.telling import Telling
from motcua.directory import errors as directory
from motcua.directory.operations.contacts import confirm_contact, tell_closure, withdraw_closure
from motcua.directory.rules.contacts import READERS, told_from
from motcua.web.office.contacts.views import keepers_only, show
from motcua.web.shared.dates import typed_date
from motcua.web.shared.viewer import Viewed

FIELDS = (*READERS, "on_duty", "stand_in")


@never_cache
@keepers_only
@require_POST
def telling(request: Viewed, place_id: str) -> HttpResponse:
    """Keep contact and duty of a place."""
    typed = {name: request.POST.get(f"{place_id}.{name}", "")[:300] for name in FIELDS}
    told, problems = told_from(typed)
    people = [_id(typed[name]) for name in ("on_duty", "stand_in")]
    if problems:
        return _again(request, place_id, typed, problems)

    def do() -> None:
        tell_place(
            place_id=place_id,
            telling=Telling(told, _seen(request), people[0], people[1], "page"),
            by=request.actor,
            at=request.at,
        )

    return _done(request, place_id, typed, do, _("Đã ghi thông tin liên hệ."))


@never_cache
@keepers_only
@require_POST
def confirmation(request: Viewed, place_id: str) -> HttpResponse:
    """Say by one tap that a contact is still right."""

    def do() -> None:
        confirm_contact(place_id=place_id, seen=_seen(request), by=request.actor, at=request.at)

    return _done(request, place_id, {}, do, _("Đã xác nhận thông tin vẫn đúng."))


@never_cache
@keepers_only
@require_POST
def closure(request: Viewed, place_id: str) -> HttpResponse:
    """Say that a place is closed for some days."""
    names = {name: f"{place_id}.{name}" for name in ("first", "last")}
    typed = {name: typed_date(request.POST, field) for name, field in names.items()}
    typed["reason"] = request.POST.get(f"{place_id}.reason", "")[:300]

    def do() -> None:
        tell_closure(
            place_id=place_id,
            first=_day(typed["first"]),
            last=_day(typed["last"]),
            reason=typed["reason"],
            by=request.actor,
            at=request.at,
        )

    return _done(request, place_id, typed, do, _("Đã ghi ngày nghỉ."))


@never_cache
@keepers_only
@require_POST
def reopening(request: Viewed, place_id: str, closure_id: UUID) -> HttpResponse:
    """Say that a closure does not take place, or is over."""

    def do() -> None:
        withdraw_closure(place_id=place_id, closure_id=closure_id, by=request.actor, at=request.at)

    return _done(request, place_id, {}, do, _("Đã bỏ ngày nghỉ."))


@never_cache
@keepers_only
@require_POST
def work_contact(request: Viewed, account_id: UUID) -> HttpResponse:
    """Keep the work phone and mail of an officer of the agency."""
    typed = {
        name: request.POST.get(f"{account_id}.{name}", "")[:300] for name in ("work_phone", "work_email")
    }

    def do() -> None:
        tell_work_contact(
            account_id=account_id,
            agency_id=request.actor.unit or "",
            typed=(typed["work_phone"], typed["work_email"]),
            source="page",
            by=request.actor,
            at=request.at,
        )

    return _done(request, str(account_id), typed, do, _("Đã ghi liên hệ của cán bộ."))


def _done(
    request: Viewed, what: str, typed: dict[str, str], do: Callable[[], None], said: str
) -> HttpResponse:
    """Do it and go back to the page; or show there what is wrong, with what was typed."""
    wrong: list[tuple[str, str]] = []
    with _answered(request, wrong):
        do()
        messages.success(request, said)
    return _again(request, what, typed, wrong) if wrong else redirect("office:contacts")


@contextmanager
def _answered(request: Viewed, wrong: list[tuple[str, str]]) -> Iterator[None]:
    try:
        yield
    except (directory.NotFound, accounts.NotFound) as error:
        raise Http404 from error
    except (directory.Incomplete, accounts.Incomplete) as error:
        wrong += error.problems
    except directory.Changed as error:
        messages.warning(request, _(str(error)))


def _again(
    request: Viewed, what: str, typed: dict[str, str], problems: list[tuple[str, str]]
) -> HttpResponse:
    named: dict[str, Any] = {
        "problems": {f"{what}.{field}": _(text) for field, text in problems},
        "typed": {f"{what}.{name}": value for name, value in typed.items()},
        "opened": what,
    }
    return show(request, status=422, **named)


def _seen(request: Viewed) -> int:
    text = request.POST.get("seen", "")
    return int(text) if text.isascii() and text.isdecimal() and len(text) < 9 else -1


def _id(text: str) -> UUID | None:
    try:
        return UUID(text)
    except ValueError:
        return None


def _day(text: str) -> date | None:
    try:
        return date.fromisoformat(text)
    except ValueError:
        return None
