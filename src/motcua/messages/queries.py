"""What was sent, for timelines: addresses masked, words left out."""

from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from motcua.kernel.words import mark
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
    rows = Message.objects.filter(thread=thread).order_by("created_at", "id")
    fields = rows.values_list("sent_at", "created_at", "channel", "template", "address_masked", "state")
    return [
        Sent(
            at=sent_at or created_at,
            channel=channel,
            channel_label=_CHANNELS[channel],
            template=template,
            what=TEMPLATES[template].what if template in TEMPLATES else template,
            address=address,
            state=state,
            label=str(State(state).label),
        )
        for sent_at, created_at, channel, template, address, state in fields
    ]
