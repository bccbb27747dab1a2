"""Asking an owner for consent to help: in words on a page, and by a code to the owner's own phone."""

import secrets
from dataclasses import dataclass
from datetime import datetime
from hmac import compare_digest
from uuid import UUID

from django.db import connection
from django.db.models import F

from motcua.accounts.errors import Incomplete, NotAllowed, NotFound
from motcua.accounts.events import ConsentAsked, ConsentCodeSent
from motcua.accounts.models import Consent, ConsentCode, Officer
from motcua.accounts.operations.parties import Person, register
from motcua.accounts.operations.signing_in import Refused
from motcua.accounts.queries import party_contact
from motcua.accounts.queries.consents import is_helpers
from motcua.accounts.rules import codes
from motcua.accounts.rules.consents import Asked, problems, told
from motcua.accounts.sealing import index_of
from motcua.directory.queries import period
from motcua.kernel.actors import Actor
from motcua.kernel.ids import uuid7
from motcua.kernel.references import phone_normal
from motcua.kernel.seal import new_secret
from motcua.kernel.words import mark
from motcua.kernel.worktime import ZONE
from motcua.ledger.acts import act
from motcua.messages.operations import enqueue
from motcua.messages.outgoing import Outgoing

OWN_PHONE = mark(
    "Đây là số điện thoại của người giúp. Cần số của chính người được giúp, hoặc chọn giấy đồng ý."
)


@dataclass(frozen=True, kw_only=True)
class Wish:
    """What a helper asks for: who is to be helped, in whose name, and what the owner is to agree to."""

    owner: Person
    helper_name: str
    asked: Asked
    matter: str = ""
    """The name of the procedure, for the owner's message."""


def ask(*, wish: Wish, asker: bytes, by: Actor, at: datetime) -> Consent:
    """Write down what is asked, and send the owner the code where that is the way. Raises Incomplete, Refused."""
    if by.kind not in ("citizen", "officer") or (by.kind == "officer") != (wish.asked.kind == "officer"):
        raise NotAllowed(mark("Cần đăng nhập để ghi nhận người giúp nộp hồ sơ."))
    wrong = _problems(wish, by, at)
    if wrong:
        raise Incomplete(wrong)
    with act(by=by, at=at) as deed:
        [owner] = register(people=[wish.owner], by=by, at=at)
        one = Consent.objects.create(
            id=uuid7(at),
            link=new_secret(),
            owner=owner,
            owner_phone=index_of(wish.owner.phone, "sms") if wish.owner.phone else None,
            helper_id=UUID(by.id),
            helper_kind=wish.asked.kind,
            helper_name=wish.helper_name or _officer_name(by),
            place=wish.asked.place,
            agency_id=by.unit or "",
            way=wish.asked.way,
            scope=wish.asked.scope,
            procedure=wish.asked.procedure,
            receiver=wish.asked.receiver,
            until=wish.asked.until if wish.asked.scope != "one" else None,
            asked_at=at,
        )
        deed.record(
            ConsentAsked(
                consent_id=one.id,
                agency_id=by.unit,
                helper_id=one.helper_id,
                kind=one.helper_kind,
                way=one.way,
                scope=one.scope,
            )
        )
        if one.way == "code":
            send(consent=one, purpose="give", matter=wish.matter, asker=asker, by=by, at=at)
    return one


def send_again(*, consent_id: UUID, matter: str, asker: bytes, by: Actor, at: datetime) -> None:
    """Send the owner another code, after a pause that grows. Raises Refused."""
    waiting = {"way": "code", "given_at": None, "ended_at": None}
    one = Consent.objects.select_related("owner").filter(id=consent_id, helper_id=by.id, **waiting).first()
    if one is None:
        raise NotFound
    send(consent=one, purpose="give", matter=matter, asker=asker, by=by, at=at)


def send(*, consent: Consent, purpose: str, matter: str, asker: bytes, by: Actor, at: datetime) -> None:
    """Send a code to the owner's phone, saying plainly who asks, for what, and how the consent is taken back."""
    contact = party_contact(consent.owner, "sms")
    if contact is None:
        raise Refused(mark("Chưa có số điện thoại của người được giúp."))
    index = index_of(contact.address, "sms")
    with act(by=by, at=at) as deed:
        _alone_with(index)
        length = _length_of_next(index, asker, at)
        code = f"{secrets.randbelow(10**length):0{length}d}"
        row = ConsentCode.objects.create(
            id=uuid7(at),
            consent=consent,
            purpose=purpose,
            phone_index=index,
            asker=asker,
            code_hash=index_of(code, f"consent.{purpose}"),
            made_at=at,
            valid_until=at + codes.VALID_FOR,
        )
        fact = ConsentCodeSent(
            consent_id=consent.id, agency_id=consent.agency_id or None, code_id=row.id, purpose=purpose
        )
        helper = told(consent.helper_name, consent.helper_kind)
        message = Outgoing(
            event_id=deed.record(fact),
            recipient=index.hex()[:32],
            channel="sms",
            address=contact.address,
            template=f"consent_{purpose}",
            values={"one_time": code, "helper": helper, "matter": matter, "link": consent.link},
        )
        enqueue(drafts=[message], by=by, at=at)


def _length_of_next(index: bytes, asker: bytes, at: datetime) -> int:
    """Give the length of the next code to a phone, guarded as those of signing in. Raises Refused."""
    sent = ConsentCode.objects.filter(phone_index=index, made_at__gt=at - codes.COUNTED_FOR)
    made = [row.made_at for row in sent if bytes(row.asker) == asker]
    if made and max(made) > at - codes.pause(len(made)):
        raise Refused(mark("Mã vừa được gửi. Vui lòng chờ ít phút rồi yêu cầu mã mới."))
    return codes.digits(len(sent))


def right(*, consent: Consent, purpose: str, code: str, by: Actor, at: datetime) -> UUID | None:
    """Hold a code against the newest that was sent; the try is counted first. Gives the code's id when it is right."""
    del by
    row = ConsentCode.objects.filter(consent=consent, purpose=purpose, used_at=None).order_by("-id").first()
    if row is None:
        return None
    counted = ConsentCode.objects.filter(id=row.id, valid_until__gt=at, tries__lt=codes.TRIES)
    if not counted.update(tries=F("tries") + 1):
        return None
    given = index_of("".join(code.split()), f"consent.{purpose}")
    return row.id if compare_digest(bytes(row.code_hash), given) else None


def _problems(wish: Wish, by: Actor, at: datetime) -> list[tuple[str, str]]:
    today = at.astimezone(ZONE).date()
    longest = period("consent_longest", today)
    found = []
    if by.kind == "citizen" and len(wish.helper_name.strip()) < 2:
        found.append(("helper_name", mark("Vui lòng ghi họ tên người giúp.")))
    if len(wish.owner.name.strip()) < 2:
        found.append(("name", mark("Vui lòng ghi họ tên người được giúp.")))
    if wish.owner.number and not wish.owner.number.isdigit():
        found.append(("number", mark("Số định danh chỉ gồm chữ số.")))
    said = _wrong_phone(wish, by)
    if said:
        found.append(("phone", said))
    return found + problems(wish.asked, today, longest.limit if longest else None)


def _wrong_phone(wish: Wish, by: Actor) -> str:
    phone = wish.owner.phone
    if not phone:
        return mark("Cần số điện thoại của người được giúp để gửi mã.") if wish.asked.way == "code" else ""
    if phone_normal(phone) != phone:
        return mark("Vui lòng nhập số điện thoại đúng. Ví dụ: 0912 345 678.")
    return OWN_PHONE if is_helpers(phone, by) else ""


def _officer_name(by: Actor) -> str:
    return Officer.objects.values_list("name", flat=True).get(account_id=by.id)


def _alone_with(index: bytes) -> None:
    """Let only one transaction at a time send to a phone: their codes are counted."""
    with connection.cursor() as cursor:
        cursor.execute("SELECT pg_advisory_xact_lock(%s)", [int.from_bytes(index[:8], signed=True)])
