"""The procedures that one agency receives on a day, and those that a few letters mean."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date

from motcua.catalogue.queries.procedures import outline_on
from motcua.catalogue.queries.services import receives
from motcua.catalogue.queries.snapshot import snapshot
from motcua.catalogue.rules.initials import fit, letters_of

KEPT = 200


@dataclass(frozen=True, slots=True)
class Offered:
    """A procedure to choose at the counter, with what its letters are compared to."""

    code: str
    title: str
    initials: str
    words: tuple[str, ...]


def received_by(agency_id: str, on: date) -> tuple[Offered, ...]:
    """Return the procedures an agency receives on a day, in alphabetical order."""
    shot = snapshot()
    key = ("received", agency_id, on)
    kept = shot.answers.get(key)
    if not isinstance(kept, tuple):
        held = [one for code in shot.versions if (one := outline_on(shot, code, on)) is not None]
        held.sort(key=lambda one: (one.sort_key, one.code))
        kept = tuple(
            Offered(one.code, one.title, *letters_of(one.title))
            for one in held
            if receives(one.code, agency_id, on)
        )
        if len(shot.answers) >= KEPT:
            shot.answers.clear()
        shot.answers[key] = kept
    return kept


def meant_by(typed: str, agency_id: str, on: date, used: Mapping[str, int], limit: int = 8) -> list[Offered]:
    """Return what a few letters mean among the agency's own procedures: the most used first, then the best fit."""
    fits = ((fit(typed, one.initials, one.words, one.code), one) for one in received_by(agency_id, on))
    found = [(-used.get(one.code, 0), how, len(one.words), one) for how, one in fits if how is not None]
    found.sort(key=lambda rank: rank[:3])
    return [one for *_, one in found[:limit]]
