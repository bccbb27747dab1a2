"""Only officers come in here; everybody else is shown the door with the sign-in."""

from collections.abc import Callable
from functools import wraps
from typing import Any
from urllib.parse import urlencode

from django.http import Http404, HttpResponseBase
from django.shortcuts import redirect
from django.urls import reverse

from motcua.accounts.rules.staffing import keeps_accounts
from motcua.web.shared.viewer import Viewed

View = Callable[..., HttpResponseBase]


def officers_only(view: View) -> View:
    """Let officers with a role in force today pass, once they have a password of their own."""

    @wraps(view)
    def guarded(request: Viewed, *args: Any, **kwargs: Any) -> HttpResponseBase:
        if has_one_time_password(request):
            return redirect("office:password")
        return view(request, *args, **kwargs)

    return staff_only(guarded)


def staff_only(view: View) -> View:
    """Let officers with a role in force today pass; send others to sign in, and come back afterwards."""

    @wraps(view)
    def guarded(request: Viewed, *args: Any, **kwargs: Any) -> HttpResponseBase:
        if request.actor.kind == "officer" and request.actor.roles:
            return view(request, *args, **kwargs)
        back = request.get_full_path() if request.method == "GET" else reverse("office:desk")
        return redirect(f"{reverse('office:sign_in')}?{urlencode({'next': back})}")

    return guarded


def keepers_only(view: View) -> View:
    """Let those pass who keep the accounts of the agency worked for; to others there is no such page."""

    @wraps(view)
    def guarded(request: Viewed, *args: Any, **kwargs: Any) -> HttpResponseBase:
        if not keeps_accounts(request.actor, request.actor.unit or ""):
            raise Http404
        return view(request, *args, **kwargs)

    return officers_only(guarded)


def recoverers_only(view: View) -> View:
    """Let those pass who keep the accounts of the agency worked for, or oversee the province."""

    @wraps(view)
    def guarded(request: Viewed, *args: Any, **kwargs: Any) -> HttpResponseBase:
        if not (keeps_accounts(request.actor, request.actor.unit or "") or request.actor.has("oversight")):
            raise Http404
        return view(request, *args, **kwargs)

    return officers_only(guarded)


def has_one_time_password(request: Viewed) -> bool:
    """Tell whether the officer came in with a password that somebody else set."""
    return getattr(request.user, "one_time_since", None) is not None
