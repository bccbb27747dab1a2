"""People for tests."""

from datetime import date, datetime
from uuid import UUID

import pyotp

from motcua.accounts import queries
from motcua.accounts.models import Account, Consent, ConsentCode
from motcua.accounts.operations import consenting, factors, officers, parties
from motcua.accounts.operations.asking import Wish, ask
from motcua.accounts.rules import second_factor
from motcua.accounts.rules.consents import Asked
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


CODE = "135790"


def asked(
    by: Actor, owner: str, phone: str = "", *, at: datetime, asker: bytes = b"", **more: object
) -> Consent:
    """Ask for a consent; one by code has the code `CODE`, as if it had been read in the message."""
    given = {
        "kind": "hamlet_head",
        "place": "home",
        "way": "code" if phone else "paper",
        "scope": "one",
        "procedure": "1.001193",
        "receiver": "UBND25-17989",
        **more,
    }
    wish = Wish(
        owner=parties.Person(name=owner, phone=phone_normal(phone) or "" if phone else ""),
        helper_name="Vi Văn Nam",
        asked=Asked(**given),
        matter="Đăng ký khai sinh",
    )
    one = ask(wish=wish, asker=asker or uuid7().bytes, by=by, at=at)
    ConsentCode.objects.filter(consent=one).update(code_hash=index_of(CODE, "consent.give"))
    return one


def agreed(by: Actor, owner: str, phone: str, *, at: datetime, **more: object) -> Consent:
    """Ask for a consent by code and give it."""
    one = asked(by, owner, phone, at=at, **more)
    return consenting.give_by_code(consent_id=one.id, code=CODE, by=by, at=at)
