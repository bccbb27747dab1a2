"""Remote signing over HTTPS, as the Cloud Signature Consortium describes it (API 1.0.4 and 2).

`key` is the service's credentialID. Three calls a signature: the certificate, the person's agreement, the signature
of one hash. Where the service asks the person on their phone, the agreement takes as long as they need.
"""

import base64
import hashlib
import ssl
from dataclasses import dataclass, field
from typing import Any

from cryptography import x509
from cryptography.hazmat.primitives.asymmetric import rsa
from cryptography.x509.oid import NameOID

from motcua.gateways.errors import NotSupplied, Refused, Unavailable
from motcua.gateways.signing.port import Certificate
from motcua.gateways.signing.posting import opener, post

SHA256 = "2.16.840.1.101.3.4.2.1"
RSA_SHA256 = "1.2.840.113549.1.1.11"
ECDSA_SHA256 = "1.2.840.10045.4.3.2"


@dataclass(frozen=True)
class Service:
    """Where the service is (`…/csc/v1`, `…/csc/v2`), the bearer's token, and the PIN where it wants one."""

    url: str
    token: str = field(repr=False)
    pin: str = field(default="", repr=False)


class Remote:
    """Asks the service anew each time: it keeps nothing of a person here."""

    def __init__(self, service: Service, context: ssl.SSLContext | None = None) -> None:
        if not service.url.startswith("https://") or not service.token:
            raise NotSupplied(
                "MOTCUA_SIGNING=live needs MOTCUA_SIGNING_URL, the https:// address of a service that speaks the "
                "Cloud Signature Consortium's API, and MOTCUA_SIGNING_TOKEN."
            )
        self._service = service
        self._opener = opener(context)

    def certificate(self, key: str) -> Certificate:
        """Ask for the chain of a credential."""
        said = self._ask("credentials/info", credentialID=key, certificates="chain", certInfo=True)
        own, *above = _certificates(said)
        names = x509.load_der_x509_certificate(own).subject.get_attributes_for_oid(NameOID.COMMON_NAME)
        return Certificate(str(names[0].value) if names else key, own, tuple(above))

    def sign(self, key: str, attributes: bytes) -> bytes:
        """Have one hash signed."""
        own = x509.load_der_x509_certificate(self.certificate(key).certificate)
        is_rsa = isinstance(own.public_key(), rsa.RSAPublicKey)
        digest = base64.b64encode(hashlib.sha256(attributes).digest()).decode()
        said = self._ask(
            "signatures/signHash",
            credentialID=key,
            SAD=self._agreement(key, digest),
            hash=[digest],
            hashAlgo=SHA256,
            signAlgo=RSA_SHA256 if is_rsa else ECDSA_SHA256,
        )
        return _decoded(said, "signatures")[0]

    def _agreement(self, key: str, digest: str) -> str:
        asked: dict[str, Any] = {"credentialID": key, "numSignatures": 1, "hash": [digest]}
        if self._service.pin:
            asked["PIN"] = self._service.pin
        agreed = self._ask("credentials/authorize", **asked).get("SAD")
        if not isinstance(agreed, str) or not agreed:
            raise Refused("signing service: it gave no authorisation")
        return agreed

    def _ask(self, what: str, **asked: Any) -> dict[str, Any]:
        return post(f"{self._service.url.rstrip('/')}/{what}", self._service.token, asked, self._opener)


def _certificates(said: dict[str, Any]) -> list[bytes]:
    about = said.get("cert")
    return _decoded(about if isinstance(about, dict) else {}, "certificates")


def _decoded(said: dict[str, Any], name: str) -> list[bytes]:
    """Read a list of base64 texts that must not be empty."""
    given = said.get(name)
    try:
        found = [base64.b64decode(one, validate=True) for one in given] if isinstance(given, list) else []
    except (TypeError, ValueError) as error:
        raise Unavailable(f"signing service: unreadable {name}") from error
    if not found:
        raise Unavailable(f"signing service: no {name} in its answer")
    return found
