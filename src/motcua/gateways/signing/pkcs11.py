"""A token of PKCS #11: a USB token, a card, a hardware module; SoftHSM in tests.

`key` is the label of the key pair on the token; its certificate carries the same label or the same id. A token
stands in one machine: the process that signs must run there. Its library is loaded with the first act.
"""

import hashlib
from collections.abc import Iterator
from contextlib import contextmanager
from importlib import import_module
from pathlib import Path
from threading import Lock
from typing import Any

from cryptography import x509

from motcua.gateways.errors import NotSupplied, Refused, Unavailable
from motcua.gateways.signing.port import Certificate

# A module is initialised once in a process, and a token has one state of being logged in for all its sessions.
_AT_WORK = Lock()
_REFUSALS = ("PinIncorrect", "PinLocked", "PinExpired", "PinInvalid", "PinLenRange", "FunctionRejected")


class Token:
    """One session an act."""

    def __init__(self, module: str, token: str, pin: str) -> None:
        if not module or not Path(module).is_file():
            raise NotSupplied(
                "MOTCUA_SIGNING=pkcs11 needs MOTCUA_PKCS11_MODULE, the token maker's library (a .so file), "
                "MOTCUA_PKCS11_TOKEN, the token's label, and MOTCUA_PKCS11_PIN."
            )
        self._module, self._token, self._pin = module, token, pin

    def certificate(self, key: str) -> Certificate:
        """Give the certificate beside a key, and the authorities' certificates that the token holds."""
        with self._session() as session:
            own = _certificate(session, key)
            found = [bytes(one[_attribute().VALUE]) for one in session.get_objects(_sought("CERTIFICATE"))]
        return Certificate(key, own, _issuers(own, found))

    def sign(self, key: str, attributes: bytes) -> bytes:
        """Let the token sign; the key does not leave it."""
        library = import_module("pkcs11")
        with self._session() as session:
            private = _one(session, _sought("PRIVATE_KEY", key), key)
            if private.key_type == library.KeyType.RSA:
                return bytes(private.sign(attributes, mechanism=library.Mechanism.SHA256_RSA_PKCS))
            return _with_curve(private, attributes)

    @contextmanager
    def _session(self) -> Iterator[Any]:
        with _AT_WORK, _errors():
            token = import_module("pkcs11").lib(self._module).get_token(token_label=self._token)
            with token.open(user_pin=self._pin) as session:
                yield session


@contextmanager
def _errors() -> Iterator[None]:
    try:
        yield
    except import_module("pkcs11").PKCS11Error as error:
        name = type(error).__name__
        # A wrong PIN tried again locks the token: that is for a person, not for a second try.
        raise (Refused if name in _REFUSALS else Unavailable)(f"token: {name}") from error


def _with_curve(private: Any, attributes: bytes) -> bytes:
    """Sign by ECDSA: the token takes the hash and answers with two bare numbers."""
    library = import_module("pkcs11")
    digest = hashlib.sha256(attributes).digest()
    bare = bytes(private.sign(digest, mechanism=library.Mechanism.ECDSA))
    return bytes(import_module("pkcs11.util.ec").encode_ecdsa_signature(bare))


def _attribute() -> Any:
    return import_module("pkcs11").Attribute


def _sought(kind: str, label: str = "") -> dict[Any, Any]:
    sought = {_attribute().CLASS: import_module("pkcs11").ObjectClass[kind]}
    return sought | {_attribute().LABEL: label} if label else sought


def _one(session: Any, sought: dict[Any, Any], key: str) -> Any:
    found = list(session.get_objects(sought))
    if len(found) != 1:
        raise Refused(f"the token holds {len(found)} keys {key!r}")
    return found[0]


def _certificate(session: Any, key: str) -> bytes:
    private = _one(session, _sought("PRIVATE_KEY", key), key)
    by_label = list(session.get_objects(_sought("CERTIFICATE", key)))
    found = by_label or list(session.get_objects(_sought("CERTIFICATE") | {_attribute().ID: private.id}))
    if not found:
        raise Refused(f"the token holds no certificate for {key!r}")
    return bytes(found[0][_attribute().VALUE])


def _issuers(own: bytes, found: list[bytes]) -> tuple[bytes, ...]:
    """Order the issuers among these certificates, nearest first; a root, which names itself, is left out."""
    by_subject = {x509.load_der_x509_certificate(one).subject: one for one in found}
    chain: list[bytes] = []
    last = x509.load_der_x509_certificate(own)
    while last.issuer != last.subject and (above := by_subject.get(last.issuer)) and above not in chain:
        last = x509.load_der_x509_certificate(above)
        if last.issuer != last.subject:
            chain.append(above)
    return tuple(chain)
