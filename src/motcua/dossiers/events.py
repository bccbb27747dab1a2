"""What dossiers announce: ids and codes only; free text stays in its row, with its SHA-256 here."""

from dataclasses import dataclass
from typing import ClassVar
from uuid import UUID

from motcua.ledger.facts import Fact
from motcua.ledger.numbers import Pending


@dataclass(frozen=True, kw_only=True)
class DossierFact(Fact):
    """A fact about one dossier of one agency."""

    SUBJECT: ClassVar[str] = "dossier_id"
    THREAD: ClassVar[str | None] = "dossier_id"
    UNIT: ClassVar[str | None] = "agency_id"
    dossier_id: UUID
    agency_id: str


@dataclass(frozen=True, kw_only=True)
class DraftStarted(Fact):
    """Somebody began to fill in a form."""

    SUBJECT: ClassVar[str] = "draft_id"
    draft_id: UUID
    procedure: str


@dataclass(frozen=True, kw_only=True)
class DraftNearEnd(Fact):
    """A draft was left lying so long that it will be removed after a day."""

    SUBJECT: ClassVar[str] = "draft_id"
    draft_id: UUID
    kept_until: str


@dataclass(frozen=True, kw_only=True)
class DraftsRemoved(Fact):
    """Drafts that nobody filed were removed, their time of keeping having run out; their files go after them."""

    SUBJECT: ClassVar[str] = "batch"
    batch: UUID
    drafts: tuple[UUID, ...]
    files: tuple[UUID, ...]


@dataclass(frozen=True, kw_only=True)
class OriginKeysForgotten(Fact):
    """The keyed hashes of where filings came from were emptied, of so many dossiers and their drafts."""

    SUBJECT: ClassVar[str] = "batch"
    batch: UUID
    dossiers: int
    drafts: int


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
class ResultIssued(DossierFact):
    """The result was attached and issued: done. `on_time` is said of the first promise, also after an apology."""

    document_id: UUID
    number: str
    on_time: bool | None


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


@dataclass(frozen=True, kw_only=True)
class DossierNearDue(DossierFact):
    """The due moment is near with the dossier still open: it will perhaps be late."""

    due_at: str


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


@dataclass(frozen=True, kw_only=True)
class SecretReprinted(DossierFact):
    """The tracking secret was printed again for the owner who lost it; `shown_by` tells whose card was shown."""

    shown_by: str


@dataclass(frozen=True, kw_only=True)
class DossierOverdue(DossierFact):
    """The due moment passed with the dossier still open."""

    due_at: str


@dataclass(frozen=True, kw_only=True)
class DossierUnanswered(DossierFact):
    """Eight working hours passed and nobody answered an online dossier."""

    act_by: str


@dataclass(frozen=True, kw_only=True)
class DossierImported(DossierFact):
    """Finished history copied in by `bulk`."""

    code: str
    status: int


@dataclass(frozen=True, kw_only=True)
class ScanFact(Fact):
    """A fact about a stack of scanned paper of one agency."""

    SUBJECT: ClassVar[str] = "scan_id"
    UNIT: ClassVar[str | None] = "agency_id"
    scan_id: UUID
    agency_id: str


@dataclass(frozen=True, kw_only=True)
class ScanArrived(ScanFact):
    """A stack came; `source` is `upload` or `folder`. The worker reads its separator sheets."""

    source: str
    files: tuple[UUID, ...]


@dataclass(frozen=True, kw_only=True)
class ScanRefused(ScanFact):
    """A stack in the watched folder could not be read; `why` is the code of the case."""

    why: str


@dataclass(frozen=True, kw_only=True)
class ScanPartDropped(ScanFact):
    """Pages that belong to no dossier were put aside by an officer, with the reason."""

    part_id: UUID
    text_sha256: str


@dataclass(frozen=True, kw_only=True)
class PaperDigitised(DossierFact):
    """A paper was scanned at the one-stop and bound to its dossier; `officer` is empty for the scanner's folder."""

    document_id: UUID
    scan_id: UUID
    component: int
    officer: str
