"""The installation's keys at work: sealing numbers and contacts, and the keyed hashes that find them again."""

from django.conf import settings

from motcua.kernel import seal


def seal_text(text: str, context: str) -> bytes:
    """Seal a text for one use (`context`), with the primary key."""
    return seal.seal(settings.KEY_RING, text, context)


def open_text(blob: bytes | memoryview, context: str) -> str:
    """Open a sealed text; raises ValueError when it was altered or belongs to another use."""
    return seal.open(settings.KEY_RING, bytes(blob), context)


def index_of(text: str, purpose: str) -> bytes:
    """Give the keyed hash of a text for one purpose."""
    return seal.index(settings.KEY_RING, text, purpose)
