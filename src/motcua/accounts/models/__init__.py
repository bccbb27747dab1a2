"""Rows of accounts."""

from motcua.accounts.models.account import Account
from motcua.accounts.models.code import SignInCode
from motcua.accounts.models.consent import Consent, ConsentCode
from motcua.accounts.models.duty import Duty, WorkContact
from motcua.accounts.models.factor import Factor, RecoveryCode
from motcua.accounts.models.officer import Officer, Role
from motcua.accounts.models.party import Party
from motcua.accounts.models.recovery import Recovery, RecoveryYes
from motcua.accounts.models.sign_in import SignIn
from motcua.accounts.models.slowing import Slowing
from motcua.accounts.models.trusted import TrustedContact

__all__ = [
    "Account",
    "Consent",
    "ConsentCode",
    "Duty",
    "Factor",
    "Officer",
    "Party",
    "Recovery",
    "RecoveryCode",
    "RecoveryYes",
    "Role",
    "SignIn",
    "SignInCode",
    "Slowing",
    "TrustedContact",
    "WorkContact",
]
