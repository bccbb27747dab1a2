"""Cursors of lists: where the next page starts, kept in the address, opaque, short, and never trusted.

A cursor holds the sort key of the last row shown. It grants nothing: every query filters by the viewer first.
"""

import base64
import binascii
import json

LONGEST = 300
Key = tuple[str | int | None, ...]


def encode(key: Key) -> str:
    """Write a key as a cursor."""
    text = json.dumps(key, ensure_ascii=False, separators=(",", ":"))
    return base64.urlsafe_b64encode(text.encode()).decode().rstrip("=")


def decode(cursor: str, shape: tuple[type, ...]) -> Key | None:
    """Read a cursor of this shape (`None` stands for any of its values); anything else is no cursor."""
    if not cursor or len(cursor) > LONGEST:
        return None
    try:
        raw = base64.b64decode(cursor + "=" * (-len(cursor) % 4), altchars=b"-_", validate=True)
        key = json.loads(raw)
    except (binascii.Error, ValueError, RecursionError):
        return None
    if not isinstance(key, list) or len(key) != len(shape):
        return None
    fits = all(part is None or type(part) is kind for part, kind in zip(key, shape, strict=True))
    return tuple(key) if fits else None
