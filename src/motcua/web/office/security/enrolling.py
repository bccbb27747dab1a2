"""Who may add a factor: an officer inside who has just proved it, or one at the door who has none yet."""

from collections.abc import Callable
from functools import wraps
from typing import Any
from urllib.parse import urlencode
from uuid import UUID

from django.http import HttpResponse, HttpResponseBase
from django.shortcuts import redirect
from django.urls import reverse

from motcua.accounts.models import Account, Factor
from motcua.accounts.operations.factors import make_recovery_codes
from motcua.accounts.queries.guarding import factors, officer_account, recovery_codes_left
from motcua.kernel.actors import Actor
from motcua.web.office.guard import officers_only
from motcua.web.office.signin import known
from motcua.web.office.signin.arriving import after_half, arrive, go_on, half_way, is_fresh
from motcua.web.shared.pages import render
from motcua.web.shared.viewer import Viewed

View = Callable[..., HttpResponseBase]


def fresh_only(view: View) -> View:
    """Let officers pass who have proved themselves a moment ago; others prove it first and come back."""

    @wraps(view)
    def guarded(request: Viewed, *args: Any, **kwargs: Any) -> HttpResponseBase:
        if is_fresh(request):
            return view(request, *args, **kwargs)
        back = request.get_full_path() if request.method == "GET" else reverse("office:security")
        return redirect(f"{reverse('office:second_factor')}?{urlencode({'next': back})}")

    return officers_only(guarded)


def enrollers(view: View) -> View:
    """Let pass who may add a factor; the view is given the account."""

    @wraps(view)
    def guarded(request: Viewed, *args: Any, **kwargs: Any) -> HttpResponseBase:
        half = half_way(request)
        if half is None:
            return inside(request, *args, **kwargs)
        if factors(half.pk):
            return redirect("office:second_factor")
        return view(request, half, *args, **kwargs)

    @fresh_only
    def inside(request: Viewed, *args: Any, **kwargs: Any) -> HttpResponseBase:
        return view(request, officer_account(UUID(request.actor.id)), *args, **kwargs)

    return guarded


def enroller(account: Account) -> Actor:
    """Name the officer who adds a factor to the own account."""
    return Actor("officer", str(account.pk), via="desk")


def enrolled(request: Viewed, account: Account, made: Factor) -> HttpResponse:
    """Go on after a factor was added: other sessions have ended; the first time, codes for paper are shown."""
    after = reverse("office:security")
    if half_way_before(request, account):
        after = after_half(request)
        account.refresh_from_db()
        arrive(request, account, f"password+{made.kind}")
    else:
        go_on(request, account)
    context: dict[str, Any] = {"codes": [], "after": after, "factor": made}
    if not recovery_codes_left(account.pk):
        context["codes"] = make_recovery_codes(account_id=account.pk, by=enroller(account), at=request.at)
    answer = render(request, "office/security/codes.html", context)
    return known.remember(request, answer, str(account.username))


def half_way_before(request: Viewed, account: Account) -> bool:
    """Tell whether the officer stood at the door; what was added has ended the half-way state already."""
    return not (request.user.is_authenticated and request.user.pk == account.pk)
