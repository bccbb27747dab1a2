"""Where a person can be reached: a mobile number or a mail address, in one normal form."""

from dataclasses import dataclass
from typing import Literal

from motcua.kernel.references import mail_normal, phone_normal


@dataclass(frozen=True, slots=True)
class Contact:
    """A phone number in E.164 or a lower-case mail address."""

    kind: Literal["sms", "mail"]
    address: str


def contact_from(text: str) -> Contact | None:
    """Read a phone number or mail address as people type it; nothing when it is neither."""
    text = text.strip()
    if "@" in text:
        mail = mail_normal(text)
        return Contact("mail", mail) if mail else None
    phone = phone_normal(text)
    return Contact("sms", phone) if phone else None
