"""What Motcua asks of whoever keeps signing keys: a token, a remote service, a simulator.

A signature belongs to nobody until it stands in a paper: one whose answer was lost harms nobody, and asking again
makes another. So there is no `Unclear` here.
"""

from dataclasses import dataclass
from typing import Protocol


@dataclass(frozen=True, slots=True)
class Certificate:
    """Whom a key names: its certificate and those of its issuers, nearest first, all in DER (X.509).

    `label` is how the keeper of the key calls it, for people who choose among keys.
    """

    label: str
    certificate: bytes
    chain: tuple[bytes, ...] = ()


class SigningGateway(Protocol):
    """A keeper of keys. `key` is the keeper's own name of a key."""

    def certificate(self, key: str) -> Certificate:
        """Give the certificate of a key. Raises Refused where there is no such key, Unavailable."""

    def sign(self, key: str, attributes: bytes) -> bytes:
        """Sign the attributes of a CMS signature (RFC 5652, DER) with SHA-256, and give the bare signature.

        An RSA key signs by PKCS #1 v1.5, a key on an elliptic curve by ECDSA, its two numbers in DER. May wait
        until a person has agreed on their own device. Raises Refused (the person declined, the PIN is wrong),
        Unavailable.
        """
