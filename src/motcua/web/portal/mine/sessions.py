"""Where one is signed in, and ending it: at the portal, for citizens."""

from collections.abc import Callable
from functools import wraps
from typing import Any
from uuid import UUID

from django.contrib import messages
from django.contrib.auth import update_session_auth_hash
from django.http import Http404, HttpResponse, HttpResponseBase
from django.shortcuts import redirect
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_GET, require_POST

from motcua.accounts.errors import NotFound
from motcua.accounts.models import Account
from motcua.accounts.operations import sessions
from motcua.accounts.queries.guarding import sign_ins
from motcua.web.portal.people import person
from motcua.web.shared.arrivals import note_arrival
from motcua.web.shared.pages import render
from motcua.web.shared.viewer import Viewed

View = Callable[..., HttpResponseBase]


def citizens_only(view: View) -> View:
    """Let accounts of citizens pass; send others to sign in, and come back afterwards."""

    @wraps(view)
    def guarded(request: Viewed, *args: Any, **kwargs: Any) -> HttpResponseBase:
        if person(request).kind == "citizen":
            return view(request, *args, **kwargs)
        return redirect(f"{reverse('portal:sign_in')}?next={reverse('portal:sessions')}")

    return guarded


@never_cache
@citizens_only
@require_GET
def signed_in(request: Viewed) -> HttpResponse:
    """List where one is signed in."""
    context = {"sessions": sign_ins(person(request)), "current": request.session.session_key, "here": "mine"}
    return render(request, "portal/mine/sessions.html", context)


@never_cache
@citizens_only
@require_POST
def ending(request: Viewed, sign_in_id: UUID) -> HttpResponse:
    """End one session; it is gone at its next request."""
    try:
        sessions.end_session(sign_in_id=sign_in_id, by=person(request), at=request.at)
    except NotFound as error:
        raise Http404 from error
    messages.success(request, _("Đã kết thúc phiên đăng nhập."))
    return redirect("portal:sessions")


@never_cache
@citizens_only
@require_POST
def endings(request: Viewed) -> HttpResponse:
    """End all sessions but this one."""
    by = person(request)
    sessions.end_all(account_id=UUID(by.id), by=by, at=request.at)
    account = Account.objects.get(id=by.id)
    update_session_auth_hash(request, account)
    note_arrival(request, account.pk)
    messages.success(request, _("Đã kết thúc mọi phiên đăng nhập khác."))
    return redirect("portal:sessions")
