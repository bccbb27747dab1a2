"""What search reads and answers: plain values."""

from dataclasses import dataclass
from datetime import date


@dataclass(frozen=True, slots=True)
class Document:
    """One version of a procedure, as search needs it."""

    code: str
    title: str
    field: str
    levels: tuple[str, ...]
    applicants: tuple[str, ...]
    sector: str
    agency: str
    result: str
    valid_from: date
    valid_to: date | None


@dataclass(frozen=True, slots=True)
class Hit:
    """One procedure that answers a search; the score lies between 0 and 1."""

    code: str
    name: str
    score: float
