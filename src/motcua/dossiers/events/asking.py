"""What is announced when something is asked for: papers of the list, and one outside it."""

from dataclasses import dataclass
from uuid import UUID

from motcua.dossiers.events.base import DossierFact


@dataclass(frozen=True, kw_only=True)
class SupplementAsked(DossierFact):
    """One complete list of what is missing was sent to the owner; the clock stands still."""

    hold_id: UUID
    text_sha256: str
    times: int
    answer_by: str | None = None
    other_paper: UUID | None = None
    """The head's decision it rests on, where it asks for a paper outside the closed list."""


@dataclass(frozen=True, kw_only=True)
class OtherPaperWanted(DossierFact):
    """An officer wants a paper outside the closed list, on a legal basis; the head has to decide."""

    hold_id: UUID
    text_sha256: str


@dataclass(frozen=True, kw_only=True)
class OtherPaperApproved(DossierFact):
    """The head approved asking for it."""

    hold_id: UUID


@dataclass(frozen=True, kw_only=True)
class OtherPaperDeclined(DossierFact):
    """The head did not let it be asked for, and told the officer why."""

    hold_id: UUID
    remark_id: UUID
    text_sha256: str


@dataclass(frozen=True, kw_only=True)
class SupplementNearDue(DossierFact):
    """The last day for the owner's answer is near, and nothing has come."""

    hold_id: UUID
    answer_by: str


@dataclass(frozen=True, kw_only=True)
class SupplementOverdue(DossierFact):
    """The last day for the owner's answer has passed; the agency decides what follows."""

    hold_id: UUID
    answer_by: str


@dataclass(frozen=True, kw_only=True)
class SupplementAnswered(DossierFact):
    """The owner answered the list; the clock runs again."""

    hold_id: UUID
    files: tuple[UUID, ...]
    due_at: str | None
