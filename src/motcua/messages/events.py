"""What messages announce: the way of a slip, by ids and codes."""

from dataclasses import dataclass
from typing import ClassVar
from uuid import UUID

from motcua.ledger.facts import Fact


@dataclass(frozen=True, kw_only=True)
class SlipFact(Fact):
    """A fact about one printed slip of one agency."""

    SUBJECT: ClassVar[str] = "slip_id"
    THREAD: ClassVar[str | None] = "thread"
    UNIT: ClassVar[str | None] = "office"
    slip_id: UUID
    thread: UUID | None
    office: str


@dataclass(frozen=True, kw_only=True)
class SlipHanded(SlipFact):
    """A slip was handed to its recipient on a day; `carrier` is village_head, postman, officer or self."""

    handover_id: UUID
    carrier: str
    handed_on: str


@dataclass(frozen=True, kw_only=True)
class SlipHandoverUndone(SlipFact):
    """A hand-over that was noted by mistake was taken back, with the reason."""

    handover_id: UUID
    text_sha256: str


@dataclass(frozen=True, kw_only=True)
class SlipPlaced(SlipFact):
    """An officer said in which hamlet the recipient lives; the name of the hamlet stays in its row."""

    text_sha256: str
