"""Missed calls become requests: each call once, and a number that rings again is still one person who waits."""

import hashlib
import logging
from collections.abc import Iterable
from datetime import datetime

from motcua.accounts.sealing import index_of, seal_text
from motcua.directory.queries import receiving_places
from motcua.directory.queries.contacts import contacts_of
from motcua.directory.queries.facts import PlaceFacts
from motcua.feedback import events
from motcua.feedback.models import HelpRequest, TakenCall
from motcua.feedback.queries.period import times_of
from motcua.feedback.rules.requests import ONE_CALL
from motcua.feedback.sealing import PHONE, phone_index
from motcua.gateways.telephony.port import BadLine, MissedCall
from motcua.kernel.actors import Actor
from motcua.kernel.ids import uuid7
from motcua.kernel.references import mask_phone, phone_normal
from motcua.kernel.worktime import ZONE
from motcua.ledger.acts import Deed, act
from motcua.ledger.alone import alone_with
from motcua.ledger.models import Event

LOG = logging.getLogger(__name__)


def take_in(*, calls: Iterable[MissedCall], by: Actor, at: datetime) -> int:
    """Take calls over; gives how many were new."""
    heard = list(calls)
    if not heard:
        return 0
    lines = _duty_numbers(at)
    return sum(_taken(call, lines, by, at) for call in heard)


def report(*, lines: Iterable[BadLine], by: Actor, at: datetime) -> None:
    """Report lines that cannot be read, each once: where they stand, since they may hold a number."""
    for line in lines:
        digest = hashlib.sha256(f"{line.where}\n{line.text}".encode()).hexdigest()
        if Event.objects.filter(name=events.CallUnreadable.name(), facts__text_sha256=digest).exists():
            continue
        LOG.warning("a line of the call-back file cannot be read: %s (%s)", line.where, line.why)
        with act(by=by, at=at) as deed:
            deed.record(events.CallUnreadable(where=line.where, text_sha256=digest))


def _taken(call: MissedCall, lines: dict[str, PlaceFacts], by: Actor, at: datetime) -> bool:
    number = phone_normal(call.number)
    place = lines.get(phone_normal(call.called) or "") or lines.get("")
    if number is None or place is None:
        report(lines=[BadLine(call.key, call.called, "no place has this number")], by=by, at=at)
        return False
    key = index_of(call.key, "help.call")
    with act(by=by, at=at) as deed:
        alone_with(f"help:{phone_index(number).hex()}")
        if TakenCall.objects.filter(key=key).exists():
            return False
        row = _same(number, place.host_id, call.at)
        if row is None:
            row = _asked(call, number, place, deed)
        else:
            _repeated(row, call, deed)
        TakenCall.objects.create(key=key, request=row, rang_at=call.at)
    return True


def _same(number: str, agency_id: str, rang_at: datetime) -> HelpRequest | None:
    """Find the request that this call belongs to: one that still waits, or one of the last hour."""
    rows = HelpRequest.objects.select_for_update().filter(phone_index=phone_index(number), kind="call")
    newest = rows.filter(agency_id=agency_id).order_by("-id").first()
    if newest is None or newest.last_call_at is None:
        return None
    return newest if newest.closed_at is None or rang_at - newest.last_call_at < ONE_CALL else None


def _asked(call: MissedCall, number: str, place: PlaceFacts, deed: Deed) -> HelpRequest:
    moments = times_of(place.host_id, call.at)
    row = HelpRequest.objects.create(
        id=uuid7(call.at),
        kind="call",
        agency_id=place.host_id,
        place_id=place.id,
        phone_sealed=seal_text(number, PHONE),
        phone_index=phone_index(number),
        phone_masked=mask_phone(number),
        calls=1,
        last_call_at=call.at,
        asked_at=call.at,
        due_at=moments.due_at,
        alarm_at=moments.near_at,
    )
    deed.record(
        events.HelpAsked(
            request_id=row.id,
            agency_id=row.agency_id,
            kind=row.kind,
            place_id=row.place_id,
            language=row.language,
            due_at=row.due_at,
        )
    )
    return row


def _repeated(row: HelpRequest, call: MissedCall, deed: Deed) -> None:
    row.calls, row.last_call_at = row.calls + 1, max(call.at, row.last_call_at or call.at)
    row.save(update_fields=["calls", "last_call_at"])
    deed.record(events.CallRepeated(request_id=row.id, agency_id=row.agency_id, calls=row.calls))


def _duty_numbers(at: datetime) -> dict[str, PlaceFacts]:
    """Give the place of each duty number; under "" the provincial centre, for numbers that no place has told."""
    places = receiving_places(at.astimezone(ZONE).date())
    contacts = contacts_of(places, at)
    found = {phone: one for one in places if (phone := phone_normal(contacts[one.id].phone))}
    centre = next((one for one in places if one.kind == "provincial_centre"), None)
    return {**found, "": centre} if centre else found
