"""Certificates that lie in a signature beside the chain that is followed.

Nothing follows them, so nothing would see that one of them was changed; each must have its issuer here too.
"""

from collections.abc import Iterable, Sequence

from asn1crypto import cms
from cryptography.exceptions import InvalidSignature
from cryptography.x509 import Certificate, load_der_x509_certificate


def all_issued(stores: Iterable[cms.SignedData], roots: Sequence[bytes]) -> bool:
    """Tell whether each certificate of a signature and its time stamps is signed by another of them, or by a root."""
    found = {one.chosen.dump() for store in stores for one in store["certificates"] or () if _plain(one)}
    certificates = [load_der_x509_certificate(one) for one in found]
    issuers = [*certificates, *map(load_der_x509_certificate, roots)]
    return all(any(_issued(one, above) for above in issuers) for one in certificates)


def _plain(one: cms.CertificateChoices) -> bool:
    return bool(one.name == "certificate")


def _issued(one: Certificate, above: Certificate) -> bool:
    if one.issuer != above.subject:
        return False
    try:
        one.verify_directly_issued_by(above)
    except (InvalidSignature, ValueError, TypeError):
        return False
    return True
