"""Addresses and words, sealed with this installation's keys and bound to their message."""

import json
from uuid import UUID

from django.conf import settings

from motcua.kernel import seal
from motcua.messages.rules.wording import Words


def sealed_address(message_id: UUID, address: str) -> bytes:
    """Seal an address."""
    return seal.seal(settings.KEY_RING, address, f"message:{message_id}:address")


def open_address(message_id: UUID, blob: bytes) -> str:
    """Open a sealed address."""
    return seal.open(settings.KEY_RING, blob, f"message:{message_id}:address")


def sealed_words(message_id: UUID, words: Words) -> bytes:
    """Seal what a person will read."""
    text = json.dumps([words.subject, words.text], ensure_ascii=False)
    return seal.seal(settings.KEY_RING, text, f"message:{message_id}:text")


def open_words(message_id: UUID, blob: bytes) -> Words:
    """Open sealed words."""
    subject, text = json.loads(seal.open(settings.KEY_RING, blob, f"message:{message_id}:text"))
    return Words(subject, text)
