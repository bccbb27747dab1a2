"""Only officers come in here; everybody else is shown the door with the sign-in."""

from collections.abc import Callable
from functools import wraps
from typing import Any
from urllib.parse import urlencode

from django.http import HttpResponseBase
from django.shortcuts import redirect
from django.urls import reverse

from motcua.web.shared.viewer import Viewed

View = Callable[..., HttpResponseBase]


def officers_only(view: View) -> View:
    """Let officers with a role in force today pass; send others to sign in, and come back afterwards."""

    @wraps(view)
    def guarded(request: Viewed, *args: Any, **kwargs: Any) -> HttpResponseBase:
        if request.actor.kind == "officer" and request.actor.roles:
            return view(request, *args, **kwargs)
        back = request.get_full_path() if request.method == "GET" else reverse("office:desk")
        return redirect(f"{reverse('office:sign_in')}?{urlencode({'next': back})}")

    return guarded
