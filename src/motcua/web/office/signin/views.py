"""Signing in with name and password, then the second factor; guessing slows the guesser, not the officer."""

from uuid import UUID

from django.contrib.auth import authenticate, logout
from django.http import HttpResponse
from django.shortcuts import redirect
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods, require_POST

from motcua.accounts.models import Account
from motcua.accounts.operations.signing_in import forgive, note_failure
from motcua.accounts.queries import roles_on, slowed_until
from motcua.accounts.queries.guarding import factors, officer_account
from motcua.accounts.rules.passwords import expired
from motcua.accounts.rules.slowing import FREE_TRIES, FREE_TRIES_OF_AN_OFFICE
from motcua.accounts.sealing import index_of
from motcua.kernel.worktime import ZONE
from motcua.web.office.guard import officers_only
from motcua.web.office.signin import known
from motcua.web.office.signin.arriving import arrive, begin, clock, safe_next
from motcua.web.office.signin.policy import required
from motcua.web.shared.limits import limited
from motcua.web.shared.pages import render
from motcua.web.shared.viewer import UNIT_KEY, Viewed


@never_cache
@limited("sign_in")
@require_http_methods(["GET", "POST"])
def sign_in(request: Viewed) -> HttpResponse:
    """Show the form, or take name and password."""
    after = safe_next(request)
    if request.method == "GET":
        if request.actor.kind == "officer" and request.actor.roles:
            return redirect(after)
        return render(request, "office/signin/sign_in.html", {"next": after, "name": "", "error": ""})
    name = request.POST.get("name", "").strip()[:100]
    account, error = _checked(request, name)
    if account is not None:
        return _let_in(request, account, after)
    return render(
        request, "office/signin/sign_in.html", {"next": after, "name": name, "error": error}, status=422
    )


def _checked(request: Viewed, name: str) -> tuple[Account | None, str]:
    """Check name and password; gives the account, or why not."""
    counted, by, at = _guesser(request, name), request.actor, request.at
    until = max(filter(None, (slowed_until(key, at) for key in counted)), default=None)
    if until is not None:
        return None, _("Đã nhập sai nhiều lần. Vui lòng thử lại sau %(clock)s.") % {"clock": clock(until)}
    known_as = authenticate(request, username=name, password=request.POST.get("password", "")[:200])
    account = officer_account(UUID(str(known_as.pk))) if known_as else None
    if account is None:
        for key, free in counted.items():
            note_failure(key=key, free=free, by=by, at=at)
        return None, _("Tên đăng nhập hoặc mật khẩu không đúng.")
    forgive(key=next(iter(counted)), by=by, at=at)
    if expired(account.one_time_since, at):
        return None, _("Mật khẩu dùng một lần đã hết hạn. Vui lòng đề nghị người đứng đầu cơ quan đặt lại.")
    if not roles_on(account.pk, at.astimezone(ZONE).date()):
        return None, _(
            "Tài khoản này hiện không có nhiệm vụ nào. Vui lòng liên hệ người quản trị của cơ quan."
        )
    return account, ""


def _guesser(request: Viewed, name: str) -> dict[bytes, int]:
    """Name who guesses, with the tries that are free: a browser known here, or address and name, and the address."""
    if browser := known.browser(request, name):
        return {index_of(f"{browser}|{name}", "slow.known"): FREE_TRIES}
    address = request.META.get("REMOTE_ADDR", "")
    return {
        index_of(f"{address}|{name}", "slow.office"): FREE_TRIES,
        index_of(address, "slow.office"): FREE_TRIES_OF_AN_OFFICE,
    }


def _let_in(request: Viewed, account: Account, after: str) -> HttpResponse:
    """Ask for the second factor, have one made where it is required, or open the desk."""
    if factors(account.pk):
        begin(request, account, after)
        return redirect("office:second_factor")
    if required():
        begin(request, account, after)
        return redirect("office:enrolment")
    arrive(request, account, "password")
    return known.remember(request, redirect(after), str(account.username))


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
