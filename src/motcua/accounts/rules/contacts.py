"""Where a person can be reached: a mobile number or a mail address, in one normal form."""

import re
from dataclasses import dataclass
from typing import Literal

from motcua.kernel.references import phone_normal

_MAIL = re.compile(r"[A-Za-z0-9.!#$%&'*+/=?^_`{|}~-]{1,64}@[A-Za-z0-9-]{1,63}(\.[A-Za-z0-9-]{1,63})+")


@dataclass(frozen=True, slots=True)
class Contact:
    """A phone number in E.164 or a lower-case mail address."""

    kind: Literal["sms", "mail"]
    address: str


def contact_from(text: str) -> Contact | None:
    """Read a phone number or mail address as people type it; nothing when it is neither."""
    text = text.strip()
    if "@" in text:
        return Contact("mail", text.lower()) if _MAIL.fullmatch(text) and len(text) <= 254 else None
    phone = phone_normal(text)
    return Contact("sms", phone) if phone else None
