"""The rooms whose rows come from a province's folder, in the order in which they build on each other."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import datetime
from importlib import import_module
from importlib.util import find_spec
from pathlib import Path
from typing import Protocol

from motcua.directory.rules.plans import Plan
from motcua.kernel.actors import Actor

ROOMS = ("directory", "catalogue")


class Apply(Protocol):
    """The operation that loads a room as planned."""

    def __call__(self, *, plan: Plan, by: Actor, at: datetime) -> None: ...


@dataclass(frozen=True, slots=True)
class Room:
    """How one room is planned and loaded."""

    name: str
    plan: Callable[[Path], Plan]
    apply: Apply


def rooms() -> Sequence[Room]:
    """Return the rooms of this installation that load."""
    return [_room(name) for name in ROOMS if find_spec(f"motcua.{name}.operations.loading")]


def _room(name: str) -> Room:
    planning = import_module(f"motcua.{name}.queries.planning")
    loading = import_module(f"motcua.{name}.operations.loading")
    return Room(name, planning.plan, loading.apply)
