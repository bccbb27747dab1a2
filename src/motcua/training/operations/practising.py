"""Beginning an exercise, and looking at what was done."""

from datetime import datetime, timedelta
from random import Random
from uuid import UUID

from motcua.dossiers.queries.codes import codes_of
from motcua.kernel.actors import Actor
from motcua.kernel.ids import uuid7
from motcua.kernel.worktime import ZONE
from motcua.ledger.acts import act
from motcua.training import events
from motcua.training.errors import NotFound
from motcua.training.models import Practice
from motcua.training.operations.staging import prepare, seat
from motcua.training.people import person
from motcua.training.queries.ground import is_ground
from motcua.training.queries.practices import latest, missing
from motcua.training.rules.exercises import exercises_for
from motcua.training.rules.exercises.shape import Exercise


def begin(*, exercise: str, by: Actor, at: datetime) -> Practice:
    """Prepare what an exercise needs and begin it; beginning it again prepares it anew. Raises NotFound."""
    one = _theirs(exercise, by)
    key = uuid7(at)
    rng = Random(key.int)  # noqa: S311 - invented people, not secrets
    said = _invented(one, rng, key, at)
    if one.prepared == "officer":
        seat(name=str(said["name"]), username=str(said["username"]), by=by, at=at)
    dossiers = prepare(
        what=one.prepared, many=one.many, rng=rng, by=by, at=at
    )  # each act by itself, as in earnest
    codes = codes_of(dossiers)
    with act(by=by, at=at) as deed:
        row = Practice.objects.create(
            id=key,
            account_id=UUID(by.id),
            agency_id=by.unit or "",
            exercise=one.slug,
            began_at=at,
            dossiers=[str(each) for each in dossiers],
            said={**said, "codes": [codes[each] for each in dossiers]},
        )
        deed.record(events.ExerciseBegun(practice_id=row.id, agency_id=row.agency_id, exercise=one.slug))
    return row


def look(*, exercise: str, by: Actor, at: datetime) -> list[str]:
    """Look at what the learner has done since beginning; gives what is still missing. Raises NotFound."""
    one = _theirs(exercise, by)
    with act(by=by, at=at) as deed:
        row = latest(by, one.slug)
        if row is None:
            raise NotFound
        row = Practice.objects.select_for_update().get(id=row.id)
        left = missing(by, one, row)
        if not left and row.done_at is None:
            row.done_at = at
            row.save(update_fields=["done_at"])
            minutes = int((at - row.began_at).total_seconds() // 60)
            deed.record(
                events.ExerciseDone(
                    practice_id=row.id, agency_id=row.agency_id, exercise=one.slug, minutes=minutes
                )
            )
    return left


def _theirs(exercise: str, by: Actor) -> Exercise:
    """Find an exercise of the viewer's roles, on a training ground alone."""
    found = next((one for one in exercises_for(by.roles) if one.slug == exercise), None)
    if found is None or by.unit is None or not is_ground():
        raise NotFound
    return found


def _invented(one: Exercise, rng: Random, key: UUID, at: datetime) -> dict[str, object]:
    """Invent who comes, and the hours of a morning without a line, where the text speaks of them."""
    if one.prepared not in ("person", "book", "officer"):
        return {}
    who, now = person(rng), at.astimezone(ZONE)
    hours = {"began": 60, "written": 45, "ended": 30}
    return {
        "name": who.name,
        "number": who.number,
        "address": f"Xóm {1 + key.int % 12}",
        "username": f"tap-huan.{key.hex[-6:]}",
        **{name: f"{now - timedelta(minutes=back):%H:%M}" for name, back in hours.items()},
    }
