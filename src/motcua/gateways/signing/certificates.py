"""The certificates of a simulated authority: what stands in them, by whom they are for."""

from dataclasses import dataclass
from datetime import UTC, datetime
from enum import Enum

from cryptography import x509
from cryptography.hazmat.primitives.asymmetric import ec, rsa
from cryptography.hazmat.primitives.hashes import SHA256
from cryptography.x509.oid import ExtendedKeyUsageOID, NameOID

SIMULATED = "MÔ PHỎNG"
PrivateKey = ec.EllipticCurvePrivateKey | rsa.RSAPrivateKey
PublicKey = ec.EllipticCurvePublicKey | rsa.RSAPublicKey


class Kind(Enum):
    """Whom a certificate is for."""

    ROOT = "root"
    ISSUING = "issuing"
    STAMPING = "stamping"
    OFFICER = "officer"
    SEAL = "seal"


@dataclass(frozen=True)
class Wanted:
    """What a certificate is to say; it counts from `since` to `until`.

    The span is wide because the clock of a trial may stand in any year.
    """

    kind: Kind
    name: str
    organisation: str
    since: datetime = datetime(2015, 1, 1, tzinfo=UTC)
    until: datetime = datetime(2055, 1, 1, tzinfo=UTC)


def made(
    wanted: Wanted, public: PublicKey, signing: PrivateKey, issuer: x509.Certificate | None
) -> x509.Certificate:
    """Return a signed certificate (X.509 version 3, SHA-256); without an issuer it signs itself."""
    subject = _name(wanted)
    above = signing.public_key()
    builder = (
        x509.CertificateBuilder()
        .subject_name(subject)
        .issuer_name(issuer.subject if issuer else subject)
        .public_key(public)
        .serial_number(x509.random_serial_number())
        .not_valid_before(wanted.since)
        .not_valid_after(wanted.until)
        .add_extension(_constraints(wanted.kind), critical=True)
        .add_extension(_usage(wanted.kind), critical=True)
        .add_extension(x509.SubjectKeyIdentifier.from_public_key(public), critical=False)
        .add_extension(x509.AuthorityKeyIdentifier.from_issuer_public_key(above), critical=False)
    )
    if wanted.kind is Kind.STAMPING:
        builder = builder.add_extension(
            x509.ExtendedKeyUsage([ExtendedKeyUsageOID.TIME_STAMPING]), critical=True
        )
    return builder.sign(signing, SHA256())


def _name(wanted: Wanted) -> x509.Name:
    said = wanted.name if wanted.name.startswith(SIMULATED) else f"{SIMULATED} – {wanted.name}"
    # RFC 5280 bounds both to 64 letters.
    parts = [
        x509.NameAttribute(NameOID.COUNTRY_NAME, "VN"),
        x509.NameAttribute(NameOID.ORGANIZATION_NAME, wanted.organisation[:64]),
        x509.NameAttribute(NameOID.COMMON_NAME, said[:64]),
    ]
    return x509.Name(parts)


def _constraints(kind: Kind) -> x509.BasicConstraints:
    if kind is Kind.ROOT:
        return x509.BasicConstraints(ca=True, path_length=1)
    if kind is Kind.ISSUING:
        return x509.BasicConstraints(ca=True, path_length=0)
    return x509.BasicConstraints(ca=False, path_length=None)


def _usage(kind: Kind) -> x509.KeyUsage:
    issues = kind in (Kind.ROOT, Kind.ISSUING)
    return x509.KeyUsage(
        digital_signature=not issues,
        content_commitment=not issues,
        key_cert_sign=issues,
        crl_sign=issues,
        key_encipherment=False,
        data_encipherment=False,
        key_agreement=False,
        encipher_only=False,
        decipher_only=False,
    )
