"""The rooms whose rows come from a province's folder, in the order in which they build on each other."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from typing import Protocol

from motcua.catalogue.operations import loading as catalogue_loading
from motcua.catalogue.operations import loading_lexicon
from motcua.catalogue.queries import lexicon_planning
from motcua.catalogue.queries import planning as catalogue_planning
from motcua.directory.operations import loading as directory_loading
from motcua.directory.queries import planning as directory_planning
from motcua.directory.rules.plans import Plan
from motcua.dossiers.queries.versions import versions_in_use
from motcua.kernel.actors import Actor


class Apply(Protocol):
    """The operation that loads a room as planned."""

    def __call__(self, *, plan: Plan, by: Actor, at: datetime) -> None: ...


@dataclass(frozen=True, slots=True)
class Room:
    """How one room is planned and loaded."""

    name: str
    plan: Callable[[Path], Plan]
    apply: Apply


def _plan_catalogue(folder: Path) -> Plan:
    return catalogue_planning.plan(folder, versions_in_use)


ROOMS = (
    Room("directory", directory_planning.plan, directory_loading.apply),
    Room("catalogue", _plan_catalogue, catalogue_loading.apply),
    Room("search", lexicon_planning.plan, loading_lexicon.apply),
)
