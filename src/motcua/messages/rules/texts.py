"""What a template is made of.

An SMS with Vietnamese letters holds 67 characters a segment; with the longest dossier code each stays within
two (a test counts them). The tracking secret is never in a message. `{site}` is the portal's public address.
"""

from dataclasses import dataclass
from datetime import timedelta


@dataclass(frozen=True)
class Text:
    """One template in one language."""

    sms: str
    subject: str
    body: str


@dataclass(frozen=True)
class Template:
    """A message in both languages; `worth` is how long it is of use to the person who gets it."""

    vi: Text
    en: Text
    what: str
    worth: timedelta = timedelta(days=3)
