"""The messages that simulators carried; there is no such page where a real carrier serves, nor in production."""

from collections.abc import Iterable
from dataclasses import asdict, dataclass
from datetime import datetime

from django.conf import settings
from django.http import Http404, HttpRequest, HttpResponse, JsonResponse
from django.shortcuts import redirect
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods, require_safe

from motcua.gateways import clock, registry
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
        for name in registry.CARRIERS
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


@never_cache
@require_http_methods(["GET", "POST"])
def calls(request: HttpRequest) -> HttpResponse:
    """Let a duty number ring and hang up, as somebody without money for the call does; list what rang."""
    telephone = None if settings.PRODUCTION else registry.simulated_telephone()
    if telephone is None:
        raise Http404
    typed = {name: request.POST.get(name, "").strip()[:20] for name in ("number", "called")}
    if request.method == "GET":
        return render(
            request, "partners/simulators/calls.html", {"calls": telephone.newest(NEWEST), "typed": typed}
        )
    if phone_normal(typed["number"]) is None:
        context = {"calls": telephone.newest(NEWEST), "typed": typed, "wrong": True}
        return render(request, "partners/simulators/calls.html", context, status=422)
    telephone.place(typed["number"], typed["called"], clock.now())
    return redirect("simulated-calls")
