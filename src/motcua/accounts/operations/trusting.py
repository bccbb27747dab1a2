"""Registering a phone that serves many by agreement, and ending it; a longer agreement ends the one before."""

from datetime import date, datetime
from uuid import UUID

from motcua.accounts import events
from motcua.accounts.errors import Incomplete, NotFound
from motcua.accounts.models import TrustedContact
from motcua.accounts.rules.trusting import WHY_AT_LEAST, Agreement, agreement_problems, registers
from motcua.accounts.sealing import index_of, seal_text
from motcua.directory.queries import period
from motcua.kernel.actors import Actor
from motcua.kernel.ids import uuid7
from motcua.kernel.references import mask_phone, phone_normal
from motcua.kernel.words import mark
from motcua.kernel.worktime import ZONE
from motcua.ledger.acts import Deed, act

RENEWED = "Gia hạn bằng thỏa thuận mới"


def register(*, said: Agreement, by: Actor, at: datetime) -> TrustedContact:
    """Register an agreement; one that is open for the same phone ends with it. Raises NotFound, Incomplete."""
    if not registers(by):
        raise NotFound
    on = at.astimezone(ZONE).date()
    problems = agreement_problems(said, on, _latest(on))
    if problems or said.last is None:
        raise Incomplete(problems)
    phone = phone_normal(said.phone) or ""
    with act(by=by, at=at) as deed:
        index = index_of(phone, "origin.phone")
        open_ones = TrustedContact.objects.select_for_update().filter(agency_id=by.unit, ended_at=None)
        for before in open_ones.filter(phone_index=index):
            _end(deed, before, RENEWED)
        key = uuid7(at)
        row = TrustedContact.objects.create(
            id=key,
            agency_id=by.unit or "",
            phone_sealed=seal_text(phone, f"trusted:{key}"),
            phone_index=index,
            phone_masked=mask_phone(phone),
            holder=said.holder.strip(),
            kind=said.kind,
            serves=said.serves.strip(),
            why=said.why.strip(),
            first=on,
            last=said.last,
            registered_by=by.id,
            registered_at=at,
        )
        deed.record(
            events.ContactTrusted(
                agency_id=row.agency_id, trusted_id=row.id, kind=row.kind, last=row.last.isoformat()
            )
        )
    return row


def end_trust(*, trusted_id: UUID, reason: str, by: Actor, at: datetime) -> TrustedContact:
    """End an agreement before its last day, with a reason. Raises NotFound, Incomplete."""
    with act(by=by, at=at) as deed:
        rows = TrustedContact.objects.select_for_update().filter(agency_id=by.unit or "", ended_at=None)
        row = rows.filter(id=trusted_id).first() if registers(by) else None
        if row is None:
            raise NotFound
        if len(reason.strip()) < WHY_AT_LEAST:
            raise Incomplete([("reason", mark("Cần ghi rõ vì sao kết thúc."))])
        _end(deed, row, reason.strip())
    return row


def _end(deed: Deed, row: TrustedContact, reason: str) -> None:
    row.ended_by, row.ended_at, row.end_reason = deed.by.id, deed.at, reason
    row.save(update_fields=["ended_by", "ended_at", "end_reason"])
    deed.record(events.ContactTrustEnded(agency_id=row.agency_id, trusted_id=row.id))


def _latest(on: date) -> date:
    """Give the last day until which an agreement made today may hold."""
    kept = period("trusted_contact", on)
    return kept.limit.last_day(on) if kept else on
