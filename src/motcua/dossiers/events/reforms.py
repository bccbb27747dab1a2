"""What is announced when a reform of units moves open work."""

from dataclasses import dataclass
from typing import ClassVar
from uuid import UUID

from motcua.dossiers.events.base import DossierFact
from motcua.ledger.facts import Fact


@dataclass(frozen=True, kw_only=True)
class DossierMoved(DossierFact):
    """A reform of units moved it, while it was open, from `start` to the agency that carries its work on."""

    start: str
    law: str


@dataclass(frozen=True, kw_only=True)
class DraftMoved(Fact):
    """A draft that nobody filed yet will be filed at the agency that carries the work on."""

    SUBJECT: ClassVar[str] = "draft_id"
    draft_id: UUID
    agency_id: str
    start: str
    law: str


@dataclass(frozen=True, kw_only=True)
class ScansMoved(Fact):
    """Scanned stacks lie with the agency that carries the work on."""

    SUBJECT: ClassVar[str] = "batch"
    UNIT: ClassVar[str | None] = "agency_id"
    batch: UUID
    agency_id: str
    start: str
    scans: tuple[UUID, ...]


@dataclass(frozen=True, kw_only=True)
class OpinionsMoved(Fact):
    """Questions that nobody has answered yet are answered by the agency that carries the work on."""

    SUBJECT: ClassVar[str] = "batch"
    UNIT: ClassVar[str | None] = "agency_id"
    batch: UUID
    agency_id: str
    start: str
    opinions: tuple[UUID, ...]
