"""A certificate authority for trials: a root, an authority under it, and whom that one names.

Every name begins with MÔ PHỎNG, so that no viewer of papers shows one of these signatures without saying so. All
processes of an installation share one folder; a name is made once, under a lock, and kept over restarts.
"""

import fcntl
import hashlib
import os
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

from cryptography import x509
from cryptography.hazmat.primitives.asymmetric import ec, rsa
from cryptography.hazmat.primitives.serialization import (
    Encoding,
    NoEncryption,
    PrivateFormat,
    load_pem_private_key,
)

from motcua.gateways.signing.certificates import SIMULATED, Kind, Wanted, made

Key = ec.EllipticCurvePrivateKey | rsa.RSAPrivateKey
ROOT = Wanted(Kind.ROOT, "Tổ chức chứng thực gốc", SIMULATED)
ISSUING = Wanted(Kind.ISSUING, "Tổ chức chứng thực chữ ký số", SIMULATED)
STAMPING = Wanted(Kind.STAMPING, "Dịch vụ cấp dấu thời gian", SIMULATED)


@dataclass(frozen=True)
class Pair:
    """A private key and its certificate."""

    key: Key
    certificate: x509.Certificate

    @property
    def der(self) -> bytes:
        """Give the certificate in DER."""
        return self.certificate.public_bytes(Encoding.DER)


class Authority:
    """Keeps keys and certificates as PEM in a folder that only its owner reads."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder

    @property
    def root(self) -> Pair:
        """Give the root."""
        return self._kept("root", ROOT, None)

    @property
    def issuing(self) -> Pair:
        """Give the authority that names people and agencies."""
        return self._kept("issuing", ISSUING, self.root)

    @property
    def stamping(self) -> Pair:
        """Give the service that says when something was signed."""
        return self._kept("stamping", STAMPING, self.issuing)

    def holder(self, key: str, wanted: Wanted) -> Pair:
        """Give the holder of a key; `wanted` counts when the key is asked for the first time."""
        return self._kept(f"key-{hashlib.sha256(key.encode()).hexdigest()[:32]}", wanted, self.issuing)

    def _kept(self, name: str, wanted: Wanted, issuer: Pair | None) -> Pair:
        path = self._folder / f"{name}.pem"
        if not path.exists():
            with self._alone():
                if not path.exists():
                    self._write(path, _new(wanted, issuer))
        return _read(path)

    def _write(self, path: Path, pair: Pair) -> None:
        """Write by renaming: another process sees the whole pair or none."""
        fresh = path.with_suffix(".new")
        fresh.unlink(missing_ok=True)
        secret = pair.key.private_bytes(Encoding.PEM, PrivateFormat.PKCS8, NoEncryption())
        with os.fdopen(os.open(fresh, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600), "wb") as stream:
            stream.write(secret + pair.certificate.public_bytes(Encoding.PEM))
        fresh.replace(path)

    @contextmanager
    def _alone(self) -> Iterator[None]:
        self._folder.mkdir(parents=True, exist_ok=True, mode=0o700)
        with (self._folder / "lock").open("a") as stream:
            fcntl.flock(stream, fcntl.LOCK_EX)
            yield


def _new(wanted: Wanted, issuer: Pair | None) -> Pair:
    # Libraries for time stamps of trials know RSA only; a curve is made forty times as quickly.
    key: Key = (
        rsa.generate_private_key(65537, 2048)
        if wanted.kind is Kind.STAMPING
        else ec.generate_private_key(ec.SECP256R1())
    )
    signing, above = (issuer.key, issuer.certificate) if issuer else (key, None)
    return Pair(key, made(wanted, key.public_key(), signing, above))


def _read(path: Path) -> Pair:
    content = path.read_bytes()
    key = load_pem_private_key(content, None)
    if not isinstance(key, ec.EllipticCurvePrivateKey | rsa.RSAPrivateKey):
        raise TypeError(f"{path.name} holds another kind of key")
    return Pair(key, x509.load_pem_x509_certificates(content)[0])
