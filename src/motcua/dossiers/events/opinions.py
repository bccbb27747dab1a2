"""What is announced of questions to other agencies."""

from dataclasses import dataclass
from uuid import UUID

from motcua.dossiers.events.base import DossierFact


@dataclass(frozen=True, kw_only=True)
class OpinionAsked(DossierFact):
    """Another agency, `asked`, was asked; the clock of the dossier runs on."""

    opinion_id: UUID
    asked: str
    due_at: str
    text_sha256: str


@dataclass(frozen=True, kw_only=True)
class OpinionGiven(DossierFact):
    """The asked agency has answered, within its own day or after it."""

    opinion_id: UUID
    asked: str
    on_time: bool
    text_sha256: str


@dataclass(frozen=True, kw_only=True)
class OpinionRecalled(DossierFact):
    """The question was taken back before it was answered."""

    opinion_id: UUID
    asked: str
