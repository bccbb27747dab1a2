"""What custody announces: ids and codes only; reasons stay in their rows, with their SHA-256 here."""

from dataclasses import dataclass
from datetime import date
from typing import ClassVar
from uuid import UUID

from motcua.ledger.facts import Fact
from motcua.ledger.numbers import Pending


@dataclass(frozen=True, kw_only=True)
class HandoverMade(Fact):
    """A hand-over list was signed by the giver; the things on it are on their way."""

    SUBJECT: ClassVar[str] = "handover_id"
    UNIT: ClassVar[str | None] = "agency_id"
    agency_id: str
    handover_id: UUID
    way: str
    number: "str | Pending"
    items: tuple[UUID, ...]


@dataclass(frozen=True, kw_only=True)
class _Answered(Fact):
    SUBJECT: ClassVar[str] = "item_id"
    THREAD: ClassVar[str | None] = "dossier_id"
    UNIT: ClassVar[str | None] = "agency_id"
    agency_id: str
    dossier_id: UUID
    handover_id: UUID
    item_id: UUID


@dataclass(frozen=True, kw_only=True)
class ItemAccepted(_Answered):
    """The receiver signed for one thing: it is in other hands now."""

    place: str


@dataclass(frozen=True, kw_only=True)
class ItemRefused(_Answered):
    """The receiver did not take one thing: it stays in the giver's hands."""

    text_sha256: str


@dataclass(frozen=True, kw_only=True)
class DayClosed(Fact):
    """The one-stop counted what lies there and closed the day; so many things stayed with a reason."""

    SUBJECT: ClassVar[str] = "evening_id"
    UNIT: ClassVar[str | None] = "agency_id"
    agency_id: str
    evening_id: UUID
    day: date
    closing: int
    left: int
