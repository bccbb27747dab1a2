"""Signing in with a one-time code, and slowing those who guess."""

import secrets
from datetime import datetime, timedelta
from hmac import compare_digest
from uuid import UUID

from django.db import connection
from django.db.models import F

from motcua.accounts.events import AccountOpened, SignedIn, SignInCodeSent
from motcua.accounts.models import Account, SignInCode, Slowing
from motcua.accounts.operations.parties import Person, register
from motcua.accounts.queries import find_account
from motcua.accounts.rules import codes
from motcua.accounts.rules.contacts import Contact
from motcua.accounts.rules.slowing import FORGIVEN_AFTER, FREE_TRIES, wait_after
from motcua.accounts.sealing import index_of
from motcua.kernel.actors import Actor
from motcua.kernel.ids import uuid7
from motcua.kernel.words import mark
from motcua.ledger.acts import act
from motcua.messages.operations import enqueue
from motcua.messages.outgoing import Outgoing


class Refused(Exception):
    """A code was not sent or not taken; the text says why."""


def send_code(*, contact: Contact, asker: bytes, language: str, by: Actor, at: datetime) -> UUID:
    """Send a one-time code to a phone or mail address; gives its id, which its asker must show. Raises Refused."""
    index = index_of(contact.address, contact.kind)
    with act(by=by, at=at) as deed:
        _alone_with(index)
        length = _length_of_next(index, asker, at)
        code = f"{secrets.randbelow(10**length):0{length}d}"
        row = SignInCode.objects.create(
            id=uuid7(at),
            contact_index=index,
            asker=asker,
            code_hash=index_of(code, "sign-in"),
            made_at=at,
            valid_until=at + codes.VALID_FOR,
        )
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
    return row.id


def _length_of_next(index: bytes, asker: bytes, at: datetime) -> int:
    sent = SignInCode.objects.filter(contact_index=index, made_at__gt=at - codes.COUNTED_FOR)
    made = [row.made_at for row in sent if bytes(row.asker) == asker]
    if made and max(made) > at - codes.pause(len(made)):
        raise Refused(mark("Mã vừa được gửi. Vui lòng chờ ít phút rồi yêu cầu mã mới."))
    return codes.digits(len(sent))


def _alone_with(index: bytes) -> None:
    """Let only one transaction at a time send to a contact, or open its account."""
    with connection.cursor() as cursor:
        cursor.execute("SELECT pg_advisory_xact_lock(%s)", [int.from_bytes(index[:8], signed=True)])


def confirm_code(
    *, code_id: UUID, contact: Contact, code: str, language: str = "vi", by: Actor, at: datetime
) -> Account:
    """Take the code and give the account, at the first sign-in a new one in `language`. Raises Refused."""
    index = index_of(contact.address, contact.kind)
    if not _right(code_id, index, code, at):
        raise Refused(mark("Mã không đúng hoặc đã hết hạn. Vui lòng kiểm tra lại hoặc yêu cầu mã mới."))
    with act(by=by, at=at) as deed:
        _alone_with(index)
        if not SignInCode.objects.filter(id=code_id, used_at=None).update(used_at=at):
            raise Refused(mark("Mã này đã được dùng. Vui lòng yêu cầu mã mới."))
        account = find_account(contact) or open_citizen(contact=contact, language=language, by=by, at=at)
        deed.record(SignedIn(account_id=account.id, how="code"))
    return account


def _right(code_id: UUID, index: bytes, code: str, at: datetime) -> bool:
    """Hold a code against what was typed. The try is counted first: a hundred at once are still only five."""
    counted = SignInCode.objects.filter(
        id=code_id, contact_index=index, used_at=None, valid_until__gt=at, tries__lt=codes.TRIES
    ).update(tries=F("tries") + 1)
    if not counted:
        return False
    row = SignInCode.objects.get(id=code_id)
    return compare_digest(bytes(row.code_hash), index_of(code.strip(), "sign-in"))


def open_citizen(*, contact: Contact, language: str = "vi", by: Actor, at: datetime) -> Account:
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
            language=language,
            created_at=at,
        )
        account.set_unusable_password()
        account.save(force_insert=True)
        deed.record(AccountOpened(account_id=account.id, kind="citizen"))
    return account


def note_sign_in(*, account_id: UUID, how: str, by: Actor, at: datetime) -> None:
    """Write down that an account came in."""
    with act(by=by, at=at) as deed:
        deed.record(SignedIn(account_id=account_id, how=how))


def note_failure(*, key: bytes, free: int = FREE_TRIES, by: Actor, at: datetime) -> timedelta:
    """Count a wrong guess by this guesser; gives how long the next try must wait."""
    with act(by=by, at=at):
        Slowing.objects.get_or_create(key=key, defaults={"failures": 0, "until": at})
        row = Slowing.objects.select_for_update().get(key=key)
        failures = 1 if row.until < at - FORGIVEN_AFTER else row.failures + 1
        wait = wait_after(failures, free)
        Slowing.objects.filter(key=key).update(failures=failures, until=at + wait)
    return wait


def forgive(*, key: bytes, by: Actor, at: datetime) -> None:
    """Forget the wrong guesses of somebody who then proved to be right."""
    del by
    Slowing.objects.filter(key=key).update(failures=0, until=at)
