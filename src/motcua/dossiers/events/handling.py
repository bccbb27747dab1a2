"""What is announced on the way from hand to hand, and when the way ends without a result."""

from dataclasses import dataclass
from uuid import UUID

from motcua.dossiers.events.base import DossierFact


@dataclass(frozen=True, kw_only=True)
class DossierTransferred(DossierFact):
    """Handed to the next step."""

    stage: str
    holder: str | None


@dataclass(frozen=True, kw_only=True)
class DossierAssigned(DossierFact):
    """Given to one officer."""

    holder: str


@dataclass(frozen=True, kw_only=True)
class DossierSentBack(DossierFact):
    """The approver sent it back a step, with a reason for the colleague."""

    remark_id: UUID
    text_sha256: str


@dataclass(frozen=True, kw_only=True)
class DossierApproved(DossierFact):
    """The decision was approved."""


@dataclass(frozen=True, kw_only=True)
class DossierStopped(DossierFact):
    """Handling ended without a result; `why` is `not_eligible`, `withdrawn` or `expired` (papers never came)."""

    remark_id: UUID | None
    text_sha256: str | None
    why: str


@dataclass(frozen=True, kw_only=True)
class WithdrawalAsked(DossierFact):
    """The owner asks to withdraw."""

    hold_id: UUID


@dataclass(frozen=True, kw_only=True)
class WithdrawalDeclined(DossierFact):
    """The agency goes on, and says why."""

    hold_id: UUID
    remark_id: UUID
    text_sha256: str
