"""The one form in which an event is hashed: sorted keys, NFC, UTC microseconds, no white space."""

import hashlib
import json
import unicodedata
from collections.abc import Mapping
from datetime import UTC, date, datetime
from uuid import UUID

GENESIS = bytes(32)


def plain(value: object) -> object:
    """Turn a value into what JSON can hold, always the same way.

    Raises TypeError for a value that has no canonical form (floats among them: they do not round-trip).
    """
    if value is None or isinstance(value, bool | int):
        return value
    if isinstance(value, str):
        return unicodedata.normalize("NFC", value)
    if isinstance(value, datetime):
        return value.astimezone(UTC).isoformat(timespec="microseconds")
    if isinstance(value, UUID | date):
        return str(value)
    if isinstance(value, bytes):
        return value.hex()
    if isinstance(value, Mapping):
        return {str(key): plain(item) for key, item in value.items()}
    if isinstance(value, list | tuple | set | frozenset):
        items = [plain(item) for item in value]
        return sorted(items, key=str) if isinstance(value, set | frozenset) else items
    raise TypeError(f"a fact cannot hold {type(value).__name__}")


def canonical(value: Mapping[str, object]) -> bytes:
    """Write a mapping in canonical JSON as UTF-8 bytes."""
    return json.dumps(plain(value), sort_keys=True, ensure_ascii=False, separators=(",", ":")).encode()


def digest(content: Mapping[str, object], previous: bytes) -> bytes:
    """Hash one event onto its predecessor: SHA-256 over the previous hash and the canonical content."""
    return hashlib.sha256(previous + canonical(content)).digest()
