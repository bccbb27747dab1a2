"""Addresses and words, sealed with this installation's keys and bound to their message."""

import json
from dataclasses import astuple, dataclass, field
from uuid import UUID

from django.conf import settings

from motcua.kernel import seal
from motcua.messages.rules.wording import Words


@dataclass(frozen=True)
class SlipWords:
    """What stands on a slip: outside name and address, inside subject and text."""

    name: str = field(repr=False)
    address: str = field(repr=False)
    subject: str
    text: str = field(repr=False)


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


def sealed_slip(slip_id: UUID, words: SlipWords) -> bytes:
    """Seal what stands on a slip."""
    return seal.seal(settings.KEY_RING, json.dumps(astuple(words), ensure_ascii=False), f"slip:{slip_id}")


def open_slip(slip_id: UUID, blob: bytes) -> SlipWords:
    """Open what stands on a slip."""
    return SlipWords(*json.loads(seal.open(settings.KEY_RING, blob, f"slip:{slip_id}")))
