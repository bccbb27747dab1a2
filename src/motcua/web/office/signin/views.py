"""Signing in with name and password; guessing slows the guesser, not the officer."""

from uuid import UUID

from django.contrib.auth import authenticate, login, logout
from django.http import HttpResponse
from django.shortcuts import redirect
from django.urls import reverse
from django.utils.http import url_has_allowed_host_and_scheme
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods, require_POST

from motcua.accounts.operations.signing_in import forgive, note_failure, note_sign_in
from motcua.accounts.queries import roles_on, slowed_until
from motcua.accounts.rules.passwords import expired
from motcua.accounts.rules.slowing import FREE_TRIES_OF_AN_OFFICE
from motcua.accounts.sealing import index_of
from motcua.kernel.worktime import ZONE
from motcua.web.office.guard import officers_only
from motcua.web.shared.pages import render
from motcua.web.shared.viewer import UNIT_KEY, Viewed

WORKING_DAY = 12 * 3600
"""A session at a desk ends with the day, not after a fortnight as at home."""


@never_cache
@require_http_methods(["GET", "POST"])
def sign_in(request: Viewed) -> HttpResponse:
    """Show the form, or let the officer in."""
    after = _safe_next(request)
    if request.method == "GET":
        if request.actor.kind == "officer" and request.actor.roles:
            return redirect(after)
        return render(request, "office/signin/sign_in.html", {"next": after, "name": "", "error": ""})
    name = request.POST.get("name", "").strip()[:100]
    error = _let_in(request, name)
    if error is None:
        return redirect(after)
    return render(
        request, "office/signin/sign_in.html", {"next": after, "name": name, "error": error}, status=422
    )


def _let_in(request: Viewed, name: str) -> str | None:
    """Check name and password; guesses count by address and name, and more patiently by address alone."""
    address, by, at = request.META.get("REMOTE_ADDR", ""), request.actor, request.at
    guesser, office = index_of(f"{address}|{name}", "slow.office"), index_of(address, "slow.office")
    until = slowed_until(guesser, at) or slowed_until(office, at)
    if until is not None:
        clock = until.astimezone(ZONE).strftime("%H:%M:%S")
        return _("Đã nhập sai nhiều lần. Vui lòng thử lại sau %(clock)s.") % {"clock": clock}
    account = authenticate(request, username=name, password=request.POST.get("password", "")[:200])
    if account is None:
        note_failure(key=guesser, by=by, at=at)
        note_failure(key=office, free=FREE_TRIES_OF_AN_OFFICE, by=by, at=at)
        return _("Tên đăng nhập hoặc mật khẩu không đúng.")
    forgive(key=guesser, by=by, at=at)
    if expired(getattr(account, "one_time_since", None), at):
        return _("Mật khẩu dùng một lần đã hết hạn. Vui lòng đề nghị người đứng đầu cơ quan đặt lại.")
    if not roles_on(account.pk, at.astimezone(ZONE).date()):
        return _("Tài khoản này hiện không có nhiệm vụ nào. Vui lòng liên hệ người quản trị của cơ quan.")
    login(request, account)
    request.session.set_expiry(WORKING_DAY)
    note_sign_in(account_id=account.pk, how="password", by=by, at=at)
    return None


@require_POST
def sign_out(request: Viewed) -> HttpResponse:
    """Go out; the session ends."""
    logout(request)
    return redirect("office:sign_in")


@never_cache
@officers_only
@require_POST
def choose_unit(request: Viewed) -> HttpResponse:
    """Work for another of the agencies in which the officer holds a role."""
    wanted = request.POST.get("unit", "")
    if wanted in roles_on(UUID(request.actor.id), request.at.astimezone(ZONE).date()):
        request.session[UNIT_KEY] = wanted
    return redirect("office:desk")


def _safe_next(request: Viewed) -> str:
    wanted = request.POST.get("next") or request.GET.get("next") or ""
    safe = url_has_allowed_host_and_scheme(wanted, allowed_hosts={request.get_host()}, require_https=False)
    return wanted if wanted and safe else reverse("office:desk")
