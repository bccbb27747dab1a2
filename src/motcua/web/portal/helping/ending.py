"""Who helps me, whom do I help; and taking a consent back: by account, by the dossier's secret, by a code."""

from uuid import UUID

from django.contrib import messages
from django.http import Http404, HttpResponse
from django.shortcuts import redirect
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from motcua.accounts import errors as accounts
from motcua.accounts.models import Consent
from motcua.accounts.operations import consenting
from motcua.accounts.operations.signing_in import Refused, note_failure
from motcua.accounts.queries import consents, slowed_until
from motcua.dossiers.errors import NotFound
from motcua.dossiers.operations.helping import end_help
from motcua.dossiers.queries.helping import filed_for_others
from motcua.web.portal.people import person
from motcua.web.portal.tracking.standing import seen_or_404
from motcua.web.shared.formats import clock
from motcua.web.shared.origin import asker, guesser
from motcua.web.shared.pages import render
from motcua.web.shared.viewer import Viewed


@never_cache
@require_safe
def helping(request: Viewed) -> HttpResponse:
    """List who helps the person signed in, and whom this person helps."""
    by = person(request)
    if by.kind != "citizen":
        return redirect("portal:sign_in")
    context = {
        "helpers": consents.helpers_of(by),
        "helped": consents.helping(by),
        "filed": filed_for_others(by),
        "here": "mine",
    }
    return render(request, "portal/helping/helping.html", context)


@never_cache
@require_POST
def end(request: Viewed, consent_id: UUID) -> HttpResponse:
    """Take a consent back as the owner, or give it up as the helper."""
    try:
        consenting.end(consent_id=consent_id, by=person(request), at=request.at)
    except accounts.NotFound as error:
        raise Http404 from error
    messages.success(request, _("Đã kết thúc việc nhờ nộp giúp."))
    return redirect("portal:helping")


@never_cache
@require_POST
def end_of_dossier(request: Viewed, code: str) -> HttpResponse:
    """Take the consent behind a dossier back: its owner, by account or secret."""
    found = seen_or_404(request, code)
    try:
        end_help(at=request.at, **found.act)
    except NotFound as error:
        raise Http404 from error
    messages.success(request, _("Đã kết thúc việc nhờ nộp giúp."))
    return redirect("portal:dossier", code=found.view.code)


@never_cache
@require_http_methods(["GET", "POST"])
def by_link(request: Viewed, link: str) -> HttpResponse:
    """Take a consent back with a code sent to the owner's phone. The page names nobody."""
    one = consents.by_link(link)
    if one is None:
        raise Http404
    if request.method == "GET" or one.ended_at is not None or one.owner_phone is None:
        return _page(request, one)
    try:
        if "code" not in request.POST:
            consenting.send_end_code(
                consent_id=one.id, asker=asker(request), by=person(request), at=request.at
            )
            return _page(request, one, sent=True)
        _end_by_code(request, one)
    except Refused as error:
        return _page(request, one, _(str(error)), sent=True, status=422)
    return redirect("portal:consent_end", link=one.link)


def _end_by_code(request: Viewed, one: Consent) -> None:
    who, by, at = guesser(request, "consent"), person(request), request.at
    until = slowed_until(who, at)
    if until is not None:
        raise Refused(_("Đã nhập sai nhiều lần, xin chờ đến %(time)s.") % {"time": clock(until)})
    try:
        consenting.end_by_code(consent_id=one.id, code=request.POST["code"][:12], by=by, at=at)
    except Refused:
        note_failure(key=who, by=by, at=at)
        raise


def _page(
    request: Viewed, one: Consent, error: str = "", *, sent: bool = False, status: int = 200
) -> HttpResponse:
    context = {"one": one, "error": error, "sent": sent}
    return render(request, "portal/helping/end.html", context, status=status)
