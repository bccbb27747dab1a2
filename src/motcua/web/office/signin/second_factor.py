"""The second factor: a code or a passkey, after the password, and again before factors are changed."""

from collections.abc import Mapping
from typing import Any
from uuid import UUID

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_GET, require_http_methods

from motcua.accounts.models import Account, Factor
from motcua.accounts.operations.factors import note_passkey, prove_by_code
from motcua.accounts.operations.recovering import ask_recovery
from motcua.accounts.operations.signing_in import forgive, note_failure
from motcua.accounts.queries import slowed_until
from motcua.accounts.queries.guarding import factors, failures_of, officer_account, open_recovery
from motcua.accounts.rules import passkeys
from motcua.accounts.rules.passkeys import Passkey
from motcua.accounts.rules.slowing import FREE_TRIES
from motcua.accounts.sealing import index_of
from motcua.kernel.actors import Actor
from motcua.kernel.words import mark
from motcua.web.office.signin import known
from motcua.web.office.signin.arriving import after_half, arrive, clock, half_way, note_proof, safe_next
from motcua.web.office.signin.passkey_site import challenge, new_challenge, site
from motcua.web.shared.limits import limited
from motcua.web.shared.pages import render
from motcua.web.shared.viewer import Viewed

WRONG_CODE = mark("Mã không đúng hoặc đã dùng. Xin chờ mã mới hiện trên điện thoại rồi nhập lại.")


@never_cache
@limited("second_factor")
@require_http_methods(["GET", "POST"])
def second_factor(request: Viewed) -> HttpResponse:
    """Ask for the second factor, and open the session; or, inside, only take the fresh proof."""
    half = half_way(request)
    account = half or _inside(request)
    if account is None:
        return redirect("office:sign_in")
    standing = factors(account.pk)
    if half and not standing:
        return redirect("office:enrolment")
    if request.method == "GET":
        return _ask(request, standing, half=half is not None)
    how, error = _proven(request, account, standing)
    if not how:
        return _ask(request, standing, half=half is not None, error=error)
    return _enter(request, account, how) if half else _go_on(request)


def _inside(request: Viewed) -> Account | None:
    actor = request.actor
    return officer_account(UUID(actor.id)) if actor.kind == "officer" and actor.roles else None


def _ask(request: Viewed, standing: list[Factor], *, half: bool, error: str = "") -> HttpResponse:
    keys = [bytes(one.credential_id) for one in standing if one.credential_id]
    options = ""
    if keys:
        options, drawn = passkeys.ask_to_sign(site(request), keys)
        new_challenge(request, drawn)
    context = {
        "half": half,
        "by_code": any(one.kind == "totp" for one in standing),
        "by_password": not standing,
        "options": options,
        "error": error,
        "next": after_half(request) if half else safe_next(request),
    }
    return render(request, "office/signin/second_factor.html", context, status=422 if error else 200)


def _proven(request: Viewed, account: Account, standing: list[Factor]) -> tuple[str, str]:
    """Give how the officer proved it, or nothing and why not."""
    if answer := request.POST.get("passkey", "")[:20_000]:
        how = "passkey" if _signed(request, answer, standing) else ""
        return how, "" if how else _("Khóa truy cập không được nhận. Xin thử lại hoặc dùng cách khác.")
    key, by, at = _counted(request, account), request.actor, request.at
    until = slowed_until(key, at)
    if until is not None:
        return "", _("Đã nhập sai nhiều lần. Vui lòng thử lại sau %(clock)s.") % {"clock": clock(until)}
    how = _by_words(request, account, standing)
    if not how:
        note_failure(key=key, by=by, at=at)
        return "", _("Mật khẩu không đúng.") if not standing else _(WRONG_CODE)
    forgive(key=key, by=by, at=at)
    return how, ""


def _by_words(request: Viewed, account: Account, standing: list[Factor]) -> str:
    if not standing:
        return "password" if account.check_password(request.POST.get("password", "")[:200]) else ""
    code = request.POST.get("code", "")[:40]
    return prove_by_code(account_id=account.pk, typed=code, by=_officer(account), at=request.at) or ""


def _signed(request: Viewed, answer: str, standing: list[Factor]) -> bool:
    named, asked = passkeys.named_in(answer), challenge(request)
    one = next((one for one in standing if one.credential_id and bytes(one.credential_id) == named), None)
    if one is None or named is None or asked is None:
        return False
    kept = Passkey(named, bytes(one.public_key or b""), one.sign_count)
    count = passkeys.signed(site(request), answer, asked, kept)
    if count is None:
        return False
    note_passkey(factor_id=one.id, sign_count=count, by=request.actor, at=request.at)
    return True


def _counted(request: Viewed, account: Account) -> bytes:
    """Name whose wrong codes are counted: a known browser's own, else those of all unknown browsers together.

    Only who has the password comes as far as this. However many addresses they use, they share one count.
    """
    return index_of(f"{known.browser(request, str(account.username))}|{account.pk}", "slow.second")


def _enter(request: Viewed, account: Account, how: str) -> HttpResponse:
    after = after_half(request)
    arrive(request, account, f"password+{how}")
    stranger = index_of(f"|{account.pk}", "slow.second")
    if failures_of(stranger) >= FREE_TRIES:
        messages.warning(
            request,
            _("Có người ở máy khác đã nhập đúng mật khẩu nhưng sai mã nhiều lần. Xin đổi mật khẩu ngay."),
        )
        forgive(key=stranger, by=request.actor, at=request.at)
    return known.remember(request, redirect(after), str(account.username))


def _go_on(request: Viewed) -> HttpResponse:
    note_proof(request)
    return redirect(safe_next(request))


def _officer(account: Account) -> Actor:
    """Name the officer who stands before the door: with no roles yet."""
    return Actor("officer", str(account.pk), via="desk")


@never_cache
@require_http_methods(["GET", "POST"])
def lost(request: Viewed) -> HttpResponse:
    """Say how a lost device is replaced, and take the request for it."""
    account = half_way(request)
    if account is None:
        return redirect("office:sign_in")
    if request.method == "POST":
        ask_recovery(account_id=account.pk, by=_officer(account), at=request.at)
        return redirect("office:lost_device")
    context: Mapping[str, Any] = {"asked": open_recovery(account.pk, request.at)}
    return render(request, "office/signin/lost.html", context)


@never_cache
@require_GET
def enrolment(request: Viewed) -> HttpResponse:
    """Show the ways to make the first second factor, to an officer who must have one."""
    if half_way(request) is None:
        return redirect("office:sign_in")
    return render(request, "office/signin/enrolment.html", {"next": reverse("office:desk")})
