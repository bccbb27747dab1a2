"""The messages that simulators carried; there is no such page where a real carrier serves, nor in production."""

from collections.abc import Iterable
from dataclasses import asdict, dataclass
from datetime import datetime

from django.conf import settings
from django.http import Http404, HttpRequest, HttpResponse, JsonResponse
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_safe

from motcua.gateways import registry
from motcua.gateways.journal import Entry
from motcua.kernel.references import phone_normal
from motcua.web.shared.pages import render

NEWEST = 100


@dataclass(frozen=True)
class Carried:
    """One message as the page shows it."""

    at: datetime
    channel: str
    to: str
    subject: str
    text: str


@never_cache
@require_safe
def messages(request: HttpRequest) -> HttpResponse:
    """List the newest messages, of one address (`?to=`) or of all; `?format=json` for tests."""
    simulated = registry.simulators()
    if settings.PRODUCTION or not simulated:
        raise Http404
    to = request.GET.get("to", "").strip()
    wanted = (phone_normal(to) or to) if to else ""
    found = [
        carried
        for name in simulated
        for carried in _read(name, registry.carried(name, limit=NEWEST, to=wanted))
    ]
    newest = sorted(found, key=lambda one: one.at, reverse=True)[:NEWEST]
    if request.GET.get("format") == "json":
        return JsonResponse({"messages": [asdict(one) for one in newest]})
    return render(request, "partners/simulators/messages.html", {"messages": newest, "to": to})


def _read(channel: str, entries: Iterable[Entry]) -> list[Carried]:
    return [
        Carried(datetime.fromisoformat(one.at), channel, one.to, one.subject, one.text) for one in entries
    ]
