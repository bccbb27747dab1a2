"""Looking a dossier up by its code and secret. A right secret always opens; guessing slows who guesses."""

from django.http import HttpResponse
from django.shortcuts import redirect
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods

from motcua.accounts.operations.signing_in import note_failure
from motcua.accounts.queries import slowed_until
from motcua.counter.queries.leaves import blank_at
from motcua.directory.queries import agency_known
from motcua.dossiers.queries.viewing import by_code_and_secret, code_of
from motcua.kernel.worktime import ZONE
from motcua.web.portal.people import person, remember_opened
from motcua.web.shared.formats import clock
from motcua.web.shared.limits import limited
from motcua.web.shared.origin import guesser
from motcua.web.shared.pages import render
from motcua.web.shared.places import reached_for
from motcua.web.shared.viewer import Viewed


@never_cache
@limited("tracking")
@require_http_methods(["GET", "POST"])
def lookup(request: Viewed) -> HttpResponse:
    """Ask for code and secret, and open the dossier."""
    code = (request.POST.get("code") or request.GET.get("ma") or "").strip()[:60]
    if request.method == "GET":
        return ask(request, code)
    blank = _blank(request, code)
    if blank is not None:
        return blank
    secret = request.POST.get("secret", "").strip()[:60]
    missing = _missing(code, secret)
    if missing:
        return ask(request, code, missing, secret=secret, status=422)
    found = by_code_and_secret(code, secret)
    if found is None:
        return ask(request, code, [("secret", _wrong(request))], secret=secret, status=422)
    remember_opened(request, found)
    return redirect("portal:dossier", code=code_of(found))


def ask(
    request: Viewed,
    code: str,
    problems: list[tuple[str, str]] | None = None,
    *,
    secret: str = "",
    status: int = 200,
) -> HttpResponse:
    """Show the form; the answer does not tell whether the code exists. A receipt not entered yet says so."""
    blank = _blank(request, code) if problems is None else None
    if blank is not None:
        return blank
    context = {"code": code, "secret": secret, "problems": problems or [], "errors": dict(problems or [])}
    return render(request, "portal/tracking/lookup.html", {**context, "here": "lookup"}, status=status)


def _blank(request: Viewed, code: str) -> HttpResponse | None:
    """Say of a receipt written by hand that it was not entered yet; a right secret is not told from a wrong one."""
    agency_id = blank_at(code) if code else None
    if agency_id is None:
        return None
    place = agency_known(agency_id, request.at.astimezone(ZONE).date())
    context = {
        "code": code,
        "agency": place.name if place else "",
        "places": reached_for(agency_id, request.at),
    }
    return render(request, "portal/tracking/blank.html", {**context, "here": "lookup"})


def _missing(code: str, secret: str) -> list[tuple[str, str]]:
    found = []
    if not code:
        found.append(("code", _("Vui lòng nhập mã hồ sơ.")))
    if not secret:
        found.append(("secret", _("Vui lòng nhập mã bí mật.")))
    return found


def _wrong(request: Viewed) -> str:
    who = guesser(request, "tracking")
    waiting = slowed_until(who, request.at)
    if waiting is None:
        wait = note_failure(key=who, by=person(request), at=request.at)
        waiting = request.at + wait if wait else None
    said = _("Mã hồ sơ hoặc mã bí mật không đúng. Vui lòng xem lại trên giấy biên nhận.")
    if waiting is None:
        return said
    return said + " " + _("Đã nhập sai nhiều lần, xin chờ đến %(time)s.") % {"time": clock(waiting)}
