"""What was sent, for timelines: addresses masked, words left out."""

from dataclasses import dataclass
from datetime import date, datetime
from uuid import UUID

from motcua.kernel.words import mark
from motcua.ledger.reading import read
from motcua.messages.models import Message, Slip, State
from motcua.messages.rules.templates import TEMPLATES

_CHANNELS = {"sms": mark("Tin nhắn SMS"), "mail": mark("Thư điện tử"), "slip": mark("Phiếu báo giấy")}
_WAITS, _HANDED = mark("Đã lập phiếu báo, chờ trao tận tay"), mark("Đã in phiếu báo và trao tận tay")


@dataclass(frozen=True)
class Sent:
    """One message on a timeline; `label` says how far it came, `what` what it told, both to be translated.

    A slip (channel `slip`) has no address, and once it was handed over the day of that.
    """

    at: datetime
    channel: str
    channel_label: str
    template: str
    what: str
    address: str
    state: str
    label: str
    handed_on: date | None = None


def sent_in_thread(thread: UUID) -> list[Sent]:
    """List the messages and slips of one dossier, oldest first."""
    messages = read(Message, "thread = %s ORDER BY created_at, id", [thread])
    slips = read(Slip, "thread = %s ORDER BY created_at, id", [thread])
    found = [_message(one) for one in messages] + [_slip(one) for one in slips]
    return sorted(found, key=lambda one: one.at) if slips else found


def _message(one: Message) -> Sent:
    return Sent(
        at=one.sent_at or one.created_at,
        channel=one.channel,
        channel_label=_CHANNELS[one.channel],
        template=one.template,
        what=_what(one.template),
        address=one.address_masked,
        state=one.state,
        label=str(State(one.state).label),
    )


def _slip(one: Slip) -> Sent:
    return Sent(
        at=one.created_at,
        channel="slip",
        channel_label=_CHANNELS["slip"],
        template=one.template,
        what=_what(one.template),
        address="",
        state="handed" if one.handed_on else "waiting",
        label=_HANDED if one.handed_on else _WAITS,
        handed_on=one.handed_on,
    )


def _what(template: str) -> str:
    return TEMPLATES[template].what if template in TEMPLATES else template
