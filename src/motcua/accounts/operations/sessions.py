"""Where an account is signed in: noted, seen, ended. What is ended is gone at the next request."""

from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from django.contrib.sessions.models import Session
from django.db.models import F

from motcua.accounts.errors import NotFound
from motcua.accounts.events import SessionsEnded
from motcua.accounts.models import Account, SignIn
from motcua.accounts.rules.devices import coarse, device_words
from motcua.kernel.actors import Actor
from motcua.kernel.ids import uuid7
from motcua.ledger.acts import act


@dataclass(frozen=True, slots=True)
class Arrival:
    """A session that has just begun: whose, its key, and what the browser and the network say."""

    account_id: UUID
    session_key: str
    agent: str
    address: str


def note_session(*, arrival: Arrival, by: Actor, at: datetime) -> None:
    """Note where an account has come in; a session that got another key or owner is the new one's."""
    with act(by=by, at=at):
        SignIn.objects.update_or_create(
            session_key=arrival.session_key,
            defaults={"account_id": arrival.account_id, "seen_at": at},
            create_defaults={
                "id": uuid7(at),
                "account_id": arrival.account_id,
                "device": device_words(arrival.agent[:500]),
                "network": coarse(arrival.address),
                "since": at,
                "seen_at": at,
            },
        )


def note_seen(*, session_key: str, by: Actor, at: datetime) -> None:
    """Note that a session was used just now."""
    del by
    SignIn.objects.filter(session_key=session_key).update(seen_at=at)


def end_session(*, sign_in_id: UUID, by: Actor, at: datetime) -> None:
    """End one of one's own sessions. Raises NotFound."""
    with act(by=by, at=at) as deed:
        row = SignIn.objects.filter(id=sign_in_id, account_id=by.id).first()
        if row is None:
            raise NotFound
        _drop([row.session_key])
        deed.record(SessionsEnded(account_id=row.account_id, sessions=1))


def end_all(*, account_id: UUID, by: Actor, at: datetime) -> None:
    """End every session of an account, known ones and others; who goes on renews the own one afterwards."""
    with act(by=by, at=at) as deed:
        Account.objects.filter(id=account_id).update(epoch=F("epoch") + 1)
        keys = list(SignIn.objects.filter(account_id=account_id).values_list("session_key", flat=True))
        _drop(keys)
        if keys:
            deed.record(SessionsEnded(account_id=account_id, sessions=len(keys)))


def _drop(keys: list[str]) -> None:
    Session.objects.filter(session_key__in=keys).delete()
    SignIn.objects.filter(session_key__in=keys).delete()
