"""What a fact about one dossier has in common with the others."""

from dataclasses import dataclass
from typing import ClassVar
from uuid import UUID

from motcua.ledger.facts import Fact


@dataclass(frozen=True, kw_only=True)
class DossierFact(Fact):
    """A fact about one dossier of one agency."""

    SUBJECT: ClassVar[str] = "dossier_id"
    THREAD: ClassVar[str | None] = "dossier_id"
    UNIT: ClassVar[str | None] = "agency_id"
    dossier_id: UUID
    agency_id: str
