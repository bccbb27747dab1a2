"""The ways and languages in which notices can come."""

from dataclasses import dataclass

WAYS = ("sms", "mail")
LANGUAGES = ("vi", "en")


@dataclass(frozen=True, slots=True)
class Wish:
    """How somebody wants to be told: by `sms` or `mail`, in `vi` or `en`."""

    way: str
    language: str
