"""What is announced of drafts, and of what was kept of their filing."""

from dataclasses import dataclass
from typing import ClassVar
from uuid import UUID

from motcua.ledger.facts import Fact


@dataclass(frozen=True, kw_only=True)
class DraftStarted(Fact):
    """Somebody began to fill in a form."""

    SUBJECT: ClassVar[str] = "draft_id"
    draft_id: UUID
    procedure: str


@dataclass(frozen=True, kw_only=True)
class DraftNearEnd(Fact):
    """A draft was left lying so long that it will be removed after a day."""

    SUBJECT: ClassVar[str] = "draft_id"
    draft_id: UUID
    kept_until: str


@dataclass(frozen=True, kw_only=True)
class DraftsRemoved(Fact):
    """Drafts that nobody filed were removed, their time of keeping having run out; their files go after them."""

    SUBJECT: ClassVar[str] = "batch"
    batch: UUID
    drafts: tuple[UUID, ...]
    files: tuple[UUID, ...]


@dataclass(frozen=True, kw_only=True)
class OriginKeysForgotten(Fact):
    """The keyed hashes of where filings came from were emptied, of so many dossiers and their drafts."""

    SUBJECT: ClassVar[str] = "batch"
    batch: UUID
    dossiers: int
    drafts: int
