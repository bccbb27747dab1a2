"""What the desk offers to do to the dossiers that are ticked on one of its lists."""

from collections.abc import Sequence
from datetime import datetime
from typing import Any

from motcua.accounts.queries import colleagues
from motcua.dossiers.queries.desk import DeskRow
from motcua.dossiers.rules.permits import acts_together
from motcua.dossiers.rules.workflow import AT_WORK, TABLE, Act, Stage
from motcua.kernel.actors import Actor
from motcua.kernel.words import mark
from motcua.kernel.worktime import ZONE

NAMES = {
    Act.TRANSFER: mark("Chuyển xử lý"),
    Act.ASSIGN: mark("Phân công"),
    Act.PROPOSE: mark("Trình phê duyệt"),
    Act.APPROVE: mark("Phê duyệt"),
}
GIVES = (Act.TRANSFER, Act.ASSIGN, Act.PROPOSE)
"""Acts that may name who gets the dossiers."""


def offered(viewer: Actor, rows: Sequence[DeskRow], at: datetime) -> dict[str, Any]:
    """Give the acts for many, and the colleagues who can be given the dossiers."""
    acts = acts_together(viewer, {Stage(one.stage) for one in rows})
    return {
        "acts": [(act, NAMES[act]) for act in acts],
        "stages": {str(stage) for stage, act in TABLE if act in acts},
        "holders": _holders(viewer, acts, at),
    }


def _holders(viewer: Actor, acts: list[Act], at: datetime) -> list[tuple[str, str]]:
    """List the colleagues whose turn it is after one of these acts."""
    turns = [AT_WORK[move.to] for (_stage, act), move in TABLE.items() if act in acts and act in GIVES]
    if not turns:
        return []
    wanted = frozenset({"head"}).union(*turns)
    people = [
        one for one in colleagues(viewer, at.astimezone(ZONE).date()) if not one.roles.isdisjoint(wanted)
    ]
    return [(one.id, f"{one.name} – {one.title}" if one.title else one.name) for one in people]
