"""What Motcua asks of whoever carries short messages."""

from dataclasses import dataclass, field
from typing import Protocol

from motcua.gateways.status import Known


@dataclass(frozen=True)
class Sms:
    """One short message; `to` is in E.164, `key` stays the same at every try."""

    key: str
    to: str = field(repr=False)
    text: str = field(repr=False)


class SmsGateway(Protocol):
    """A carrier. Two sends with one key are one message."""

    def send(self, sms: Sms) -> None:
        """Hand a message over. Raises Refused, Unavailable, Unclear."""

    def status(self, key: str) -> Known:
        """Tell what is known of a message. Raises Unavailable."""
