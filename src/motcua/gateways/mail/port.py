"""What Motcua asks of whoever carries mail."""

from dataclasses import dataclass, field
from typing import Protocol

from motcua.gateways.status import Known


@dataclass(frozen=True)
class Letter:
    """One letter in plain text; `key` stays the same at every try."""

    key: str
    to: str = field(repr=False)
    subject: str = field(repr=False)
    text: str = field(repr=False)
    language: str = "vi"


class MailGateway(Protocol):
    """A carrier. Two sends with one key are one letter, as far as the carrier can tell."""

    def send(self, letter: Letter) -> None:
        """Hand a letter over. Raises Refused, Unavailable, Unclear."""

    def status(self, key: str) -> Known:
        """Tell what is known of a letter. Raises Unavailable."""
