"""What the training ground announces: who began which exercise, and who has done it."""

from dataclasses import dataclass
from typing import ClassVar
from uuid import UUID

from motcua.ledger.facts import Fact


@dataclass(frozen=True, kw_only=True)
class PracticeFact(Fact):
    """A fact about one try of an officer at an exercise."""

    SUBJECT: ClassVar[str] = "practice_id"
    UNIT: ClassVar[str | None] = "agency_id"
    practice_id: UUID
    agency_id: str
    exercise: str


@dataclass(frozen=True, kw_only=True)
class ExerciseBegun(PracticeFact):
    """An officer began an exercise; what it needs was prepared."""


@dataclass(frozen=True, kw_only=True)
class ExerciseDone(PracticeFact):
    """What an officer did in an exercise was looked at, and is right."""

    minutes: int
