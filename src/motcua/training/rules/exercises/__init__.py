"""All exercises, by role: ten for each role that works on dossiers."""

from motcua.training.rules.exercises.head import HEAD
from motcua.training.rules.exercises.reception import RECEPTION
from motcua.training.rules.exercises.shape import Exercise
from motcua.training.rules.exercises.specialist import SPECIALIST

EXERCISES: dict[str, tuple[Exercise, ...]] = {"reception": RECEPTION, "specialist": SPECIALIST, "head": HEAD}
"""By the role whose work they are, in the order in which they are best done."""

BY_SLUG = {one.slug: one for ours in EXERCISES.values() for one in ours}


def exercises_for(roles: frozenset[str]) -> list[Exercise]:
    """List the exercises of these roles."""
    return [one for role, ours in EXERCISES.items() if role in roles for one in ours]
