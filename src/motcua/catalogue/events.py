"""What the catalogue announces."""

from dataclasses import dataclass
from typing import ClassVar

from motcua.ledger.facts import Fact


@dataclass(frozen=True, kw_only=True)
class CatalogueLoaded(Fact):
    """Procedures, services, forms and life events were loaded from a folder whose content has this digest."""

    SUBJECT: ClassVar[str] = "digest"
    digest: str
    added: int
    changed: int


@dataclass(frozen=True, kw_only=True)
class LexiconLoaded(Fact):
    """The words by which search understands people were loaded; their sheets have this digest."""

    SUBJECT: ClassVar[str] = "digest"
    digest: str
    added: int
    changed: int
