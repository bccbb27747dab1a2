"""Signing in: a contact, then the code sent to it, then back to where one was."""

from uuid import UUID

from django.contrib.auth import login, logout
from django.http import HttpResponse
from django.shortcuts import redirect
from django.urls import reverse
from django.utils.http import url_has_allowed_host_and_scheme
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods, require_POST

from motcua.accounts.models import Account
from motcua.accounts.operations.signing_in import Refused, confirm_code, note_failure, send_code
from motcua.accounts.queries import slowed_until
from motcua.accounts.rules.contacts import Contact, contact_from
from motcua.dossiers.operations.drafting import adopt
from motcua.dossiers.operations.helping import claim
from motcua.kernel.actors import Actor
from motcua.web.portal.doors import sign_in_door
from motcua.web.portal.people import person, person_named, today
from motcua.web.shared.arrivals import note_arrival
from motcua.web.shared.environment import lang
from motcua.web.shared.formats import clock
from motcua.web.shared.limits import limited
from motcua.web.shared.origin import asker, guesser
from motcua.web.shared.pages import render
from motcua.web.shared.viewer import GUEST_KEY, Viewed

SIGNING_IN = "signing_in"
BACKEND = "motcua.accounts.backends.PasswordBackend"


@never_cache
@limited("code")
@require_http_methods(["GET", "POST"])
def contact(request: Viewed) -> HttpResponse:
    """Ask for a phone number or mail address, and send a code to it."""
    door, after = sign_in_door(today(request)), safe_next(request)
    context = {"door": door, "next": after, "typed": "", "error": ""}
    if request.method == "GET":
        if request.actor.kind == "citizen":
            return redirect(after)
        return render(request, "portal/signin/contact.html", context)
    typed = request.POST.get("contact", "").strip()[:254]
    found = contact_from(typed) if door.open else None
    error = (
        "" if found else _("Vui lòng nhập số điện thoại hoặc địa chỉ thư điện tử đúng. Ví dụ: 0912 345 678.")
    )
    if found:
        error = _sent(request, found, after)
    if error:
        return render(
            request, "portal/signin/contact.html", {**context, "typed": typed, "error": error}, status=422
        )
    return redirect("portal:sign_in_code")


def _sent(request: Viewed, found: Contact, after: str) -> str:
    """Send a code that only this session can use; gives what went wrong."""
    who = asker(request)
    try:
        sent = send_code(contact=found, asker=who, language=lang(), by=person(request), at=request.at)
    except Refused as error:
        return _(str(error))
    asked = {"id": str(sent), "kind": found.kind, "address": found.address, "next": after}
    request.session[SIGNING_IN] = asked
    return ""


@never_cache
@limited("sign_in")
@require_http_methods(["GET", "POST"])
def code(request: Viewed) -> HttpResponse:
    """Ask for the code that was sent, and let the person in."""
    asked = request.session.get(SIGNING_IN)
    if not asked or "id" not in asked or not sign_in_door(today(request)).open:
        return redirect("portal:sign_in")
    context = {"address": asked["address"], "kind": asked["kind"], "next": asked["next"], "error": ""}
    if request.method == "GET":
        return render(request, "portal/signin/code.html", context)
    try:
        account = _confirmed(request, UUID(asked["id"]), Contact(asked["kind"], asked["address"]))
    except Refused as error:
        return render(request, "portal/signin/code.html", {**context, "error": _(str(error))}, status=422)
    _let_in(request, account)
    return redirect(asked["next"])


def _confirmed(request: Viewed, code_id: UUID, found: Contact) -> Account:
    who = guesser(request, "sign-in")
    until = slowed_until(who, request.at)
    if until is not None:
        raise Refused(_("Đã nhập sai nhiều lần, xin chờ đến %(time)s.") % {"time": clock(until)})
    typed = "".join(request.POST.get("code", "").split())[:12]
    try:
        return confirm_code(
            code_id=code_id, contact=found, code=typed, language=lang(), by=person(request), at=request.at
        )
    except Refused:
        note_failure(key=who, by=person(request), at=request.at)
        raise


def _let_in(request: Viewed, account: Account) -> None:
    """Sign in, and take over the drafts begun as a guest."""
    guest = request.session.get(GUEST_KEY)
    login(request, account, backend=BACKEND)
    note_arrival(request, account.pk)
    request.session.pop(SIGNING_IN, None)
    claim(by=Actor("citizen", str(account.id)), at=request.at)
    if guest:
        adopt(guest=person_named(guest), by=Actor("citizen", str(account.id)), at=request.at)
        request.session.pop(GUEST_KEY, None)


@require_POST
def sign_out(request: Viewed) -> HttpResponse:
    """Go out; the session ends."""
    logout(request)
    return redirect("portal:home")


def safe_next(request: Viewed) -> str:
    """Give where to go afterwards: a page of ours, else one's own dossiers."""
    wanted = request.POST.get("next") or request.GET.get("next") or ""
    safe = url_has_allowed_host_and_scheme(wanted, allowed_hosts={request.get_host()}, require_https=False)
    return wanted if wanted and safe else reverse("portal:mine")
