"""What is announced of a pause that money or a decision makes: it begins, it ends, or money came too late."""

from dataclasses import dataclass
from uuid import UUID

from motcua.dossiers.events.base import DossierFact


@dataclass(frozen=True, kw_only=True)
class PaymentAsked(DossierFact):
    """Money was asked for, on a legal basis; the clock stands still until it is paid."""

    hold_id: UUID
    text_sha256: str
    amount: int
    answer_by: str


@dataclass(frozen=True, kw_only=True)
class PaymentConfirmed(DossierFact):
    """An officer confirmed the receipt; the clock runs again unless something else is waited for."""

    hold_id: UUID
    text_sha256: str
    amount: int
    due_at: str | None


@dataclass(frozen=True, kw_only=True)
class PaymentCancelled(DossierFact):
    """The agency took its demand back, and says why."""

    hold_id: UUID
    remark_id: UUID
    text_sha256: str
    due_at: str | None


@dataclass(frozen=True, kw_only=True)
class RefundNoted(DossierFact):
    """Money came after its demand had ended: it is owed back to who paid."""

    hold_id: UUID
    text_sha256: str
    amount: int


@dataclass(frozen=True, kw_only=True)
class DossierSuspended(DossierFact):
    """A decision holds the dossier up; the clock stands still."""

    hold_id: UUID
    text_sha256: str
    number: str


@dataclass(frozen=True, kw_only=True)
class DossierResumed(DossierFact):
    """Handling goes on after a suspension, for a reason or by a decision; the clock runs again."""

    hold_id: UUID
    remark_id: UUID
    text_sha256: str
    due_at: str | None
