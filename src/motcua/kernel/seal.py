"""Sealed personal data: AES-256-GCM with a key id, keyed indexes for search, and tracking secrets.

A blob is `0x01, length of key id, key id, 12 bytes of nonce, ciphertext with tag`. The head and the context
(for instance `party:<id>:number`) are authenticated, so a blob moved to another row does not open.
"""

import hmac
import os
import secrets
from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import cache

from cryptography.exceptions import InvalidTag
from cryptography.hazmat.primitives.ciphers.aead import AESGCM

from motcua.kernel.text import nfc

_FORMAT = 1
_NONCE = 12
_CROCKFORD = "0123456789ABCDEFGHJKMNPQRSTVWXYZ"
_AS_READ = str.maketrans({"O": "0", "I": "1", "L": "1", " ": None, "-": None, "\t": None, "\u00a0": None})


class SealError(ValueError):
    """The blob was altered, belongs to another context, or its key is not on the ring."""


@dataclass(frozen=True, slots=True)
class KeyRing:
    """The keys an installation holds: sealing keys by id, the one that seals now, and the index key.

    Keys are 32 bytes. An old key stays on the ring for as long as blobs name it.
    """

    keys: Mapping[str, bytes] = field(repr=False)
    primary: str
    index_key: bytes = field(repr=False)

    def __post_init__(self) -> None:
        if self.primary not in self.keys:
            raise ValueError("the primary key id is not on the ring")
        if any(len(key) != 32 for key in (*self.keys.values(), self.index_key)):
            raise ValueError("every key must be 32 bytes long")
        if any(not key_id.isascii() or not 1 <= len(key_id) <= 32 for key_id in self.keys):
            raise ValueError("a key id is 1 to 32 ASCII characters")


def seal(ring: KeyRing, text: str, context: str | bytes) -> bytes:
    """Seal a text under the primary key, bound to its context."""
    head = _head(ring.primary)
    nonce = os.urandom(_NONCE)
    body = _cipher(ring.keys[ring.primary]).encrypt(nonce, text.encode(), head + _bytes(context))
    return head + nonce + body


def open(ring: KeyRing, blob: bytes, context: str | bytes) -> str:  # noqa: A001 the opposite of seal
    """Open a sealed text; raise SealError when it was altered, moved, or sealed under an absent key."""
    blob = bytes(blob)
    key_id = key_id_of(blob)
    key = ring.keys.get(key_id)
    if key is None:
        raise SealError(f"no key {key_id!r} on the ring")
    head = _head(key_id)
    nonce, body = blob[len(head) : len(head) + _NONCE], blob[len(head) + _NONCE :]
    try:
        return _cipher(key).decrypt(nonce, body, head + _bytes(context)).decode()
    except (InvalidTag, ValueError) as error:
        raise SealError("the sealed text was altered or belongs elsewhere") from error


def key_id_of(blob: bytes) -> str:
    """Return the id of the key that sealed a blob; raise SealError when it is not a sealed blob."""
    if len(blob) < 2 or blob[0] != _FORMAT or not 1 <= blob[1] <= 32 or len(blob) < 2 + blob[1] + _NONCE + 16:
        raise SealError("not a sealed blob")
    try:
        return blob[2 : 2 + blob[1]].decode("ascii")
    except UnicodeDecodeError as error:
        raise SealError("not a sealed blob") from error


def index(ring: KeyRing, text: str, purpose: str) -> bytes:
    """Return the keyed HMAC-SHA256 of a text for one purpose: equal texts meet, nobody can guess them.

    The text is taken in NFC; other normalisation (digits only, E.164) is the caller's.
    """
    message = len(purpose.encode()).to_bytes(2) + purpose.encode() + nfc(text).encode()
    return hmac.digest(ring.index_key, message, "sha256")


def new_secret() -> str:
    """Return a new tracking secret: 10 random characters of Crockford's base 32 (no I, L, O, U)."""
    return "".join(_CROCKFORD[byte % 32] for byte in secrets.token_bytes(10))  # 256 is a multiple of 32


def secret_normal(typed: str) -> str:
    """Return a secret as issued from what a person typed: case, spaces, dashes, O for 0, I or L for 1."""
    return typed.upper().translate(_AS_READ)


def secret_printed(secret: str) -> str:
    """Return a secret in two groups of five, easier to copy from paper."""
    return f"{secret[:5]}-{secret[5:]}"


@cache
def _cipher(key: bytes) -> AESGCM:
    return AESGCM(key)


@cache
def _head(key_id: str) -> bytes:
    return bytes((_FORMAT, len(key_id))) + key_id.encode("ascii")


def _bytes(context: str | bytes) -> bytes:
    return context.encode() if isinstance(context, str) else context
