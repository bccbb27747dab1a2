"""The page of one's own account: what guards it, where it is signed in, and ending either."""

from uuid import UUID

from django.contrib import messages
from django.http import Http404, HttpResponse
from django.shortcuts import redirect
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_GET, require_POST

from motcua.accounts.errors import NotAllowed, NotFound
from motcua.accounts.models import Account
from motcua.accounts.operations import sessions
from motcua.accounts.operations.factors import make_recovery_codes, remove_factor
from motcua.accounts.queries import guarding as queries
from motcua.web.office.desk.views import place
from motcua.web.office.guard import officers_only
from motcua.web.office.security.enrolling import enroller, fresh_only
from motcua.web.office.signin.arriving import go_on
from motcua.web.office.signin.policy import required
from motcua.web.shared.pages import render
from motcua.web.shared.viewer import Viewed


@never_cache
@officers_only
@require_GET
def security(request: Viewed) -> HttpResponse:
    """Show what guards the account."""
    return _show(request)


def _show(request: Viewed, problem: str = "", status: int = 200) -> HttpResponse:
    account_id = UUID(request.actor.id)
    context = {
        "factors": queries.factors(account_id),
        "codes_left": queries.recovery_codes_left(account_id),
        "required": required(),
        "problem": problem,
        **place(request),
    }
    return render(request, "office/security/security.html", context, status=status)


@never_cache
@fresh_only
@require_POST
def removal(request: Viewed, factor_id: UUID) -> HttpResponse:
    """Remove one of one's own factors."""
    account = _account(request)
    try:
        remove_factor(factor_id=factor_id, may_be_last=not required(), by=enroller(account), at=request.at)
    except NotFound as error:
        raise Http404 from error
    except NotAllowed as error:
        return _show(request, _(str(error)), status=409)
    go_on(request, account)
    messages.success(request, _("Đã gỡ. Các phiên đăng nhập khác đã kết thúc."))
    return redirect("office:security")


@never_cache
@fresh_only
@require_POST
def codes(request: Viewed) -> HttpResponse:
    """Draw new codes for paper; they are shown on this page and kept nowhere: so there is no redirect."""
    account = _account(request)
    if not queries.factors(account.pk):
        return redirect("office:security")
    drawn = make_recovery_codes(account_id=account.pk, by=enroller(account), at=request.at)
    return render(request, "office/security/codes.html", {"codes": drawn, "after": "", "factor": None})


@never_cache
@officers_only
@require_GET
def signed_in(request: Viewed) -> HttpResponse:
    """List where one is signed in."""
    context = {
        "sessions": queries.sign_ins(request.actor),
        "here": request.session.session_key,
        **place(request),
    }
    return render(request, "office/security/sessions.html", context)


@never_cache
@officers_only
@require_POST
def ending(request: Viewed, sign_in_id: UUID) -> HttpResponse:
    """End one session; it is gone at its next request."""
    try:
        sessions.end_session(sign_in_id=sign_in_id, by=request.actor, at=request.at)
    except NotFound as error:
        raise Http404 from error
    messages.success(request, _("Đã kết thúc phiên đăng nhập."))
    return redirect("office:sessions")


@never_cache
@officers_only
@require_POST
def endings(request: Viewed) -> HttpResponse:
    """End all sessions but this one."""
    account = _account(request)
    sessions.end_all(account_id=account.pk, by=request.actor, at=request.at)
    go_on(request, account)
    messages.success(request, _("Đã kết thúc mọi phiên đăng nhập khác."))
    return redirect("office:sessions")


def _account(request: Viewed) -> Account:
    return Account.objects.get(id=request.actor.id)
