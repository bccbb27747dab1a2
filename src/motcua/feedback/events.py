"""What feedback announces: ids and codes only; what people wrote stays sealed in its row, with its SHA-256 here."""

from dataclasses import dataclass
from datetime import datetime
from typing import ClassVar
from uuid import UUID

from motcua.ledger.facts import Fact


@dataclass(frozen=True, kw_only=True)
class HelpFact(Fact):
    """A fact of one help request."""

    SUBJECT: ClassVar[str] = "request_id"
    UNIT: ClassVar[str | None] = "agency_id"
    request_id: UUID
    agency_id: str


@dataclass(frozen=True, kw_only=True)
class HelpAsked(HelpFact):
    """Somebody asked for help: `kind` is `callback`, `question` (on a draft) or `call` (a missed call)."""

    kind: str
    place_id: str
    language: str
    due_at: datetime | None


@dataclass(frozen=True, kw_only=True)
class CallRepeated(HelpFact):
    """The same number rang again before it was called back: still one request."""

    calls: int


@dataclass(frozen=True, kw_only=True)
class HelpTaken(HelpFact):
    """An officer took the request."""


@dataclass(frozen=True, kw_only=True)
class HelpGivenBack(HelpFact):
    """The request was given back to the queue."""


@dataclass(frozen=True, kw_only=True)
class HelpTried(HelpFact):
    """The person was called and not reached, for the `tries`-th time."""

    tries: int


@dataclass(frozen=True, kw_only=True)
class HelpAnswered(HelpFact):
    """A question on a draft was answered in writing."""

    entry_id: UUID
    text_sha256: str


@dataclass(frozen=True, kw_only=True)
class HelpClosed(HelpFact):
    """The request is done, with this outcome."""

    outcome: str
    text_sha256: str


@dataclass(frozen=True, kw_only=True)
class HelpNearDue(HelpFact):
    """Nobody has answered yet, and the time for it is nearly over."""

    due_at: datetime


@dataclass(frozen=True, kw_only=True)
class HelpOverdue(HelpFact):
    """Nobody answered in time: it lies before the head of the agency."""

    due_at: datetime


@dataclass(frozen=True, kw_only=True)
class CallUnreadable(Fact):
    """A line of the call-back file could not be read; where it stands, not what it says."""

    SUBJECT: ClassVar[str] = "where"
    where: str
    text_sha256: str


@dataclass(frozen=True, kw_only=True)
class HelpForgotten(Fact):
    """Names, numbers and words of requests done long ago were removed."""

    SUBJECT: ClassVar[str] = "batch"
    batch: UUID
    requests: int


@dataclass(frozen=True, kw_only=True)
class HelpMoved(HelpFact):
    """A reform moved it: the agency that carries the work on answers."""

    start: str
