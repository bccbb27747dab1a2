"""Taking messages in: written with the act that caused them, sent by the worker."""

from collections.abc import Sequence
from datetime import datetime
from uuid import UUID

from django.conf import settings
from django.db import transaction

from motcua.kernel.actors import Actor
from motcua.kernel.ids import derived
from motcua.messages.jobs import send_later
from motcua.messages.models import Message
from motcua.messages.outgoing import Outgoing
from motcua.messages.rules.masking import masked
from motcua.messages.rules.wording import fitting, words
from motcua.messages.sealing import sealed_address, sealed_words


def enqueue(*, drafts: Sequence[Outgoing], by: Actor, at: datetime) -> list[UUID]:
    """Write messages and have them sent; one fact, person and template make one message, however often."""
    del by
    rows = {row.id: row for row in (_row(draft, at) for draft in drafts)}
    with transaction.atomic():
        known = set(Message.objects.filter(id__in=rows).values_list("id", flat=True))
        fresh = [row for row in rows.values() if row.id not in known]
        # Where two do this at once, the second waits for the first and then changes nothing.
        Message.objects.bulk_create(fresh, ignore_conflicts=True)
        send_later([row.id for row in fresh])
    return list(rows)


def _row(draft: Outgoing, at: datetime) -> Message:
    template = fitting(draft.template, draft.values)
    message_id = derived(draft.event_id, draft.recipient, draft.template)
    said = words(template, draft.channel, draft.language, {"site": settings.PUBLIC_ADDRESS, **draft.values})
    return Message(
        id=message_id,
        event_id=draft.event_id,
        recipient=draft.recipient,
        template=template,
        channel=draft.channel,
        address_sealed=sealed_address(message_id, draft.address),
        address_masked=masked(draft.channel, draft.address),
        text_sealed=sealed_words(message_id, said),
        language=draft.language,
        thread=draft.thread,
        created_at=at,
        next_try_at=at,
    )
