"""One act on many dossiers: each succeeds or fails by itself, and says why."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from motcua.dossiers.errors import Incomplete, NotAllowed, NotFound, Stale
from motcua.dossiers.models import Dossier
from motcua.dossiers.operations import processing
from motcua.dossiers.rules.workflow import TOGETHER, Act
from motcua.kernel.actors import Actor
from motcua.kernel.words import mark

MOST = 100
"""Dossiers of one go: two pages of the desk; each is an act of its own and takes some milliseconds."""
NOT_HERE = mark("Không có hồ sơ này tại cơ quan.")
_TO_SOMEBODY: Mapping[Act, Callable[..., Dossier]] = {
    Act.TRANSFER: processing.transfer,
    Act.ASSIGN: processing.assign,
    Act.PROPOSE: processing.propose,
}


@dataclass(frozen=True, slots=True)
class Chosen:
    """A dossier that was ticked, and the version that was seen."""

    dossier_id: UUID
    seen: int


@dataclass(frozen=True, slots=True)
class Outcome:
    """What became of one: nothing to say when it was done, else why it was not."""

    dossier_id: UUID
    problem: str = ""


def do_together(
    *, what: Act, chosen: Sequence[Chosen], holder: UUID | None = None, by: Actor, at: datetime
) -> list[Outcome]:
    """Do an act to each of these dossiers, each in a transaction of its own; gives what became of each, in order.

    Raises NotAllowed for an act that is not done to many, Incomplete for none or too many dossiers, or for
    nobody to be given them where somebody must be named.
    """
    if what not in TOGETHER:
        raise NotAllowed
    if not chosen:
        raise Incomplete([("dossier", mark("Cần đánh dấu ít nhất một hồ sơ."))])
    if len(chosen) > MOST:
        raise Incomplete([("dossier", mark("Mỗi lần làm được nhiều nhất 100 hồ sơ."))])
    if what is Act.ASSIGN and holder is None:
        raise Incomplete([("holder", mark("Cần chọn người xử lý."))])
    return [_one(what, one, holder, by, at) for one in dict.fromkeys(chosen)]


def _one(what: Act, one: Chosen, holder: UUID | None, by: Actor, at: datetime) -> Outcome:
    try:
        if what is Act.APPROVE:
            processing.approve(dossier_id=one.dossier_id, seen=one.seen, by=by, at=at)
        else:
            _TO_SOMEBODY[what](dossier_id=one.dossier_id, seen=one.seen, holder=holder, by=by, at=at)
    except NotFound:
        return Outcome(one.dossier_id, NOT_HERE)
    except Incomplete as error:
        return Outcome(one.dossier_id, error.problems[0][1])
    except (Stale, NotAllowed) as error:
        return Outcome(one.dossier_id, str(error))
    return Outcome(one.dossier_id)
