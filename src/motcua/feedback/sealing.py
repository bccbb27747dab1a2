"""How name, number and words of a help request are sealed."""

import json

from motcua.accounts.sealing import index_of, open_text, seal_text

SAID, PHONE, ENTRY = "help.said", "help.phone", "help.entry"


def sealed_said(name: str, about: str) -> bytes:
    """Seal who asks and about what."""
    return seal_text(json.dumps([name, about], ensure_ascii=False), SAID)


def opened_said(blob: bytes | memoryview | None) -> tuple[str, str]:
    """Open who asks and about what; empty once forgotten."""
    if blob is None:
        return "", ""
    name, about = json.loads(open_text(blob, SAID))
    return name, about


def phone_index(phone: str) -> bytes:
    """Give the keyed hash under which a number is found again."""
    return index_of(phone, PHONE)
