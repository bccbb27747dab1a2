"""Is the line back, and who is signed in? Asked by a page before it sends what it has kept."""

from datetime import datetime, timedelta

from django.http import HttpRequest, JsonResponse
from django.middleware.csrf import get_token
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_GET

from motcua.web.office.guard import officers_only
from motcua.web.shared.viewer import Viewed

MOMENT, LONGEST = timedelta(minutes=1), timedelta(days=3)
"""What was on its way for less than a moment was received when it came; nothing is kept longer than a weekend."""


@never_cache
@officers_only
@require_GET
def pulse(request: Viewed) -> JsonResponse:
    """Give the account signed in and a token for its next form."""
    return JsonResponse({"who": request.actor.id, "token": get_token(request)})


def from_outbox(request: HttpRequest) -> bool:
    """Tell whether a page sends what it has kept, and wants to read the answer itself."""
    return request.headers.get("X-Outbox") == "1"


def written_at(request: Viewed) -> datetime:
    """Tell when the officer sent a form off: the page says how long it had to keep it.

    A length of time and no hour, because the machine's clock may be wrong.
    """
    held = request.POST.get("held", "") if from_outbox(request) else ""
    if not (held.isascii() and held.isdecimal() and len(held) < 12):
        return request.at
    kept = timedelta(milliseconds=int(held))
    return request.at - kept if MOMENT < kept < LONGEST else request.at
