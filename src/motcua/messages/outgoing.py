"""A message as other rooms ask for it."""

from collections.abc import Mapping, Sequence
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


@dataclass(frozen=True, kw_only=True)
class ByHand:
    """A message to somebody without phone and mail: printed, and carried to `hamlet` by the one-stop of `office`.

    `written_out` is what others would look up online: reasons, lists, whom to ask; one line each.
    """

    event_id: UUID
    recipient: str
    name: str = field(repr=False)
    address: str = field(repr=False)
    office: str
    hamlet: str
    template: str
    values: Mapping[str, str] = field(repr=False)
    written_out: Sequence[str] = field(default=(), repr=False)
    thread: UUID | None = None
