"""What an exercise is made of: a situation, steps in words of the screens, what is prepared, and what is looked for.

Looked for are facts of the ledger that the learner recorded after the exercise was begun: what was really done, on
any page and in any order. Each says, while it is missing, what is still to do.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Literal

Prepared = Literal[
    "nothing",
    "person",
    "officer",
    "online",
    "paper",
    "listed",
    "handling",
    "approving",
    "approved",
    "issued",
    "result_here",
    "wanted",
    "book",
]
"""What lies ready when the learner begins: nothing, a person to be typed, a colleague, or dossiers on their way."""

About = Literal["each", "agency"]


@dataclass(frozen=True, slots=True)
class Want:
    """A fact that must have been recorded: of each dossier prepared, or anywhere in the agency."""

    fact: str
    says: str
    about: About = "each"
    times: int = 1
    facts: Mapping[str, object] = field(default_factory=dict)
    owned: bool = False
    """Whether the dossier must bear the name of the person who was invented."""


@dataclass(frozen=True, slots=True)
class Exercise:
    """One exercise. Texts may name `{code}`, `{codes}`, `{name}`, `{number}`, `{address}` of what was prepared."""

    slug: str
    title: str
    minutes: int
    situation: str
    steps: tuple[str, ...]
    wants: tuple[Want, ...]
    prepared: Prepared = "nothing"
    many: int = 1
    page: str = "desk"
