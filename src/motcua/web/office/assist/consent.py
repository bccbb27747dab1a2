"""One consent for the officer who helps: given by code, paper or call; then the draft; and the paper after a call."""

from typing import Any
from uuid import UUID

import segno
from django.conf import settings
from django.contrib import messages
from django.http import Http404, HttpResponse
from django.shortcuts import redirect
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_GET, require_http_methods, require_POST

from motcua.accounts.errors import Incomplete, NotFound
from motcua.accounts.models import Consent
from motcua.accounts.operations import asking, consenting
from motcua.accounts.operations.signing_in import Refused, note_failure
from motcua.accounts.queries import slowed_until
from motcua.accounts.queries.consents import asked_by, to_confirm
from motcua.catalogue.queries import procedure_names
from motcua.dossiers.errors import NotAllowed
from motcua.dossiers.operations.drafting import start_assisted_draft
from motcua.kernel.worktime import ZONE
from motcua.ledger.access import note_read
from motcua.papers import errors as papers
from motcua.web.office.assist.guard import helpers_only
from motcua.web.office.desk.views import place
from motcua.web.shared.dates import typed_date, typed_moment
from motcua.web.shared.formats import clock
from motcua.web.shared.origin import asker, guesser, trace
from motcua.web.shared.pages import render
from motcua.web.shared.viewer import Viewed


@never_cache
@helpers_only
@require_http_methods(["GET", "POST"])
def given(request: Viewed, consent_id: UUID) -> HttpResponse:
    """Take the code, the signed paper, or what was said in the call; then go on to the form."""
    one = _own(request, consent_id)
    if request.method == "GET":
        note_read(request.actor, [("consent", str(one.id))], "assist", request.at)
        return _page(request, one)
    try:
        GIVE[one.way](request, one)
    except Incomplete as error:
        return _page(request, one, {field: _(said) for field, said in error.problems})
    except (Refused, papers.Refused) as error:
        return _page(request, one, {"code" if one.way == "code" else "paper": _(str(error))})
    return _started(request, one)


def _by_code(request: Viewed, one: Consent) -> None:
    who, by, at = guesser(request, "consent"), request.actor, request.at
    until = slowed_until(who, at)
    if until is not None:
        raise Refused(_("Đã nhập sai nhiều lần, xin chờ đến %(time)s.") % {"time": clock(until)})
    try:
        consenting.give_by_code(consent_id=one.id, code=request.POST.get("code", "")[:12], by=by, at=at)
    except Refused:
        note_failure(key=who, by=by, at=at)
        raise


def _on_paper(request: Viewed, one: Consent) -> None:
    file = _paper(request)
    consenting.give_on_paper(
        consent_id=one.id, stream=file, name=file.name or "", by=request.actor, at=request.at
    )


def _by_call(request: Viewed, one: Consent) -> None:
    consenting.give_by_call(
        consent_id=one.id,
        called_at=typed_moment(request.POST, "called_at"),
        said=request.POST.get("said", "")[:2000],
        by=request.actor,
        at=request.at,
    )


GIVE = {"code": _by_code, "paper": _on_paper, "voice": _by_call}


@never_cache
@helpers_only
@require_POST
def draft(request: Viewed, consent_id: UUID) -> HttpResponse:
    """Begin the draft for which the person agreed."""
    return _started(request, _own(request, consent_id))


@never_cache
@helpers_only
@require_POST
def again(request: Viewed, consent_id: UUID) -> HttpResponse:
    """Send the person another code."""
    one = _own(request, consent_id)
    try:
        asking.send_again(
            consent_id=one.id,
            matter=_matter(request, one),
            asker=asker(request),
            by=request.actor,
            at=request.at,
        )
    except NotFound as error:
        raise Http404 from error
    except Refused as error:
        return _page(request, one, {"code": _(str(error))})
    return redirect("office:assist_consent", consent_id=one.id)


@never_cache
@helpers_only
@require_GET
def sheet(request: Viewed, consent_id: UUID) -> HttpResponse:
    """Show the paper to be printed and signed: before the draft, or after a call."""
    one = _readable(request, consent_id)
    address = settings.PUBLIC_ADDRESS + reverse("portal:consent_end", args=[one.link])
    context = {
        "one": one,
        "matter": _matter(request, one),
        "address": address,
        "qr": segno.make(address, error="m").svg_inline(border=2, omitsize=True),
        **place(request),
    }
    note_read(request.actor, [("consent", str(one.id))], "assist", request.at)
    return render(request, "office/assist/sheet.html", context)


@never_cache
@helpers_only
@require_http_methods(["GET", "POST"])
def confirmation(request: Viewed, consent_id: UUID) -> HttpResponse:
    """Keep the signed paper that confirms what was said in a call; any receiving officer of the agency may."""
    one = next((row for row in to_confirm(request.actor) if row.id == consent_id), None)
    if one is None:
        raise Http404
    if request.method == "GET":
        note_read(request.actor, [("consent", str(one.id))], "assist", request.at)
        return _confirming(request, one)
    try:
        file = _paper(request)
        consenting.confirm_call(
            consent_id=one.id, stream=file, name=file.name or "", by=request.actor, at=request.at
        )
    except (Refused, papers.Refused) as error:
        return _confirming(request, one, {"paper": _(str(error))})
    messages.success(request, _("Đã lưu giấy xác nhận."))
    return redirect("office:assist")


def _paper(request: Viewed) -> Any:
    file: Any = request.FILES.get("paper")
    if file is None:
        raise Refused(_("Vui lòng chọn ảnh chụp giấy đồng ý đã ký."))
    return file


def _own(request: Viewed, consent_id: UUID) -> Consent:
    one = asked_by(request.actor, consent_id)
    if one is None:
        raise Http404
    return one


def _readable(request: Viewed, consent_id: UUID) -> Consent:
    waiting = (row for row in to_confirm(request.actor) if row.id == consent_id)
    return asked_by(request.actor, consent_id) or next(waiting, None) or _own(request, consent_id)


def _started(request: Viewed, one: Consent) -> HttpResponse:
    try:
        made = start_assisted_draft(consent_id=one.id, trace=trace(request), by=request.actor, at=request.at)
    except NotAllowed as error:
        return _page(request, _own(request, one.id), {"draft": _(str(error))}, 409)
    return redirect("portal:draft", draft_id=made.id)


def _matter(request: Viewed, one: Consent) -> str:
    names = procedure_names({one.procedure}, request.at.astimezone(ZONE).date())
    return names.get(one.procedure, one.procedure)


def _page(
    request: Viewed, one: Consent, problems: dict[str, str] | None = None, status: int = 422
) -> HttpResponse:
    context = {
        "one": one,
        "matter": _matter(request, one),
        "problems": problems or {},
        "typed": {
            "called_at": typed_date(request.POST, "called_at"),
            "time": request.POST.get("called_at.time", "")[:20],
            "said": request.POST.get("said", "")[:2000],
        },
        **place(request),
    }
    return render(request, "office/assist/consent.html", context, status=status if problems else 200)


def _confirming(request: Viewed, one: Consent, problems: dict[str, str] | None = None) -> HttpResponse:
    context = {"one": one, "matter": _matter(request, one), "problems": problems or {}, **place(request)}
    return render(request, "office/assist/confirmation.html", context, status=422 if problems else 200)
