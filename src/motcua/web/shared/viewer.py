"""Who is looking at this page: the actor of a request, made once and only when asked for."""

from collections.abc import Callable
from dataclasses import replace
from datetime import datetime
from typing import Any, cast

from django.conf import settings
from django.http import HttpRequest, HttpResponse
from django.utils.functional import SimpleLazyObject

from motcua.accounts import queries
from motcua.accounts.models import Account
from motcua.gateways import clock
from motcua.kernel.actors import GUEST, Actor
from motcua.kernel.worktime import ZONE
from motcua.web.shared.seen import see

GUEST_KEY = "guest"
UNIT_KEY = "unit"
SECOND_KEY = "second"
"""Set in a session whose officer has shown a second factor."""


class Viewed(HttpRequest):
    """A request after this middleware: it knows its moment and its actor."""

    at: datetime
    actor: Actor


class ViewerMiddleware:
    """Gives each request `at` (the moment, from the clock at the edge) and `actor`."""

    def __init__(self, answer: Callable[[HttpRequest], HttpResponse]) -> None:
        self.answer = answer

    def __call__(self, request: HttpRequest) -> HttpResponse:
        viewed = cast("Any", request)
        viewed.at = clock.now()
        viewed.actor = SimpleLazyObject(lambda: actor_of(viewed))
        answer = self.answer(request)
        see(viewed)
        return answer


def _has_come_in(request: Any, actor: Actor) -> bool:
    """Tell whether the session went past everything that is asked: an officer without the second factor did not."""
    required = actor.kind == "officer" and settings.SECOND_FACTOR != "offered"
    return not required or bool(request.session.get(SECOND_KEY))


def actor_of(request: Any) -> Actor:
    """Make the actor: the account signed in, else a guest known by the session's own random name."""
    user = request.user
    if isinstance(user, Account) or getattr(user, "is_authenticated", False):
        on = request.at.astimezone(ZONE).date()
        actor = queries.actor_of(user, on, unit=request.session.get(UNIT_KEY))
        return actor if _has_come_in(request, actor) else replace(actor, unit=None, roles=frozenset())
    return Actor("guest", request.session.get(GUEST_KEY, GUEST.id))
