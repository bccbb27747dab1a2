"""Browsers in which an officer has come in before: they are counted apart from whoever guesses that name elsewhere.

So nobody keeps an officer out by guessing: not from another city, nor from the same hall behind the same address.
"""

import secrets

from django.conf import settings
from django.core import signing
from django.http import HttpResponse

from motcua.accounts.sealing import index_of
from motcua.web.shared.viewer import Viewed

COOKIE, SALT = "known", "office.known"
KEPT_SECONDS = 180 * 24 * 3600


def cookie_name() -> str:
    """Give the cookie's name, bound to this host in production."""
    return f"{settings.HOST_ONLY}{COOKIE}"


def browser(request: Viewed, username: str) -> str:
    """Give the name of this browser if it has opened this officer's desk before; else nothing."""
    try:
        kept = signing.loads(request.COOKIES.get(cookie_name(), ""), salt=SALT, max_age=KEPT_SECONDS)
        return str(kept["browser"]) if kept["name"] == _index(username) else ""
    except (signing.BadSignature, KeyError, TypeError):
        return ""


def remember(request: Viewed, answer: HttpResponse, username: str) -> HttpResponse:
    """Let this browser be known from now on."""
    name = browser(request, username) or secrets.token_urlsafe(16)
    answer.set_cookie(
        cookie_name(),
        signing.dumps({"name": _index(username), "browser": name}, salt=SALT),
        max_age=KEPT_SECONDS,
        secure=settings.SESSION_COOKIE_SECURE,
        httponly=True,
        samesite="Lax",
    )
    return answer


def _index(username: str) -> str:
    return index_of(username, "known.officer").hex()[:32]
