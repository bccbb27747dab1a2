"""Who is told that a question was answered. Operations never send."""

from typing import Any

from motcua.accounts.queries import account_contact
from motcua.accounts.rules.contacts import Contact
from motcua.accounts.sealing import open_text
from motcua.directory.queries import agency
from motcua.dossiers.models import Draft
from motcua.feedback.models import HelpRequest
from motcua.feedback.sealing import PHONE
from motcua.kernel.actors import SYSTEM
from motcua.kernel.references import phone_is_mobile
from motcua.kernel.worktime import ZONE
from motcua.ledger.delivery import Heard
from motcua.messages.operations import enqueue
from motcua.messages.outgoing import Outgoing


def tell_asker(heard: Heard) -> None:
    """Tell who asked that the answer stands in the draft."""
    drafts = asker_messages(heard)
    if drafts:
        enqueue(drafts=drafts, by=SYSTEM, at=heard.event.at)


def asker_messages(heard: Heard) -> list[Outgoing]:
    """Make the message: to the phone given with the question, or as the account is reached; without the answer."""
    fact: Any = heard.fact
    row = HelpRequest.objects.get(id=fact.request_id)
    draft = Draft.objects.filter(id=row.draft_id).first() if row.draft_id else None
    way = account_contact(draft.account_id) if draft and draft.account_id else None
    contact = _given(row) or (way.contact if way else None)
    if contact is None:
        return []
    place = agency(row.agency_id, heard.event.at.astimezone(ZONE).date())
    return [
        Outgoing(
            event_id=heard.event.id,
            recipient=str(row.id),
            channel=contact.kind,
            address=contact.address,
            template="question_answered",
            values={"agency": place.name if place else row.agency_id},
            language=way.language if way else "vi",
        )
    ]


def _given(row: HelpRequest) -> Contact | None:
    phone = open_text(row.phone_sealed, PHONE) if row.phone_sealed else ""
    return Contact("sms", phone) if phone_is_mobile(phone) else None
