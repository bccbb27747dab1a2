"""Whom one trusts when papers are verified."""

from collections.abc import Collection, Sequence
from dataclasses import dataclass

from cryptography.x509 import load_der_x509_certificate, load_der_x509_crl


@dataclass(frozen=True, slots=True)
class Trust:
    """Root certificates, lists of revoked certificates (CRL), both in DER, and further revoked numbers.

    A certificate whose number (`serial`, in upper-case hex) is in `revoked` counts as never good. Without a time
    stamp nobody can prove to have signed before a revocation; with one, what was signed before stays good.
    Raises ValueError where one of these cannot be read: an installation must not trust less than it thinks.
    """

    roots: Sequence[bytes]
    crls: Sequence[bytes] = ()
    revoked: Collection[str] = ()

    def __post_init__(self) -> None:
        for root in self.roots:
            load_der_x509_certificate(root)
        for told in self.crls:
            load_der_x509_crl(told)
