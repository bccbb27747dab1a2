"""One consent for its helper: the code that the owner reads out, or the paper that is signed; then the draft."""

from typing import Any
from uuid import UUID

import segno
from django.conf import settings
from django.http import Http404, HttpResponse
from django.shortcuts import redirect
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from motcua.accounts.errors import NotFound
from motcua.accounts.models import Consent
from motcua.accounts.operations import asking, consenting
from motcua.accounts.operations.signing_in import Refused, note_failure
from motcua.accounts.queries import slowed_until
from motcua.accounts.queries.consents import asked_by
from motcua.catalogue.queries import version_in_force
from motcua.dossiers.errors import NotAllowed
from motcua.dossiers.errors import NotFound as NotFoundHere
from motcua.dossiers.operations import drafting
from motcua.papers import errors as papers
from motcua.web.portal.helping.asking import KEPT_DRAFT
from motcua.web.portal.people import person, today
from motcua.web.shared.formats import clock
from motcua.web.shared.origin import asker, guesser, trace
from motcua.web.shared.pages import render
from motcua.web.shared.viewer import Viewed


@never_cache
@require_http_methods(["GET", "POST"])
def consent(request: Viewed, consent_id: UUID) -> HttpResponse:
    """Take the code or the photo of the signed paper; once it is given, go on to the form."""
    one = own(request, consent_id)
    if request.method == "GET":
        return _page(request, one)
    try:
        _give(request, one)
    except (Refused, papers.Refused) as error:
        return _page(request, one, _(str(error)), 422)
    return _started(request, one.id, one.procedure, one.receiver)


def _give(request: Viewed, one: Consent) -> None:
    by, at = person(request), request.at
    if one.way == "paper":
        file: Any = request.FILES.get("paper")
        if file is None:
            raise Refused(_("Vui lòng chọn ảnh chụp giấy đồng ý đã ký."))
        consenting.give_on_paper(consent_id=one.id, stream=file, name=file.name or "", by=by, at=at)
        return
    who = guesser(request, "consent")
    until = slowed_until(who, at)
    if until is not None:
        raise Refused(_("Đã nhập sai nhiều lần, xin chờ đến %(time)s.") % {"time": clock(until)})
    try:
        consenting.give_by_code(consent_id=one.id, code=request.POST.get("code", "")[:12], by=by, at=at)
    except Refused:
        note_failure(key=who, by=by, at=at)
        raise


@never_cache
@require_POST
def begin(request: Viewed, consent_id: UUID) -> HttpResponse:
    """Begin another dossier with a consent that covers it."""
    one = own(request, consent_id)
    code, receiver = request.POST.get("code", "")[:40], request.POST.get("noi", "")[:100]
    return _started(request, one.id, code or one.procedure, receiver or one.receiver)


def _started(request: Viewed, consent_id: UUID, code: str, receiver: str) -> HttpResponse:
    try:
        if kept := _kept(request, consent_id):
            return redirect("portal:draft", draft_id=kept)
        draft = drafting.start(
            procedure=code,
            agency_id=receiver,
            trace=trace(request),
            consent_id=consent_id,
            by=person(request),
            at=request.at,
        )
    except NotAllowed as error:
        return _page(request, own(request, consent_id), _(str(error)), 409)
    return redirect("portal:draft", draft_id=draft.id)


def _kept(request: Viewed, consent_id: UUID) -> UUID | None:
    """Go on with the draft from which help was asked for, if it is still this person's own; gives its id."""
    kept = request.session.get(KEPT_DRAFT, {})
    if kept.get("consent") != str(consent_id):
        return None
    del request.session[KEPT_DRAFT]
    try:
        draft_id = UUID(kept["draft"])
        drafting.give_to_owner(draft_id=draft_id, consent_id=consent_id, by=person(request), at=request.at)
    except (ValueError, NotFoundHere):
        return None
    return draft_id


@never_cache
@require_POST
def again(request: Viewed, consent_id: UUID) -> HttpResponse:
    """Send the owner another code."""
    one = own(request, consent_id)
    try:
        asking.send_again(
            consent_id=one.id,
            matter=_matter(request, one),
            asker=asker(request),
            by=person(request),
            at=request.at,
        )
    except NotFound as error:
        raise Http404 from error
    except Refused as error:
        return _page(request, one, _(str(error)), 422)
    return redirect("portal:consent", consent_id=one.id)


@never_cache
@require_safe
def paper(request: Viewed, consent_id: UUID) -> HttpResponse:
    """Show the paper to be printed and signed."""
    one = own(request, consent_id)
    address = settings.PUBLIC_ADDRESS + reverse("portal:consent_end", args=[one.link])
    context = {
        "one": one,
        "matter": _matter(request, one),
        "address": address,
        "qr": segno.make(address, error="m").svg_inline(border=2, omitsize=True),
    }
    return render(request, "portal/helping/paper.html", context)


def own(request: Viewed, consent_id: UUID) -> Consent:
    """Read a consent for whoever asked for it; for anybody else there is no such page."""
    one = asked_by(person(request), consent_id)
    if one is None:
        raise Http404
    return one


def _matter(request: Viewed, one: Consent) -> str:
    facts = version_in_force(one.procedure, today(request))
    return facts.title if facts else one.procedure


def _page(request: Viewed, one: Consent, error: str = "", status: int = 200) -> HttpResponse:
    context: dict[str, Any] = {"one": one, "matter": _matter(request, one), "error": error}
    return render(request, "portal/helping/consent.html", context, status=status)
