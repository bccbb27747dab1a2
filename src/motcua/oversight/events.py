"""What oversight announces: ids and codes only; words stay in their rows, with their SHA-256 here."""

from dataclasses import dataclass
from datetime import date
from typing import ClassVar
from uuid import UUID

from motcua.ledger.facts import Fact


@dataclass(frozen=True, kw_only=True)
class AgencyFact(Fact):
    """A fact about one agency."""

    UNIT: ClassVar[str | None] = "agency_id"
    agency_id: str


@dataclass(frozen=True, kw_only=True)
class DevicesTested(AgencyFact):
    """Printer and scanner were tried."""

    SUBJECT: ClassVar[str] = "test_id"
    test_id: UUID
    passed: bool
    text_sha256: str


@dataclass(frozen=True, kw_only=True)
class ReadinessNoted(Fact):
    """The one-stops of the province were looked at, on a day: so many, and so many that cannot serve."""

    SUBJECT: ClassVar[str] = "day"
    day: date
    agencies: int
    red: int


@dataclass(frozen=True, kw_only=True)
class TicketOpened(AgencyFact):
    """A one-stop needs support."""

    SUBJECT: ClassVar[str] = "ticket_id"
    ticket_id: UUID
    cause: str
    text_sha256: str


@dataclass(frozen=True, kw_only=True)
class TicketAnswered(AgencyFact):
    """One side said something about a ticket."""

    SUBJECT: ClassVar[str] = "ticket_id"
    ticket_id: UUID
    from_office: bool
    text_sha256: str


@dataclass(frozen=True, kw_only=True)
class TicketClosed(AgencyFact):
    """A ticket is done with: by the Office's word, as its check turned green (`mended`), or its agency `ended`."""

    SUBJECT: ClassVar[str] = "ticket_id"
    ticket_id: UUID
    how: str


@dataclass(frozen=True, kw_only=True)
class TicketMoved(AgencyFact):
    """A reform moved a call for support to the agency that carries the work on."""

    SUBJECT: ClassVar[str] = "ticket_id"
    ticket_id: UUID
    start: str
