"""What is known of the digital signatures in a paper, and what they come to together."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum


class Role(StrEnum):
    """In what role a signature was put: by the field it stands in, not by law.

    Whether the certificate is really that officer's or that agency's is told by its number (`serial`), which the
    room keeps that had the paper signed.
    """

    OFFICER = "officer"
    SEAL = "seal"
    OTHER = "other"


class Outcome(StrEnum):
    """What all signatures of a paper come to; the worst one decides."""

    UNSIGNED = "unsigned"
    INTACT = "intact"
    ALTERED = "altered"
    UNTRUSTED = "untrusted"
    UNREADABLE = "unreadable"


class After(StrEnum):
    """What stands in the file behind the part that a signature covers."""

    NOTHING = "nothing"
    SIGNATURES = "signatures"
    OTHER = "other"


@dataclass(frozen=True, slots=True)
class Signature:
    """One signature.

    `signed_at` is proven by a time stamp when `stamped`, else what the signer's machine said. `chain` names the
    signer first and the root last. `expired` means: outside the certificate's validity when it was signed.
    """

    field: str
    role: Role
    name: str
    organisation: str
    serial: str
    signed_at: datetime | None
    stamped: bool
    reason: str
    chain: tuple[str, ...]
    trusted: bool
    expired: bool
    revoked: bool
    intact: bool
    after: After

    @property
    def altered(self) -> bool:
        """Tell whether what was signed is no longer what one sees."""
        return not self.intact or self.after is After.OTHER


@dataclass(frozen=True, slots=True)
class Verdict:
    """What a paper's signatures come to, and each of them in the order of signing."""

    outcome: Outcome
    signatures: tuple[Signature, ...] = ()

    def signed_as(self, role: Role) -> bool:
        """Tell whether a sound signature in this role stands in a sound paper."""
        return self.outcome is Outcome.INTACT and any(one.role is role for one in self.signatures)


FIELD = "{role}-{name}"


def judged(signatures: Sequence[Signature]) -> Outcome:
    """Return what these signatures come to."""
    if not signatures:
        return Outcome.UNSIGNED
    if any(one.altered for one in signatures):
        return Outcome.ALTERED
    return Outcome.INTACT if all(one.trusted for one in signatures) else Outcome.UNTRUSTED


def role_of(field: str) -> Role:
    """Return the role that a field's name tells."""
    told = field.partition("-")[0]
    return Role(told) if told in (Role.OFFICER, Role.SEAL) else Role.OTHER
