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
    """Somebody came in; `how` is `code` or `password`."""

    SUBJECT: ClassVar[str] = "account_id"
    account_id: UUID
    how: str


@dataclass(frozen=True, kw_only=True)
class RoleGiven(Fact):
    """An officer received a role in an agency."""

    SUBJECT: ClassVar[str] = "account_id"
    UNIT: ClassVar[str | None] = "agency_id"
    account_id: UUID
    agency_id: str
    role: str


@dataclass(frozen=True, kw_only=True)
class PasswordRenewed(Fact):
    """An officer's account got another password."""

    SUBJECT: ClassVar[str] = "account_id"
    account_id: UUID
