"""What a fact is: a frozen dataclass of ids and codes, announced once by the room where it happened."""

from dataclasses import dataclass, fields
from typing import ClassVar


@dataclass(frozen=True, kw_only=True)
class Fact:
    """Base of every fact. Subclasses name which of their fields places the fact.

    `SUBJECT` is the field with the id of what the fact is about, `THREAD` the field with the dossier's id (or
    none), `UNIT` the field with the agency's id (or none). Fields hold ids and codes, never personal data.
    """

    SUBJECT: ClassVar[str] = ""
    THREAD: ClassVar[str | None] = None
    UNIT: ClassVar[str | None] = None
    V: ClassVar[int] = 1

    @classmethod
    def name(cls) -> str:
        """Name the fact as `room.Class`."""
        return f"{cls.__module__.split('.')[1]}.{cls.__name__}"

    def content(self) -> dict[str, object]:
        """Give the fact's fields by name."""
        return {field.name: getattr(self, field.name) for field in fields(self)}
