"""Printed slips: made in place of a message, handed over, taken back when that was noted by mistake."""

import hashlib
from collections.abc import Sequence
from datetime import datetime
from uuid import UUID

from django.conf import settings

from motcua.kernel.actors import Actor
from motcua.kernel.ids import derived, uuid7
from motcua.kernel.text import nfc
from motcua.kernel.words import mark
from motcua.kernel.zone import ZONE
from motcua.ledger.acts import act
from motcua.messages import events
from motcua.messages.errors import Incomplete, NotFound
from motcua.messages.models import Slip, SlipHandover
from motcua.messages.outgoing import ByHand
from motcua.messages.rules.slips import LONGEST, REASON_AT_LEAST, Handing, may_hand, problems_of
from motcua.messages.rules.wording import fitting, slip_words
from motcua.messages.sealing import SlipWords, sealed_slip


def make_slips(*, drafts: Sequence[ByHand], by: Actor, at: datetime) -> list[UUID]:
    """Write slips to be printed; one fact, person and template make one slip, however often."""
    del by
    rows = [_row(draft, at) for draft in drafts]
    Slip.objects.bulk_create(rows, ignore_conflicts=True)
    return [row.id for row in rows]


def hand_over(*, slip_ids: Sequence[UUID], handing: Handing, by: Actor, at: datetime) -> int:
    """Note that slips were handed to their recipients; one that was noted already stays as it is. Gives how many.

    Raises NotFound when one of them is not of the officer's own one-stop, Incomplete.
    """
    if not slip_ids:
        raise Incomplete([("slip", mark("Xin đánh dấu ít nhất một phiếu."))])
    with act(by=by, at=at) as deed:
        slips = list(Slip.objects.select_for_update().filter(id__in=set(slip_ids)).order_by("id"))
        if len(slips) != len(set(slip_ids)) or not all(may_hand(by, slip.office) for slip in slips):
            raise NotFound
        made_on = max(slip.created_at for slip in slips).astimezone(ZONE).date()
        problems = problems_of(handing, made_on, at.astimezone(ZONE).date())
        if problems:
            raise Incomplete(problems)
        fresh = [slip for slip in slips if slip.handed_on is None]
        for slip in fresh:
            deed.record(_handed(slip, handing, by, at))
    return len(fresh)


def undo_handover(*, slip_id: UUID, reason: str, by: Actor, at: datetime) -> None:
    """Take back a hand-over that was noted by mistake: the slip waits again. Raises NotFound, Incomplete."""
    with act(by=by, at=at) as deed:
        slip = _own(slip_id, by)
        standing = slip.handovers.filter(undone_at=None).first()
        if standing is None:
            return
        if len(reason.strip()) < REASON_AT_LEAST:
            raise Incomplete([("reason", mark("Xin ghi rõ vì sao bỏ đánh dấu."))])
        standing.undone_by, standing.undone_at, standing.undone_reason = by.id, at, reason.strip()
        standing.save(update_fields=["undone_by", "undone_at", "undone_reason"])
        slip.handed_on = None
        slip.save(update_fields=["handed_on"])
        deed.record(
            events.SlipHandoverUndone(
                slip_id=slip.id,
                thread=slip.thread,
                office=slip.office,
                handover_id=standing.id,
                text_sha256=_sha256(standing.undone_reason),
            )
        )


def place_slip(*, slip_id: UUID, hamlet: str, by: Actor, at: datetime) -> None:
    """Say in which hamlet the recipient lives, where the address does not. Raises NotFound, Incomplete."""
    hamlet = " ".join(nfc(hamlet).split())[:LONGEST]
    with act(by=by, at=at) as deed:
        slip = _own(slip_id, by)
        if not hamlet:
            raise Incomplete([("hamlet", mark("Xin ghi tên bản, xóm hoặc khối."))])
        slip.hamlet = hamlet
        slip.save(update_fields=["hamlet"])
        deed.record(
            events.SlipPlaced(
                slip_id=slip.id, thread=slip.thread, office=slip.office, text_sha256=_sha256(hamlet)
            )
        )


def _own(slip_id: UUID, by: Actor) -> Slip:
    slip = Slip.objects.select_for_update().filter(id=slip_id).first()
    if slip is None or not may_hand(by, slip.office):
        raise NotFound
    return slip


def _handed(slip: Slip, handing: Handing, by: Actor, at: datetime) -> events.SlipHanded:
    assert handing.handed_on is not None  # checked by the rule
    row = SlipHandover.objects.create(
        id=uuid7(at),
        slip=slip,
        carrier=handing.carrier,
        carrier_name=handing.carrier_name.strip()[:LONGEST],
        handed_on=handing.handed_on,
        noted_by=by.id,
        noted_at=at,
    )
    slip.handed_on = handing.handed_on
    slip.save(update_fields=["handed_on"])
    return events.SlipHanded(
        slip_id=slip.id,
        thread=slip.thread,
        office=slip.office,
        handover_id=row.id,
        carrier=row.carrier,
        handed_on=row.handed_on.isoformat(),
    )


def _row(draft: ByHand, at: datetime) -> Slip:
    slip_id = derived(draft.event_id, draft.recipient, draft.template, "slip")
    template = fitting(draft.template, draft.values)
    said = slip_words(template, {"site": settings.PUBLIC_ADDRESS, **draft.values}, draft.written_out)
    words = SlipWords(draft.name, draft.address, said.subject, said.text)
    return Slip(
        id=slip_id,
        event_id=draft.event_id,
        recipient=draft.recipient,
        template=template,
        office=draft.office,
        hamlet=draft.hamlet[:LONGEST],
        words_sealed=sealed_slip(slip_id, words),
        thread=draft.thread,
        created_at=at,
    )


def _sha256(text: str) -> str:
    return hashlib.sha256(text.encode()).hexdigest()
