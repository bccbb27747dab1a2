"""Who stands at the portal: an account, or a guest known only by the session's own random name.

Readers are not touched: the session is opened only when somebody begins to file or shows a right secret.
"""

import secrets
from datetime import date
from uuid import UUID

from motcua.dossiers.queries.helping import helps_with_dossier, helps_with_draft
from motcua.kernel.actors import GUEST, Actor
from motcua.kernel.worktime import ZONE
from motcua.web.shared.viewer import GUEST_KEY, Viewed

OPENED_KEY = "opened"
OPENED_KEPT = 20


def today(request: Viewed) -> date:
    """Give the day of the request in Vietnam: the day every question about law is asked for."""
    on: date = request.at.astimezone(ZONE).date()
    return on


def person(request: Viewed) -> Actor:
    """Give the account or guest at the portal; an officer signed in at the desk is a guest here."""
    actor = request.actor
    if actor.kind == "officer":
        return Actor("guest", request.session.get(GUEST_KEY, GUEST.id))
    return Actor(actor.kind, actor.id)


def filer(request: Viewed, draft_id: UUID) -> Actor:
    """Give who fills in a draft: the person at the portal, or an officer who helps its owner by consent."""
    if request.actor.kind == "officer" and helps_with_draft(request.actor, draft_id):
        one = request.actor
        return Actor("officer", one.id, unit=one.unit, roles=one.roles, via="assist")
    return person(request)


def follower(request: Viewed, dossier_id: UUID) -> Actor:
    """Give who follows a dossier: the person at the portal, or an officer who filed it for its owner by consent."""
    if request.actor.kind == "officer" and helps_with_dossier(request.actor, dossier_id):
        return Actor("officer", request.actor.id, via="assist")
    return person(request)


def named_person(request: Viewed) -> Actor:
    """Give the person who is about to file; a guest without a name gets one, kept in the session."""
    one = person(request)
    if one.kind == "guest" and GUEST_KEY not in request.session:
        request.session[GUEST_KEY] = secrets.token_urlsafe(32)
        return person_named(request.session[GUEST_KEY])
    return one


def person_named(name: str) -> Actor:
    """Make the guest of a session's random name."""
    return Actor("guest", name)


def has_opened(request: Viewed, dossier_id: UUID) -> bool:
    """Tell whether this session has shown the right secret of a dossier, or filed it."""
    return str(dossier_id) in request.session.get(OPENED_KEY, [])


def opened(request: Viewed) -> list[UUID]:
    """List the dossiers this session has opened, newest first."""
    return [UUID(one) for one in request.session.get(OPENED_KEY, [])]


def remember_opened(request: Viewed, dossier_id: UUID) -> None:
    """Let this session see a dossier from now on; the newest twenty are kept."""
    others = [one for one in request.session.get(OPENED_KEY, []) if one != str(dossier_id)]
    request.session[OPENED_KEY] = [str(dossier_id), *others][:OPENED_KEPT]
