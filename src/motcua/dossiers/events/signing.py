"""What is announced of the signing of a result, before it is issued."""

from dataclasses import dataclass
from uuid import UUID

from motcua.dossiers.events.base import DossierFact


@dataclass(frozen=True, kw_only=True)
class ResultPrepared(DossierFact):
    """A result was put before its signer."""

    order_id: UUID
    document_id: UUID
    number: str


@dataclass(frozen=True, kw_only=True)
class ResultSigningBegun(DossierFact):
    """The signer pressed to sign: the worker asks for the signatures, then it is issued."""

    order_id: UUID


@dataclass(frozen=True, kw_only=True)
class ResultSigningFailed(DossierFact):
    """It could not be signed; the dossier waits for its signature as before. Why stands in the order's row."""

    order_id: UUID


@dataclass(frozen=True, kw_only=True)
class ResultRecalled(DossierFact):
    """The result was taken back unsigned."""

    order_id: UUID
