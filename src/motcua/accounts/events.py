"""What accounts announce."""

from dataclasses import dataclass
from typing import ClassVar
from uuid import UUID

from motcua.ledger.facts import Fact


@dataclass(frozen=True, kw_only=True)
class SignInCodeSent(Fact):
    """A one-time code was made for a contact."""

    SUBJECT: ClassVar[str] = "code_id"
    code_id: UUID


@dataclass(frozen=True, kw_only=True)
class AccountOpened(Fact):
    """A citizen signed in for the first time, or an officer's account was made."""

    SUBJECT: ClassVar[str] = "account_id"
    account_id: UUID
    kind: str


@dataclass(frozen=True, kw_only=True)
class SignedIn(Fact):
    """Somebody came in; `how`: `code`, `password`, or `password+` with the second factor (`totp`, `passkey` …)."""

    SUBJECT: ClassVar[str] = "account_id"
    account_id: UUID
    how: str


@dataclass(frozen=True, kw_only=True)
class NoticesChosen(Fact):
    """A citizen said how notices about the next filings are to come: `way` is `sms` or `mail`."""

    SUBJECT: ClassVar[str] = "account_id"
    account_id: UUID
    way: str
    language: str


@dataclass(frozen=True, kw_only=True)
class RoleGiven(Fact):
    """An officer received a role in an agency, from one day to another (inclusive; open without an end)."""

    SUBJECT: ClassVar[str] = "account_id"
    UNIT: ClassVar[str | None] = "agency_id"
    V: ClassVar[int] = 2
    account_id: UUID
    agency_id: str
    role: str
    valid_from: str
    valid_to: str | None


@dataclass(frozen=True, kw_only=True)
class RoleEnded(Fact):
    """A role of an officer got its last day."""

    SUBJECT: ClassVar[str] = "account_id"
    UNIT: ClassVar[str | None] = "agency_id"
    account_id: UUID
    agency_id: str
    role: str
    valid_to: str


@dataclass(frozen=True, kw_only=True)
class PasswordRenewed(Fact):
    """An officer's account got another password."""

    SUBJECT: ClassVar[str] = "account_id"
    account_id: UUID


@dataclass(frozen=True, kw_only=True)
class PasswordReset(Fact):
    """Somebody else gave an officer a one-time password, which must be changed at the first sign-in."""

    SUBJECT: ClassVar[str] = "account_id"
    UNIT: ClassVar[str | None] = "agency_id"
    account_id: UUID
    agency_id: str


@dataclass(frozen=True, kw_only=True)
class FactorAdded(Fact):
    """An officer added a second factor: `kind` is `totp` or `passkey`."""

    SUBJECT: ClassVar[str] = "account_id"
    account_id: UUID
    factor_id: UUID
    kind: str


@dataclass(frozen=True, kw_only=True)
class FactorRemoved(Fact):
    """An officer removed an own second factor."""

    SUBJECT: ClassVar[str] = "account_id"
    account_id: UUID
    factor_id: UUID


@dataclass(frozen=True, kw_only=True)
class RecoveryCodesMade(Fact):
    """An officer got a new set of codes on paper; the earlier ones are gone."""

    SUBJECT: ClassVar[str] = "account_id"
    account_id: UUID
    count: int


@dataclass(frozen=True, kw_only=True)
class RecoveryAsked(Fact):
    """An officer who lost every second factor asked for a new start."""

    SUBJECT: ClassVar[str] = "account_id"
    UNIT: ClassVar[str | None] = "agency_id"
    account_id: UUID
    agency_id: str
    recovery_id: UUID


@dataclass(frozen=True, kw_only=True)
class RecoveryConfirmed(Fact):
    """One of the two people who are needed confirmed a recovery."""

    SUBJECT: ClassVar[str] = "account_id"
    UNIT: ClassVar[str | None] = "agency_id"
    account_id: UUID
    agency_id: str
    recovery_id: UUID
    confirmed_by: str


@dataclass(frozen=True, kw_only=True)
class RecoveryRefused(Fact):
    """A recovery was refused by somebody who could have confirmed it."""

    SUBJECT: ClassVar[str] = "account_id"
    UNIT: ClassVar[str | None] = "agency_id"
    account_id: UUID
    agency_id: str
    recovery_id: UUID


@dataclass(frozen=True, kw_only=True)
class FactorsCleared(Fact):
    """Two people confirmed: an officer's factors and sessions ended, and a one-time password was given."""

    SUBJECT: ClassVar[str] = "account_id"
    UNIT: ClassVar[str | None] = "agency_id"
    account_id: UUID
    agency_id: str
    recovery_id: UUID
    factors: int


@dataclass(frozen=True, kw_only=True)
class SessionsEnded(Fact):
    """Somebody ended own sessions: one, or all others."""

    SUBJECT: ClassVar[str] = "account_id"
    account_id: UUID
    sessions: int


@dataclass(frozen=True, kw_only=True)
class SignInsForgotten(Fact):
    """Codes and counts of failures were removed, their time of keeping having run out."""

    SUBJECT: ClassVar[str] = "batch"
    batch: UUID
    codes: int
    failures: int


@dataclass(frozen=True, kw_only=True)
class DutyNamed(Fact):
    """A receiving place named the officer on duty and the stand-in, or that there is none."""

    SUBJECT: ClassVar[str] = "place_id"
    UNIT: ClassVar[str | None] = "agency_id"
    place_id: str
    agency_id: str
    on_duty: UUID | None
    stand_in: UUID | None


@dataclass(frozen=True, kw_only=True)
class WorkContactTold(Fact):
    """The phone or mail address at which an officer is reached at work was told."""

    SUBJECT: ClassVar[str] = "account_id"
    UNIT: ClassVar[str | None] = "agency_id"
    account_id: UUID
    agency_id: str


@dataclass(frozen=True, kw_only=True)
class ConsentFact(Fact):
    """A fact about one consent; of an agency where one of its officers helps."""

    SUBJECT: ClassVar[str] = "consent_id"
    UNIT: ClassVar[str | None] = "agency_id"
    consent_id: UUID
    agency_id: str | None


@dataclass(frozen=True, kw_only=True)
class ConsentAsked(ConsentFact):
    """Somebody asks to help an owner with filing."""

    helper_id: UUID
    kind: str
    way: str
    scope: str


@dataclass(frozen=True, kw_only=True)
class ConsentCodeSent(ConsentFact):
    """A code went to the owner's phone; `purpose` is `give` or `end`."""

    code_id: UUID
    purpose: str


@dataclass(frozen=True, kw_only=True)
class ConsentGiven(ConsentFact):
    """The owner has agreed; of a paper its id, of a call the SHA-256 of what was written down."""

    way: str
    paper_id: UUID | None = None
    said_sha256: str | None = None
    confirm_by: str | None = None


@dataclass(frozen=True, kw_only=True)
class ConsentConfirmed(ConsentFact):
    """What was agreed in a call was confirmed on paper."""

    paper_id: UUID


@dataclass(frozen=True, kw_only=True)
class ConsentEnded(ConsentFact):
    """The owner took the consent back, the helper gave it up, or its last day passed; `how` says which."""

    how: str


@dataclass(frozen=True, kw_only=True)
class ContactTrusted(Fact):
    """An agency registered a phone that serves many by agreement, until a day."""

    SUBJECT: ClassVar[str] = "trusted_id"
    UNIT: ClassVar[str | None] = "agency_id"
    agency_id: str
    trusted_id: UUID
    kind: str
    last: str


@dataclass(frozen=True, kw_only=True)
class ContactTrustEnded(Fact):
    """Such an agreement was ended before its last day, or by a longer one."""

    SUBJECT: ClassVar[str] = "trusted_id"
    UNIT: ClassVar[str | None] = "agency_id"
    agency_id: str
    trusted_id: UUID


@dataclass(frozen=True, kw_only=True)
class ContactTrustMoved(Fact):
    """A reform moved an agreement about a phone to the agency that carries the work on."""

    SUBJECT: ClassVar[str] = "trusted_id"
    UNIT: ClassVar[str | None] = "agency_id"
    agency_id: str
    trusted_id: UUID
    start: str
