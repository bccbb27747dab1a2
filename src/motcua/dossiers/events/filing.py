"""What is announced when a dossier comes in: filed, taken in, by whose help, received or not."""

from dataclasses import dataclass
from uuid import UUID

from motcua.dossiers.events.base import DossierFact
from motcua.ledger.numbers import Pending


@dataclass(frozen=True, kw_only=True)
class DossierSubmitted(DossierFact):
    """A dossier was filed online and got its code."""

    code: "str | Pending"
    procedure: str
    version: int
    level: str
    files: tuple[UUID, ...]


@dataclass(frozen=True, kw_only=True)
class DossierTakenIn(DossierFact):
    """The one-stop took it in at the counter (`direct`) or out of the post: filed and received in one act.

    `received_at` is the moment of reception, from which the clock runs: earlier than the fact when the dossier was
    taken by hand and entered later (`by_hand`). `papers` counts the components given.
    """

    code: "str | Pending"
    procedure: str
    version: int
    channel: str
    received_at: str
    due_at: str | None
    papers: int
    by_hand: bool = False


@dataclass(frozen=True, kw_only=True)
class FiledWithHelp(DossierFact):
    """Who filed was not the owner but a helper on record: in what capacity, where, by which consent."""

    consent_id: UUID
    helper_id: UUID
    kind: str
    place: str
    way: str


@dataclass(frozen=True, kw_only=True)
class DossierClaimed(DossierFact):
    """A dossier filed for somebody without an account lies in that person's account from now on."""

    account_id: UUID


@dataclass(frozen=True, kw_only=True)
class HelpEnded(DossierFact):
    """The consent by which it was filed has ended: its helper sees and does nothing more here."""

    consent_id: UUID
    how: str


@dataclass(frozen=True, kw_only=True)
class DossierReceived(DossierFact):
    """The one-stop received it; the clock runs."""

    due_at: str | None


@dataclass(frozen=True, kw_only=True)
class DossierRefused(DossierFact):
    """The one-stop did not receive it, with its reason."""

    remark_id: UUID
    text_sha256: str


@dataclass(frozen=True, kw_only=True)
class DossierImported(DossierFact):
    """Finished history copied in by `bulk`."""

    code: str
    status: int


@dataclass(frozen=True, kw_only=True)
class SecretReprinted(DossierFact):
    """The tracking secret was printed again for the owner who lost it; `shown_by` tells whose card was shown."""

    shown_by: str
