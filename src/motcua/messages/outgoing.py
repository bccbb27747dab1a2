"""A message as other rooms ask for it."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Literal
from uuid import UUID

Channel = Literal["sms", "mail"]


@dataclass(frozen=True, kw_only=True)
class Outgoing:
    """One message about one fact for one person; `thread` is the dossier on whose timeline it shows."""

    event_id: UUID
    recipient: str
    channel: str
    address: str = field(repr=False)
    template: str
    values: Mapping[str, str] = field(repr=False)
    language: str = "vi"
    thread: UUID | None = None
