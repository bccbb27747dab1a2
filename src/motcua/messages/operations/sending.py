"""Sending one message: claimed by a conditional update, sent with no transaction open, its outcome noted."""

from dataclasses import dataclass
from datetime import datetime, timedelta
from uuid import UUID

from django.db import transaction
from django.db.models import F, Q

from motcua.gateways import registry
from motcua.gateways.errors import Refused, Unavailable, Unclear
from motcua.gateways.mail.port import Letter
from motcua.gateways.sms.port import Sms
from motcua.gateways.status import Known
from motcua.kernel.actors import SYSTEM, Actor
from motcua.kernel.ids import uuid7
from motcua.messages.jobs import send_later
from motcua.messages.models import Attempt, Message, State
from motcua.messages.rules.retrying import CLAIM_HOLDS, next_try, too_late
from motcua.messages.sealing import open_address, open_words


@dataclass(frozen=True)
class _Outcome:
    state: State
    name: str
    detail: str = ""


def send(*, message_id: UUID, at: datetime, by: Actor = SYSTEM) -> None:
    """Send a message once. Of several workers one sends; whatever comes of it is written and seen."""
    del by
    message = Message.objects.filter(id=message_id).exclude(state__in=[State.SENT, State.FAILED]).first()
    if message is None:
        return
    if message.state == State.SENDING and _is_fresh(message, at):
        # Somebody is at it, or died at it; look again when the claim has run out.
        send_later([message_id], CLAIM_HOLDS)
        return
    if not _claim(message, at):
        return
    unclear = message.state in (State.SENDING, State.UNKNOWN)
    if not unclear and too_late(message.template, message.created_at, at):
        outcome = _Outcome(State.FAILED, "late")
    else:
        outcome = _ask_first(message) if unclear else _hand_over(message)
    _write(message, outcome, at)


def resume(*, by: Actor, at: datetime) -> int:
    """Take up messages whose job was lost; gives how many."""
    del by
    overdue = Q(state__in=[State.QUEUED, State.UNKNOWN], next_try_at__lt=at - CLAIM_HOLDS)
    stuck = Q(state=State.SENDING, claimed_at__lt=at - 2 * CLAIM_HOLDS)
    with transaction.atomic():
        rows = Message.objects.select_for_update(skip_locked=True).filter(overdue | stuck)
        found = list(rows.values_list("id", flat=True)[:500])
        Message.objects.filter(id__in=found, next_try_at__isnull=False).update(next_try_at=at)
        send_later(found)
    return len(found)


def _is_fresh(message: Message, at: datetime) -> bool:
    claimed = message.claimed_at
    return claimed is not None and abs(at - claimed) < CLAIM_HOLDS


def _claim(message: Message, at: datetime) -> bool:
    """Claim by the row as it was read: two workers may race, exactly one wins."""
    same = Message.objects.filter(id=message.id, state=message.state, claimed_at=message.claimed_at)
    return bool(same.update(state=State.SENDING, claimed_at=at, tries=F("tries") + 1))


def _hand_over(message: Message) -> _Outcome:
    address = open_address(message.id, bytes(message.address_sealed))
    words = open_words(message.id, bytes(message.text_sealed))
    try:
        if message.channel == "sms":
            registry.sms().send(Sms(message.provider_key, address, words.text))
        else:
            registry.mail().send(
                Letter(message.provider_key, address, words.subject, words.text, message.language)
            )
    except Refused as error:
        return _Outcome(State.FAILED, "refused", str(error))
    except Unavailable as error:
        return _Outcome(State.QUEUED, "unavailable", str(error))
    except Unclear as error:
        return _Outcome(State.UNKNOWN, "unknown", str(error))
    return _Outcome(State.SENT, "accepted")


def _ask_first(message: Message) -> _Outcome:
    """Ask the provider what became of an earlier try, and send again only when it knows nothing of it."""
    gateway = registry.sms() if message.channel == "sms" else registry.mail()
    try:
        known = gateway.status(message.provider_key)
    except Unavailable as error:
        return _Outcome(State.UNKNOWN, "unknown", str(error))
    match known:
        case Known.ACCEPTED:
            return _Outcome(State.SENT, "accepted", "by its status")
        case Known.REFUSED:
            return _Outcome(State.FAILED, "refused", "by its status")
        case Known.ABSENT:
            return _hand_over(message)
    return _Outcome(State.UNKNOWN, "unknown", "the provider cannot tell")


def _write(message: Message, outcome: _Outcome, at: datetime) -> None:
    state, then = outcome.state, None
    if state in (State.QUEUED, State.UNKNOWN):
        then = next_try(message.template, message.created_at, message.tries + 1, at)
        if then is None and state == State.QUEUED:
            state = State.FAILED
    with transaction.atomic():
        Attempt.objects.create(
            id=uuid7(at), message_id=message.id, at=at, outcome=outcome.name, detail=outcome.detail[:500]
        )
        Message.objects.filter(id=message.id, state=State.SENDING, claimed_at=at).update(
            state=state, next_try_at=then, sent_at=at if state == State.SENT else None
        )
        if then is not None:
            send_later([message.id], max(then - at, timedelta(seconds=1)))
