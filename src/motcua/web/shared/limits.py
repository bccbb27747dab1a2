"""Who asks too often waits: counted in the memory of each process, at no statement's cost.

A machine with several processes lets through at most as many times the limit as it has processes: that still keeps
one asker from taking everybody's place. What must be exact, wrong guesses and codes, is counted in the database.
"""

from collections.abc import Callable
from datetime import datetime
from functools import wraps
from http import HTTPStatus
from threading import Lock
from typing import Any, TypeVar, cast

from django.conf import settings
from django.http import HttpRequest, HttpResponse, HttpResponseBase

from motcua.accounts.rules.limits import LIMITS, OFFICE_FACTOR, Limit, network_of, window_end
from motcua.web.shared.errors import too_often
from motcua.web.shared.proxies import within

View = TypeVar("View", bound=Callable[..., HttpResponseBase])
MOST = 100_000
_counts: dict[tuple[str, str], tuple[datetime, int]] = {}
_alone = Lock()


def limited(act: str) -> Callable[[View], View]:
    """Answer 429, in words and with the time to wait, to whoever does this more often than the table says."""
    limit = LIMITS[act]

    def bind(view: View) -> View:
        @wraps(view)
        def guarded(request: Any, *args: Any, **kwargs: Any) -> HttpResponseBase:
            if request.method in limit.methods and _asks_too_often(act, limit, request):
                wait = window_end(request.at, limit.window) - request.at
                return _wait(request, max(1, int(wait.total_seconds()) + 1))
            return view(request, *args, **kwargs)

        return cast("View", guarded)

    return bind


def forget() -> None:
    """Forget every count."""
    with _alone:
        _counts.clear()


def _asks_too_often(act: str, limit: Limit, request: Any) -> bool:
    """Count this time; the network's own count also stops who throws the cookie away each time."""
    address = request.META.get("REMOTE_ADDR", "")
    network = network_of(address)
    if not network:
        return False
    factor = OFFICE_FACTOR if within(address, settings.OFFICE_NETWORKS) else 1
    end = window_end(request.at, limit.window)
    over = _count((act, network), end) > limit.network * factor
    session = request.session.session_key
    if session:
        over = _count((act, f"{network} {session}"), end) > limit.session or over
    return over


def _count(key: tuple[str, str], end: datetime) -> int:
    with _alone:
        if len(_counts) >= MOST:
            _counts.clear()  # rather count anew than grow without end
        until, count = _counts.get(key, (end, 0))
        _counts[key] = (end, count + 1 if until == end else 1)
        return _counts[key][1]


def _wait(request: HttpRequest, seconds: int) -> HttpResponse:
    answer = too_often(request, seconds)
    answer.status_code = HTTPStatus.TOO_MANY_REQUESTS
    answer.headers["Retry-After"] = str(seconds)
    return answer
