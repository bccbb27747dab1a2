"""Giving a consent and taking it back. Whoever holds the lock on the row comes first; an end is at once and final."""

import hashlib
from datetime import datetime
from typing import BinaryIO
from uuid import UUID

from motcua.accounts.errors import Incomplete, NotAllowed, NotFound
from motcua.accounts.events import ConsentConfirmed, ConsentEnded, ConsentGiven
from motcua.accounts.models import Consent, ConsentCode
from motcua.accounts.operations.asking import right, send
from motcua.accounts.operations.signing_in import Refused
from motcua.accounts.queries.consents import consent, helps, is_about
from motcua.directory.queries import period, work_calendar
from motcua.kernel.actors import Actor
from motcua.kernel.words import mark
from motcua.kernel.worktime import ZONE, due_at
from motcua.ledger.acts import act
from motcua.papers.operations import store

WRONG_CODE = mark("Mã không đúng hoặc đã hết hạn. Vui lòng kiểm tra lại hoặc yêu cầu mã mới.")
NO_CONSENT = mark("Chưa có sự đồng ý còn hiệu lực cho việc này.")
PAPER_LIMIT = 10 * 1024 * 1024
SAID_AT_LEAST = 10


def give_by_code(*, consent_id: UUID, code: str, by: Actor, at: datetime) -> Consent:
    """Take the code that the owner has read out. Raises NotFound, Refused."""
    one = _own(consent_id, by)
    used = right(consent=one, purpose="give", code=code, by=by, at=at)
    if used is None:
        raise Refused(WRONG_CODE)
    with act(by=by, at=at) as deed:
        one = _waiting(consent_id, "code")
        ConsentCode.objects.filter(id=used).update(used_at=at)
        one.given_at = at
        one.save(update_fields=["given_at"])
        deed.record(ConsentGiven(consent_id=one.id, agency_id=one.agency_id or None, way="code"))
    return one


def give_on_paper(*, consent_id: UUID, stream: BinaryIO, name: str, by: Actor, at: datetime) -> Consent:
    """Keep the photo of the signed paper; with it the consent is given. Raises NotFound, papers' Refused."""
    _own(consent_id, by)
    file = store(stream=stream, name=name, by=by, at=at, limit=PAPER_LIMIT)
    with act(by=by, at=at) as deed:
        one = _waiting(consent_id, "paper")
        one.paper, one.given_at = file, at
        one.save(update_fields=["paper", "given_at"])
        deed.record(
            ConsentGiven(consent_id=one.id, agency_id=one.agency_id or None, way="paper", paper_id=file.id)
        )
    return one


def give_by_call(
    *, consent_id: UUID, called_at: datetime | None, said: str, by: Actor, at: datetime
) -> Consent:
    """Write down a call in which the owner agreed: when, what was asked and answered; a paper follows."""
    if by.kind != "officer":
        raise NotFound
    _own(consent_id, by)
    wrong = []
    if called_at is None or called_at > at:
        wrong.append(("called_at", mark("Cần ghi lúc gọi, không sau lúc này.")))
    if len(said.strip()) < SAID_AT_LEAST:
        wrong.append(("said", mark("Cần ghi đã hỏi gì và người được giúp trả lời thế nào.")))
    if wrong:
        raise Incomplete(wrong)
    with act(by=by, at=at) as deed:
        one = _waiting(consent_id, "voice")
        on = at.astimezone(ZONE).date()
        term = period("consent_confirm", on)
        one.called_at, one.said, one.given_at = called_at, said.strip(), at
        one.confirm_by = due_at(at, term.limit, (), work_calendar(by.unit, on)) if term else None
        one.save(update_fields=["called_at", "said", "given_at", "confirm_by"])
        deed.record(
            ConsentGiven(
                consent_id=one.id,
                agency_id=one.agency_id,
                way="voice",
                said_sha256=hashlib.sha256(one.said.encode()).hexdigest(),
                confirm_by=one.confirm_by.isoformat() if one.confirm_by else None,
            )
        )
    return one


def confirm_call(*, consent_id: UUID, stream: BinaryIO, name: str, by: Actor, at: datetime) -> Consent:
    """Keep the paper on which a call was confirmed; any receiving officer of the agency may. Raises NotFound."""
    _confirmable(consent_id, by)
    file = store(stream=stream, name=name, by=by, at=at, limit=PAPER_LIMIT)
    with act(by=by, at=at) as deed:
        one = _confirmable(consent_id, by, lock=True)
        one.paper, one.confirmed_at = file, at
        one.save(update_fields=["paper", "confirmed_at"])
        deed.record(ConsentConfirmed(consent_id=one.id, agency_id=one.agency_id, paper_id=file.id))
    return one


def take(*, consent_id: UUID, procedure: str, draft_id: UUID, by: Actor, at: datetime) -> Consent:
    """Begin a dossier with a consent; one for a single dossier is thereby used. Raises NotAllowed."""
    with act(by=by, at=at):
        one = consent(consent_id, lock=True)
        on = at.astimezone(ZONE).date()
        if one is None or not helps(by, one) or not one.covers(procedure, on):
            raise NotAllowed(NO_CONSENT)
        if one.scope == "one":
            one.draft_id = draft_id
            one.save(update_fields=["draft_id"])
    return one


def still_holds(*, consent_id: UUID, by: Actor, at: datetime) -> Consent:
    """Lock a consent for an act of its helper: an end that comes first wins. Raises NotAllowed."""
    one = consent(consent_id, lock=True)
    on = at.astimezone(ZONE).date()
    if one is None or not helps(by, one) or (one.until is not None and on > one.until):
        raise NotAllowed(NO_CONSENT)
    return one


def end(*, consent_id: UUID, by: Actor, at: datetime) -> Consent:
    """Take a consent back: the owner by an account with the same phone, or the helper gives it up. Raises NotFound."""
    with act(by=by, at=at):
        one = consent(consent_id, lock=True)
        if one is None or not (is_about(by, one) or str(one.helper_id) == by.id):
            raise NotFound
        how = "helper" if str(one.helper_id) == by.id else "account"
        return end_on_proof(consent_id=consent_id, how=how, by=by, at=at)


def end_on_proof(*, consent_id: UUID, how: str, by: Actor, at: datetime) -> Consent:
    """End a consent for somebody whom the caller has held to be its owner; ending it twice changes nothing."""
    with act(by=by, at=at) as deed:
        one = consent(consent_id, lock=True)
        if one is None:
            raise NotFound
        if one.ended_at is None:
            one.ended_at, one.ended_how = at, how
            one.save(update_fields=["ended_at", "ended_how"])
            deed.record(ConsentEnded(consent_id=one.id, agency_id=one.agency_id or None, how=how))
    return one


def send_end_code(*, consent_id: UUID, asker: bytes, by: Actor, at: datetime) -> None:
    """Send the owner's phone a code with which the consent is ended. Raises NotFound, Refused."""
    one = Consent.objects.select_related("owner").filter(id=consent_id, ended_at=None).first()
    if one is None or one.owner_phone is None:
        raise NotFound
    send(consent=one, purpose="end", matter="", asker=asker, by=by, at=at)


def end_by_code(*, consent_id: UUID, code: str, by: Actor, at: datetime) -> Consent:
    """End a consent with the code that went to the owner's phone. Raises NotFound, Refused."""
    one = consent(consent_id)
    if one is None:
        raise NotFound
    used = right(consent=one, purpose="end", code=code, by=by, at=at)
    if used is None:
        raise Refused(WRONG_CODE)
    with act(by=by, at=at):
        ConsentCode.objects.filter(id=used).update(used_at=at)
        return end_on_proof(consent_id=consent_id, how="code", by=by, at=at)


def end_passed(*, by: Actor, at: datetime) -> int:
    """End the consents whose last day has passed; gives how many."""
    today = at.astimezone(ZONE).date()
    ids = list(Consent.objects.filter(ended_at=None, until__lt=today).values_list("id", flat=True))
    for consent_id in ids:
        end_on_proof(consent_id=consent_id, how="passed", by=by, at=at)
    return len(ids)


def _own(consent_id: UUID, by: Actor) -> Consent:
    one = consent(consent_id)
    if one is None or by.kind not in ("citizen", "officer") or str(one.helper_id) != by.id:
        raise NotFound
    return one


def _waiting(consent_id: UUID, way: str) -> Consent:
    """Lock a consent that was asked for in this way and is not given yet."""
    one = consent(consent_id, lock=True)
    if one is None or one.way != way or one.given_at is not None or one.ended_at is not None:
        raise Refused(mark("Sự đồng ý này đã được ghi nhận hoặc đã kết thúc."))
    return one


def _confirmable(consent_id: UUID, by: Actor, *, lock: bool = False) -> Consent:
    one = consent(consent_id, lock=lock)
    here = by.kind == "officer" and one is not None and by.unit == one.agency_id
    if one is None or not here or not by.has("reception", "head"):
        raise NotFound
    if one.way != "voice" or one.given_at is None or one.confirmed_at or one.ended_at:
        raise NotAllowed(mark("Sự đồng ý này không chờ xác nhận trên giấy."))
    return one
