"""What was sent, for timelines: addresses masked, words left out."""

from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from motcua.kernel.words import mark
from motcua.ledger.reading import read
from motcua.messages.models import Message, State
from motcua.messages.rules.templates import TEMPLATES

_CHANNELS = {"sms": mark("Tin nhắn SMS"), "mail": mark("Thư điện tử")}


@dataclass(frozen=True)
class Sent:
    """One message on a timeline; `label` says how far it came, `what` what it told, both to be translated."""

    at: datetime
    channel: str
    channel_label: str
    template: str
    what: str
    address: str
    state: str
    label: str


def sent_in_thread(thread: UUID) -> list[Sent]:
    """List the messages of one dossier, oldest first."""
    return [
        Sent(
            at=one.sent_at or one.created_at,
            channel=one.channel,
            channel_label=_CHANNELS[one.channel],
            template=one.template,
            what=TEMPLATES[one.template].what if one.template in TEMPLATES else one.template,
            address=one.address_masked,
            state=one.state,
            label=str(State(one.state).label),
        )
        for one in read(Message, "thread = %s ORDER BY created_at, id", [thread])
    ]
