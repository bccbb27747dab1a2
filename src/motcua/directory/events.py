"""What the directory announces."""

from dataclasses import dataclass
from typing import ClassVar
from uuid import UUID

from motcua.ledger.facts import Fact


@dataclass(frozen=True, kw_only=True)
class DirectoryLoaded(Fact):
    """Units, agencies, places, calendar and doors were loaded from a folder whose content has this digest."""

    SUBJECT: ClassVar[str] = "digest"
    digest: str
    added: int
    changed: int


@dataclass(frozen=True, kw_only=True)
class PlaceContactTold(Fact):
    """A receiving place told how it is reached: on the page, by a sheet, or by confirming that it is as it was."""

    SUBJECT: ClassVar[str] = "place_id"
    UNIT: ClassVar[str | None] = "agency_id"
    place_id: str
    agency_id: str
    number: int
    source: str


@dataclass(frozen=True, kw_only=True)
class PlaceClosed(Fact):
    """A receiving place will be closed between two days, both included."""

    SUBJECT: ClassVar[str] = "place_id"
    UNIT: ClassVar[str | None] = "agency_id"
    place_id: str
    agency_id: str
    closure_id: UUID
    first: str
    last: str
    reason_sha256: str


@dataclass(frozen=True, kw_only=True)
class PlaceClosureWithdrawn(Fact):
    """A closure that was told does not take place, or ends now."""

    SUBJECT: ClassVar[str] = "place_id"
    UNIT: ClassVar[str | None] = "agency_id"
    place_id: str
    agency_id: str
    closure_id: UUID
