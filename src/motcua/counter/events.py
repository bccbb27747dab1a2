"""What the counter announces: ids and codes only; reasons stay in their rows, with their SHA-256 here."""

from dataclasses import dataclass
from datetime import date, datetime
from typing import ClassVar
from uuid import UUID

from motcua.ledger.facts import Fact


@dataclass(frozen=True, kw_only=True)
class AgencyFact(Fact):
    """A fact of one agency's counter."""

    UNIT: ClassVar[str | None] = "agency_id"
    agency_id: str


@dataclass(frozen=True, kw_only=True)
class BookMade(AgencyFact):
    """A book of blank receipts was made, with these codes."""

    SUBJECT: ClassVar[str] = "book_id"
    book_id: UUID
    number: int
    day: date
    first_code: str
    last_code: str
    size: int


@dataclass(frozen=True, kw_only=True)
class LeafWithdrawn(AgencyFact):
    """A leaf was spoiled or lost."""

    SUBJECT: ClassVar[str] = "leaf_id"
    leaf_id: UUID
    code: str
    kind: str
    text_sha256: str


@dataclass(frozen=True, kw_only=True)
class LeafFound(AgencyFact):
    """A lost leaf was found again and may be used."""

    SUBJECT: ClassVar[str] = "leaf_id"
    leaf_id: UUID
    code: str
    text_sha256: str


@dataclass(frozen=True, kw_only=True)
class LeafEntered(AgencyFact):
    """What was written on a leaf by hand has been entered as a dossier."""

    THREAD: ClassVar[str | None] = "dossier_id"
    SUBJECT: ClassVar[str] = "leaf_id"
    leaf_id: UUID
    dossier_id: UUID
    outage_id: UUID
    received_at: datetime


@dataclass(frozen=True, kw_only=True)
class OutageLogged(AgencyFact):
    """An agency could not work on the system from this moment."""

    SUBJECT: ClassVar[str] = "outage_id"
    outage_id: UUID
    what: str
    began_at: datetime
    text_sha256: str


@dataclass(frozen=True, kw_only=True)
class OutageEnded(AgencyFact):
    """The agency can work on the system again; so many receipts were written by hand."""

    SUBJECT: ClassVar[str] = "outage_id"
    outage_id: UUID
    ended_at: datetime
    handwritten: int


@dataclass(frozen=True, kw_only=True)
class VisitNoted(AgencyFact):
    """Somebody came to the counter: for what, why, how it ended, and whether it could have been done from afar."""

    SUBJECT: ClassVar[str] = "visit_id"
    THREAD: ClassVar[str | None] = "dossier_id"
    visit_id: UUID
    procedure: str
    reason: str
    outcome: str
    online: bool
    post: bool
    dossier_id: UUID | None


@dataclass(frozen=True, kw_only=True)
class BookMoved(AgencyFact):
    """A reform moved a book of blank receipts: what is written on it is entered at the agency that carries on."""

    SUBJECT: ClassVar[str] = "book_id"
    book_id: UUID
    number: int
    start: str


@dataclass(frozen=True, kw_only=True)
class OutageMoved(AgencyFact):
    """A reform moved an outage with what is still to be entered from it."""

    SUBJECT: ClassVar[str] = "outage_id"
    outage_id: UUID
    start: str
