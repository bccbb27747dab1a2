"""All exercises, by role: ten for each role at an agency. Who oversees the province reads, and does none."""

from motcua.training.rules.exercises.head import HEAD
from motcua.training.rules.exercises.keeper import KEEPER
from motcua.training.rules.exercises.reception import RECEPTION
from motcua.training.rules.exercises.shape import Exercise
from motcua.training.rules.exercises.specialist import SPECIALIST

EVERY = {one.slug: one for one in (*RECEPTION, *SPECIALIST, *HEAD, *KEEPER)}
_APPROVES = ("phe-duyet", "tra-lai", "phe-duyet-nhieu", "dung", "thu-hoi", "goi-ho-tro")
_HANDLES = ("ky-nhan", "khong-nhan", "phan-cong", "chuyen-dong-nghiep")
EXERCISES: dict[str, tuple[Exercise, ...]] = {
    "reception": RECEPTION,
    "specialist": SPECIALIST,
    "approver": tuple(EVERY[slug] for slug in (*_HANDLES, *_APPROVES)),
    "head": HEAD,
    "admin": KEEPER,
}
"""By the role whose work they are, in the order in which they are best done; an approver has a share of two."""

BY_SLUG = EVERY


def exercises_for(roles: frozenset[str]) -> list[Exercise]:
    """List the exercises of these roles."""
    if "head" in roles:  # the approver's share is in the head's own and the specialist's
        roles = roles - {"approver"}
    found = {one.slug: one for role, ours in EXERCISES.items() if role in roles for one in ours}
    return list(found.values())
