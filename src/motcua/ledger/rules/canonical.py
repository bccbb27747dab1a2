"""The one form in which an event is hashed: sorted keys, NFC, UTC microseconds, no white space."""

import hashlib
import json
import unicodedata
from collections.abc import Mapping
from datetime import UTC, date, datetime
from uuid import UUID

GENESIS = bytes(32)
_ENCODER = json.JSONEncoder(sort_keys=True, ensure_ascii=False, separators=(",", ":"))


def plain(value: object) -> object:
    """Turn a value into what JSON can hold, always the same way.

    Raises TypeError for a value that has no canonical form (floats among them: they do not round-trip).
    """
    kind = type(value)
    if kind is str:
        return unicodedata.normalize("NFC", value)  # type: ignore[arg-type]
    if value is None or kind is int or kind is bool:
        return value
    if kind is UUID or kind is date:
        return str(value)
    return _less_plain(value)


def _less_plain(value: object) -> object:
    if isinstance(value, datetime):
        return value.astimezone(UTC).isoformat(timespec="microseconds")
    if isinstance(value, Mapping):
        return {str(key): plain(item) for key, item in value.items()}
    if isinstance(value, list | tuple):
        return [plain(item) for item in value]
    if isinstance(value, set | frozenset):
        return sorted((plain(item) for item in value), key=str)
    if isinstance(value, bytes):
        return value.hex()
    if isinstance(value, str):  # of a subclass, an enumeration for instance
        return unicodedata.normalize("NFC", value)
    if isinstance(value, bool | int | UUID | date):
        return value if isinstance(value, int) else str(value)
    raise TypeError(f"a fact cannot hold {type(value).__name__}")


def canonical(value: Mapping[str, object]) -> bytes:
    """Write a mapping in canonical JSON as UTF-8 bytes."""
    return _ENCODER.encode(plain(value)).encode()


def digest(content: Mapping[str, object], previous: bytes) -> bytes:
    """Hash one event onto its predecessor: SHA-256 over the previous hash and the canonical content."""
    return hashlib.sha256(previous + canonical(content)).digest()
