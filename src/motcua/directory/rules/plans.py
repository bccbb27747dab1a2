"""What a load would do, and why it would not: made before anything is written."""

from collections.abc import Sequence
from dataclasses import dataclass, field

from motcua.directory.rules.sheets import Problem


@dataclass(frozen=True, slots=True)
class Change:
    """How many rows of one table a load adds and changes, and how many stay."""

    table: str
    added: int
    changed: int
    same: int


@dataclass(frozen=True, slots=True)
class Plan:
    """What a load of one room would do. With problems nothing is loaded; `work` is for the room alone."""

    room: str
    problems: Sequence[Problem]
    changes: Sequence[Change]
    digest: str
    work: Sequence[object] = field(default=(), repr=False)

    @property
    def added(self) -> int:
        """Return how many rows are added."""
        return sum(change.added for change in self.changes)

    @property
    def changed(self) -> int:
        """Return how many rows are changed."""
        return sum(change.changed for change in self.changes)

    @property
    def idle(self) -> bool:
        """Tell whether there is nothing to change."""
        return not self.added and not self.changed
