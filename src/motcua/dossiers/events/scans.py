"""What is announced of scanned paper."""

from dataclasses import dataclass
from typing import ClassVar
from uuid import UUID

from motcua.dossiers.events.base import DossierFact
from motcua.ledger.facts import Fact


@dataclass(frozen=True, kw_only=True)
class ScanFact(Fact):
    """A fact about a stack of scanned paper of one agency."""

    SUBJECT: ClassVar[str] = "scan_id"
    UNIT: ClassVar[str | None] = "agency_id"
    scan_id: UUID
    agency_id: str


@dataclass(frozen=True, kw_only=True)
class ScanArrived(ScanFact):
    """A stack came; `source` is `upload` or `folder`. The worker reads its separator sheets."""

    source: str
    files: tuple[UUID, ...]


@dataclass(frozen=True, kw_only=True)
class ScanRefused(ScanFact):
    """A stack in the watched folder could not be read; `why` is the code of the case."""

    why: str


@dataclass(frozen=True, kw_only=True)
class ScanPartDropped(ScanFact):
    """Pages that belong to no dossier were put aside by an officer, with the reason."""

    part_id: UUID
    text_sha256: str


@dataclass(frozen=True, kw_only=True)
class PaperDigitised(DossierFact):
    """A paper was scanned at the one-stop and bound to its dossier; `officer` is empty for the scanner's folder."""

    document_id: UUID
    scan_id: UUID
    component: int
    officer: str
