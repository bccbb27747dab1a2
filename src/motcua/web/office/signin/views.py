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

from motcua.accounts.operations.signing_in import note_failure
from motcua.accounts.queries import roles_on, slowed_until
from motcua.accounts.sealing import index_of
from motcua.kernel.worktime import ZONE
from motcua.web.office.guard import officers_only
from motcua.web.shared.pages import render
from motcua.web.shared.viewer import UNIT_KEY, Viewed


@never_cache
@require_http_methods(["GET", "POST"])
def sign_in(request: Viewed) -> HttpResponse:
    """Show the form, or let the officer in."""
    after = _safe_next(request)
    if request.method == "GET":
        if request.actor.kind == "officer":
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
    guesser = index_of(f"{request.META.get('REMOTE_ADDR', '')}|{name}", "slow.office")
    until = slowed_until(guesser, request.at)
    if until is not None:
        clock = until.astimezone(ZONE).strftime("%H:%M:%S")
        return _("Đã nhập sai nhiều lần. Vui lòng thử lại sau %(clock)s.") % {"clock": clock}
    account = authenticate(request, username=name, password=request.POST.get("password", "")[:200])
    if account is None:
        note_failure(key=guesser, by=request.actor, at=request.at)
        return _("Tên đăng nhập hoặc mật khẩu không đúng.")
    login(request, account)
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
