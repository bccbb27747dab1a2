"""What a learner has begun and done, what is still missing in an exercise, and who is how far."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import Any, TypedDict
from uuid import UUID

from motcua.custody.models import Item
from motcua.dossiers.models import Dossier
from motcua.kernel.actors import Actor
from motcua.kernel.text import fold
from motcua.ledger.models import Event
from motcua.training.models import Practice
from motcua.training.rules.exercises.shape import Exercise, Want
from motcua.training.rules.permits import watches, watches_all


class Recorded(TypedDict):
    """What is looked at of a fact."""

    name: str
    thread: UUID | None
    facts: Any


@dataclass(frozen=True, slots=True)
class Standing:
    """How a learner stands with an exercise: the newest try, and the first success."""

    practice: Practice | None
    done_at: datetime | None


@dataclass(frozen=True, slots=True)
class Learner:
    """Somebody who has begun at least one exercise, with what was done and when."""

    account_id: UUID
    agency_id: str
    done: Mapping[str, datetime]
    minutes: int


def latest(viewer: Actor, exercise: str) -> Practice | None:
    """Give the viewer's newest try at an exercise."""
    rows = Practice.objects.filter(account_id=UUID(viewer.id), exercise=exercise)
    return rows.order_by("-id").first()


def standings(viewer: Actor) -> dict[str, Standing]:
    """Give how the viewer stands, by exercise."""
    found: dict[str, Standing] = {}
    for row in Practice.objects.filter(account_id=UUID(viewer.id)).order_by("id"):
        before = found.get(row.exercise, Standing(None, None))
        found[row.exercise] = Standing(row, before.done_at or row.done_at)
    return found


def missing(viewer: Actor, exercise: Exercise, practice: Practice) -> list[str]:
    """List what is still to do, in the order of the exercise; nothing when it is right."""
    rows = Event.objects.filter(actor_id=viewer.id, at__gte=practice.began_at)
    facts = [Recorded(name=one.name, thread=one.thread, facts=one.facts) for one in rows.order_by("id")]
    said = []
    for want in exercise.wants:
        ours = [one for one in facts if one["name"] == want.fact and _fits(one["facts"], want.facts)]
        said += _lacks(want, _owned(ours, practice) if want.owned else ours, practice)
    return said


def learners(viewer: Actor) -> list[Learner]:
    """List who has begun, of the viewer's agency or of all; nothing to others."""
    if not watches(viewer):
        return []
    rows = Practice.objects.order_by("agency_id", "account_id", "id")
    if not watches_all(viewer):
        rows = rows.filter(agency_id=viewer.unit)
    found: dict[UUID, list[Practice]] = {}
    for row in rows:
        found.setdefault(row.account_id, []).append(row)
    return [_learner(key, ours) for key, ours in found.items()]


def _learner(key: UUID, rows: list[Practice]) -> Learner:
    done: dict[str, datetime] = {}
    seconds = 0.0
    for row in rows:
        if row.done_at and row.exercise not in done:
            done[row.exercise] = row.done_at
            seconds += (row.done_at - row.began_at).total_seconds()
    return Learner(key, rows[-1].agency_id, done, round(seconds / 60))


def _owned(facts: list[Recorded], practice: Practice) -> list[Recorded]:
    """Keep the facts about dossiers of the person whom the exercise invented."""
    rows = Dossier.objects.filter(
        id__in=[one["thread"] for one in facts], owner_key=fold(practice.said["name"])
    )
    theirs = set(rows.values_list("id", flat=True))
    return [one for one in facts if one["thread"] in theirs]


def _fits(facts: Mapping[str, object], wanted: Mapping[str, object]) -> bool:
    return all(facts.get(name) == value for name, value in wanted.items())


def _lacks(want: Want, facts: list[Recorded], practice: Practice) -> list[str]:
    codes: list[str] = practice.said.get("codes", [])
    if want.about == "agency" or not practice.dossiers:
        return [] if len(facts) >= want.times else [want.says.format_map(practice.said)]
    pairs = list(zip(practice.dossiers, codes, strict=False))
    if want.fact == "custody.HandoverMade":  # a list names things, not dossiers
        listed = _listed(facts)
        left = [code for key, code in pairs if UUID(key) not in listed]
        return [want.says.format(code=", ".join(left), codes=", ".join(left))] if left else []
    told = {one["thread"] for one in facts}
    return [want.says.format(code=code, codes=code) for key, code in pairs if UUID(key) not in told]


def _listed(facts: Iterable[Recorded]) -> set[UUID]:
    """Give the dossiers whose papers or results stand on lists that were made."""
    items = [key for one in facts for key in one["facts"]["items"]]
    return set(Item.objects.filter(id__in=items).values_list("dossier_id", flat=True))
