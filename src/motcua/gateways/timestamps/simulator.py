"""A time stamping authority that runs on a laptop, under the root of the simulated signing keys.

Its libraries are loaded with the first stamp: most processes never make one.
"""

from importlib import import_module
from pathlib import Path
from typing import Any

from cryptography.hazmat.primitives.serialization import Encoding, NoEncryption, PrivateFormat

from motcua.gateways import clock
from motcua.gateways.errors import Refused
from motcua.gateways.signing.authority import Authority


class Simulator:
    """Says what the installation's clock says."""

    def __init__(self, root: Path) -> None:
        self._authority = Authority(root / "signing")

    def stamp(self, request: bytes) -> bytes:
        """Answer a question."""
        try:
            asked = import_module("asn1crypto.tsp").TimeStampReq.load(request, strict=True)
            answer = self._stamper().request_tsa_response(asked)
        except (ValueError, KeyError, TypeError) as error:
            raise Refused("time stamps: the question cannot be read") from error
        return bytes(answer.dump())

    def _stamper(self) -> Any:
        own, issuing = self._authority.stamping, self._authority.issuing
        x509, keys = import_module("asn1crypto.x509"), import_module("asn1crypto.keys")
        secret = own.key.private_bytes(Encoding.DER, PrivateFormat.PKCS8, NoEncryption())
        store = import_module("pyhanko_certvalidator.registry").SimpleCertificateStore()
        store.register(x509.Certificate.load(issuing.der))
        return import_module("pyhanko.sign.timestamps.dummy_client").DummyTimeStamper(
            tsa_cert=x509.Certificate.load(own.der),
            tsa_key=keys.PrivateKeyInfo.load(secret),
            certs_to_embed=store,
            fixed_dt=clock.now(),
        )
