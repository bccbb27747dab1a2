"""The right to open one file, given by the room that owns it."""

from dataclasses import dataclass
from uuid import UUID


@dataclass(frozen=True, kw_only=True)
class Grant:
    """One viewer may open one variant of one file, to be shown under this name."""

    file_id: UUID
    variant: str
    name: str
    viewer: str
