"""Signing in with a one-time code, and slowing those who guess."""

import secrets
from datetime import datetime, timedelta

from django.db.models import F

from motcua.accounts.events import AccountOpened, SignedIn, SignInCodeSent
from motcua.accounts.models import Account, SignInCode, Slowing
from motcua.accounts.operations.parties import Person, register
from motcua.accounts.queries import find_account
from motcua.accounts.rules import codes
from motcua.accounts.rules.contacts import Contact
from motcua.accounts.rules.slowing import FORGIVEN_AFTER, wait_after
from motcua.accounts.sealing import index_of
from motcua.kernel.actors import Actor
from motcua.kernel.ids import uuid7
from motcua.kernel.words import mark
from motcua.ledger.acts import act
from motcua.messages.operations import enqueue
from motcua.messages.outgoing import Outgoing


class Refused(Exception):
    """A code was not sent or not taken; the text says why."""


def send_code(*, contact: Contact, language: str, by: Actor, at: datetime) -> None:
    """Send a one-time code to a phone or mail address, at most one a minute. Raises Refused."""
    index = index_of(contact.address, contact.kind)
    if SignInCode.objects.filter(contact_index=index, made_at__gt=at - codes.EVERY).exists():
        raise Refused(mark("Mã vừa được gửi. Vui lòng chờ một phút rồi yêu cầu mã mới."))
    code = f"{secrets.randbelow(10**codes.DIGITS):0{codes.DIGITS}d}"
    row = SignInCode(
        id=uuid7(at),
        contact_index=index,
        code_hash=index_of(code, "sign-in"),
        made_at=at,
        valid_until=at + codes.VALID_FOR,
    )
    with act(by=by, at=at) as deed:
        row.save(force_insert=True)
        event_id = deed.record(SignInCodeSent(code_id=row.id))
        message = Outgoing(
            event_id=event_id,
            recipient=index.hex()[:32],
            channel=contact.kind,
            address=contact.address,
            template="sign_in_code",
            values={"code": code},
            language=language,
        )
        enqueue(drafts=[message], by=by, at=at)


def confirm_code(*, contact: Contact, code: str, by: Actor, at: datetime) -> Account:
    """Take the code and give the account, opening one at the first sign-in. Raises Refused."""
    index = index_of(contact.address, contact.kind)
    row = (
        SignInCode.objects.filter(contact_index=index, used_at=None, valid_until__gt=at)
        .order_by("-made_at")
        .first()
    )
    wrong = mark("Mã không đúng hoặc đã hết hạn. Vui lòng kiểm tra lại hoặc yêu cầu mã mới.")
    if row is None or row.tries >= codes.TRIES:
        raise Refused(wrong)
    if bytes(row.code_hash) != index_of(code.strip(), "sign-in"):
        SignInCode.objects.filter(id=row.id).update(tries=F("tries") + 1)
        raise Refused(wrong)
    with act(by=by, at=at) as deed:
        if not SignInCode.objects.filter(id=row.id, used_at=None).update(used_at=at):
            raise Refused(wrong)
        account = find_account(contact) or open_citizen(contact=contact, by=by, at=at)
        deed.record(SignedIn(account_id=account.id, how="code"))
    return account


def open_citizen(*, contact: Contact, by: Actor, at: datetime) -> Account:
    """Open the account of a person who is reached there."""
    index = index_of(contact.address, contact.kind)
    by_phone = contact.kind == "sms"
    with act(by=by, at=at) as deed:
        [party] = register(
            people=[
                Person(
                    name="",
                    phone=contact.address if by_phone else "",
                    email="" if by_phone else contact.address,
                )
            ],
            by=by,
            at=at,
        )
        account = Account(
            id=uuid7(at),
            kind="citizen",
            party=party,
            phone_index=index if by_phone else None,
            email_index=None if by_phone else index,
            notify_by=contact.kind,
            created_at=at,
        )
        account.set_unusable_password()
        account.save(force_insert=True)
        deed.record(AccountOpened(account_id=account.id, kind="citizen"))
    return account


def note_failure(*, key: bytes, by: Actor, at: datetime) -> timedelta:
    """Count a wrong guess by this guesser; gives how long the next try must wait."""
    row, made = Slowing.objects.get_or_create(key=key, defaults={"failures": 1, "until": at})
    if not made:
        failures = 1 if row.until < at - FORGIVEN_AFTER else row.failures + 1
        wait = wait_after(failures)
        Slowing.objects.filter(key=key).update(failures=failures, until=at + wait)
        return wait
    return wait_after(1)
