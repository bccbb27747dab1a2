"""What is told of a receiving place at once."""

from dataclasses import dataclass
from uuid import UUID

from motcua.directory.rules.contacts import Told


@dataclass(frozen=True, slots=True)
class Telling:
    """Its contact, and who answers there. `seen` is the number of the row that was shown."""

    told: Told
    seen: int
    on_duty: UUID | None
    stand_in: UUID | None
    source: str
