"""People for tests."""

from datetime import date, datetime
from uuid import UUID

import pyotp

from motcua.accounts import queries
from motcua.accounts.models import Account
from motcua.accounts.operations import factors, officers, parties
from motcua.accounts.rules import second_factor
from motcua.accounts.sealing import index_of
from motcua.kernel.actors import SYSTEM, Actor
from motcua.kernel.ids import uuid7
from motcua.kernel.references import phone_normal

PASSWORD = "mot-cua-de-dang"


def citizen(name: str, phone: str, *, at: datetime) -> Actor:
    [party] = parties.register(
        people=[parties.Person(name=name, phone=phone_normal(phone))], by=SYSTEM, at=at
    )
    account = Account(
        id=uuid7(at),
        kind="citizen",
        party=party,
        phone_index=index_of(phone_normal(phone), "sms"),
        created_at=at,
    )
    account.set_unusable_password()
    account.save(force_insert=True)
    return Actor("citizen", str(account.id))


def officer(username: str, name: str, agency: str, roles: list[str], *, since: date, at: datetime) -> Actor:
    row = officers.open_officer(username=username, password=PASSWORD, name=name, by=SYSTEM, at=at)
    for role in roles:
        officers.give_role(officer=row, agency_id=agency, role=role, valid_from=since, by=SYSTEM, at=at)
    return queries.actor_of(Account.objects.get(id=row.account_id), at.date(), unit=agency)


def account_of(actor: Actor) -> Account:
    return Account.objects.get(id=UUID(actor.id))


def with_app(actor: Actor, *, at: datetime) -> str:
    """Give an officer an app that makes codes; gives its secret."""
    secret = second_factor.new_secret()
    by = Actor("officer", actor.id, via="desk")
    code = pyotp.TOTP(secret).at(at)
    factors.add_app(account_id=UUID(actor.id), secret=secret, code=code, name="Điện thoại", by=by, at=at)
    return secret
