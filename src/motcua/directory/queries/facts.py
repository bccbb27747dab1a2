"""What the directory answers with: frozen values, no rows."""

from dataclasses import dataclass
from datetime import date

from motcua.kernel.worktime import Limit


@dataclass(frozen=True, slots=True)
class UnitFacts:
    """An administrative unit on a day; `valid_from` and `valid_to` frame this name and parent."""

    code: str
    level: str
    type: str
    name: str
    full_name: str
    name_en: str
    parent_code: str
    latitude: float | None
    longitude: float | None
    area_km2: float | None
    valid_from: date
    valid_to: date | None


@dataclass(frozen=True, slots=True)
class AgencyFacts:
    """An agency with its name of a day; `valid_from` and `valid_to` frame its whole life."""

    id: str
    name: str
    name_en: str
    kind: str
    level: str
    unit_code: str
    code: str
    code_is_temporary: bool
    valid_from: date
    valid_to: date | None
    parent_id: str = ""


@dataclass(frozen=True, slots=True)
class PlaceFacts:
    """A receiving place on a day and the agencies it receives for; unknown contacts are empty."""

    id: str
    name: str
    name_en: str
    kind: str
    host_id: str
    unit_code: str
    address: str
    phone: str
    email: str
    agency_ids: tuple[str, ...]
    valid_from: date
    valid_to: date | None


@dataclass(frozen=True, slots=True)
class DoorFacts:
    """The state of a door on a day, and the law that says so."""

    name: str
    value: str
    law: str
    note: str
    valid_from: date
    valid_to: date | None


@dataclass(frozen=True, slots=True)
class PaperFormFacts:
    """A legal paper's form on a day: its number, title, the symbol after the paper's own number, and the law."""

    key: str
    number: str
    title: str
    symbol: str
    law: str


@dataclass(frozen=True, slots=True)
class ExtensionFacts:
    """How often and by how many working days a promised day may be put off, which roles sign, and the law."""

    times: int
    working_days: int
    signers: frozenset[str]
    law: str
    note: str
    confidence: str


@dataclass(frozen=True, slots=True)
class PeriodFacts:
    """A stretch of time, what follows when it has run out, and the law that says so (empty: none was found)."""

    name: str
    scope: str
    limit: Limit
    after: str
    law: str
    note: str
    confidence: str
    valid_from: date
    valid_to: date | None
