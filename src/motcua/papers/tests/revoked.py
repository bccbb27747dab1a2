"""Lists of revoked certificates for tests."""

from datetime import datetime, timedelta

from cryptography import x509
from cryptography.hazmat.primitives.hashes import SHA256
from cryptography.hazmat.primitives.serialization import Encoding

from motcua.gateways.signing.authority import Pair


def listing(issuer: Pair, number: int, since: datetime) -> bytes:
    """Give a list (CRL, DER) on which one number stands."""
    entry = x509.RevokedCertificateBuilder().serial_number(number).revocation_date(since).build()
    builder = (
        x509.CertificateRevocationListBuilder()
        .issuer_name(issuer.certificate.subject)
        .last_update(since)
        .next_update(since + timedelta(days=30))
        .add_revoked_certificate(entry)
    )
    return builder.sign(issuer.key, SHA256()).public_bytes(Encoding.DER)
