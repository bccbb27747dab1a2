"""What is announced of results, and of papers that go back to their owner."""

from dataclasses import dataclass
from uuid import UUID

from motcua.dossiers.events.base import DossierFact
from motcua.ledger.numbers import Pending


@dataclass(frozen=True, kw_only=True)
class ResultIssued(DossierFact):
    """The result was attached and issued: done. `on_time` is said of the first promise, also after an apology."""

    document_id: UUID
    number: str
    on_time: bool | None
    code: "str | Pending" = ""


@dataclass(frozen=True, kw_only=True)
class ResultReturned(DossierFact):
    """The owner has the result; `how` is `online` or `counter`. At the counter `taker` tells who took it.

    That is `owner`, `submitter` or `other`; the name of somebody authorised stays in the row of the handout.
    """

    how: str
    taker: str = ""
    handout_id: UUID | None = None


@dataclass(frozen=True, kw_only=True)
class ResultUncollected(DossierFact):
    """The result was issued days ago and its owner has not come for it: the owner is reminded, this time the nth."""

    since: str
    times: int


@dataclass(frozen=True, kw_only=True)
class PapersReturned(DossierFact):
    """What was handed in on paper went back to its owner: the dossier ended without a result."""

    taker: str
    handout_id: UUID


@dataclass(frozen=True, kw_only=True)
class DossierReopened(DossierFact):
    """An issued result has an error: it is taken back and handling goes on, with the reason."""

    remark_id: UUID
    text_sha256: str
