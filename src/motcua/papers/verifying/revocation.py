"""Whether a certificate was revoked when it signed, by lists that the caller brings."""

from collections.abc import Sequence
from datetime import datetime
from itertools import pairwise

from asn1crypto import x509
from cryptography.x509 import (
    CertificateRevocationList,
    load_der_x509_certificate,
    load_der_x509_crl,
)

from motcua.papers.verifying.trust import Trust


def is_revoked(chain: Sequence[x509.Certificate], trust: Trust, proven: datetime | None) -> bool:
    """Tell whether a certificate of the chain (signer first) was revoked; `proven` is when it provably signed.

    A list counts when the issuer above in the chain has signed it.
    """
    if any(f"{one.serial_number:X}" in trust.revoked for one in chain):
        return True
    lists = [load_der_x509_crl(one) for one in trust.crls]
    return any(_listed(own, above, one, proven) for own, above in pairwise(chain) for one in lists)


def _listed(
    own: x509.Certificate, above: x509.Certificate, told: CertificateRevocationList, proven: datetime | None
) -> bool:
    issuer = load_der_x509_certificate(above.dump())
    entry = told.get_revoked_certificate_by_serial_number(own.serial_number)
    if entry is None or told.issuer != issuer.subject:
        return False
    if not told.is_signature_valid(issuer.public_key()):  # type: ignore[arg-type]
        return False
    return proven is None or entry.revocation_date_utc <= proven
