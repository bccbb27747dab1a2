"""What is announced of a promised day: near, put off with an apology, passed."""

from dataclasses import dataclass
from uuid import UUID

from motcua.dossiers.events.base import DossierFact
from motcua.ledger.numbers import Pending


@dataclass(frozen=True, kw_only=True)
class DossierNearDue(DossierFact):
    """The due moment is near with the dossier still open: it will perhaps be late."""

    due_at: str


@dataclass(frozen=True, kw_only=True)
class DossierOverdue(DossierFact):
    """The due moment passed with the dossier still open."""

    due_at: str


@dataclass(frozen=True, kw_only=True)
class DossierUnanswered(DossierFact):
    """Eight working hours passed and nobody answered an online dossier."""

    act_by: str


@dataclass(frozen=True, kw_only=True)
class ApologyDrafted(DossierFact):
    """It will not be ready in time, or is late already: a letter of apology lies before the head."""

    apology_id: UUID
    due_at: str


@dataclass(frozen=True, kw_only=True)
class ApologyPutAway(DossierFact):
    """The draft goes no further; `why` is `dismissed`, `ended` (the dossier was ready) or `moved` (its due day was)."""

    apology_id: UUID
    why: str


@dataclass(frozen=True, kw_only=True)
class ApologySent(DossierFact):
    """The head signed the letter, with its reason and the one new day; `due_at` is the promise it breaks."""

    apology_id: UUID
    number: "str | Pending"
    remark_id: UUID
    text_sha256: str
    due_at: str
    new_due_at: str
