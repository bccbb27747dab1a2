"""What Motcua asks of whoever answers the duty numbers' telephones."""

from dataclasses import dataclass, field
from datetime import datetime
from enum import StrEnum
from typing import Protocol


@dataclass(frozen=True, slots=True)
class MissedCall:
    """A number rang a duty number and hung up. `key` is the same however often the call is told."""

    key: str
    number: str = field(repr=False)
    called: str
    at: datetime


@dataclass(frozen=True, slots=True)
class BadLine:
    """Something that cannot be read as a call: where it stands, what it says, and why."""

    where: str
    text: str = field(repr=False)
    why: str


@dataclass(frozen=True, slots=True)
class Told:
    """Calls not confirmed yet, oldest first, and what could not be read among them; `upto` confirms them all."""

    calls: tuple[MissedCall, ...]
    bad: tuple[BadLine, ...]
    upto: str


class Rung(StrEnum):
    """How a call back went."""

    PICKED_UP = "picked_up"
    NOT_PICKED_UP = "not_picked_up"


class TelephonyGateway(Protocol):
    """A gateway. What it tells is told again until it is confirmed."""

    def missed(self, limit: int) -> Told:
        """Tell the missed calls that were not confirmed yet. Raises Unavailable."""

    def confirm(self, upto: str) -> None:
        """Take note that all up to here are safely kept. Raises Unavailable."""

    def ring(self, number: str, called: str) -> Rung:
        """Ring a number from a duty number. Raises Unavailable, and Refused where it takes calls only."""
