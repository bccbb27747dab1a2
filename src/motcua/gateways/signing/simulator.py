"""A keeper of keys that runs on a laptop, with an authority of its own.

Any key exists once it is asked for; one that begins with `seal` is an agency's seal, every other an officer's. A
key ending in 003 is unavailable for signing, at 004 the person declines.
"""

from pathlib import Path

from cryptography.hazmat.primitives.asymmetric import ec
from cryptography.hazmat.primitives.hashes import SHA256
from cryptography.x509.oid import NameOID

from motcua.gateways.errors import Refused, Unavailable
from motcua.gateways.signing.authority import Authority, Pair
from motcua.gateways.signing.certificates import SIMULATED, Kind, Wanted
from motcua.gateways.signing.port import Certificate

DOWN, DECLINES, SEAL = "003", "004", "seal"


class Simulator:
    """Keeps keys and certificates in the folder `signing`, readable by its owner only."""

    def __init__(self, root: Path) -> None:
        self._authority = Authority(root / "signing")

    def enrol(self, key: str, *, name: str, organisation: str) -> Certificate:
        """Name the holder of a key; a key that was asked for before keeps its first name."""
        return self._said(self._pair(key, name, organisation))

    def certificate(self, key: str) -> Certificate:
        """Give the certificate of a key, made when it is asked for the first time."""
        return self._said(self._pair(key, key, SIMULATED))

    def sign(self, key: str, attributes: bytes) -> bytes:
        """Sign, or misbehave as the key says."""
        if key.endswith(DOWN):
            raise Unavailable("the simulated token is not plugged in")
        if key.endswith(DECLINES):
            raise Refused("người ký từ chối")
        private = self._pair(key, key, SIMULATED).key
        if not isinstance(private, ec.EllipticCurvePrivateKey):
            raise Refused("this key does not sign papers")
        return private.sign(attributes, ec.ECDSA(SHA256()))

    def root(self) -> bytes:
        """Give the certificate (DER) whom one must trust to trust this simulator."""
        return self._authority.root.der

    def _pair(self, key: str, name: str, organisation: str) -> Pair:
        kind = Kind.SEAL if key.startswith(SEAL) else Kind.OFFICER
        return self._authority.holder(key, Wanted(kind, name, organisation))

    def _said(self, pair: Pair) -> Certificate:
        label = str(pair.certificate.subject.get_attributes_for_oid(NameOID.COMMON_NAME)[0].value)
        return Certificate(label, pair.der, (self._authority.issuing.der,))
