"""The two ways of a hand-over, who gives and who takes on each, and where a thing lies before and after.

What was handed in goes to the specialised unit; the result, and the papers of a stopped dossier, come back.
"""

from dataclasses import dataclass
from enum import StrEnum

from motcua.dossiers.rules.permits import works_at
from motcua.kernel.actors import Actor
from motcua.kernel.words import mark


class Place(StrEnum):
    """Where a thing lies."""

    ONE_STOP = "one_stop"
    UNIT = "unit"
    OWNER = "owner"
    VOID = "void"
    SUCCESSOR = "successor"


PLACES: dict[str, str] = {
    Place.ONE_STOP: mark("Tại một cửa"),
    Place.UNIT: mark("Tại bộ phận chuyên môn"),
    Place.OWNER: mark("Đã trao cho công dân"),
    Place.VOID: mark("Kết quả đã thu hồi để sửa"),
    Place.SUCCESSOR: mark("Đã chuyển sang cơ quan tiếp nhận nhiệm vụ"),
}
THINGS: dict[str, str] = {"papers": mark("Hồ sơ giấy"), "result": mark("Kết quả")}


@dataclass(frozen=True, slots=True)
class Way:
    """One direction: from where to where, and the roles at both ends."""

    start: Place
    end: Place
    givers: frozenset[str]
    takers: frozenset[str]
    name: str


_DESK, _UNIT = frozenset({"reception", "head"}), frozenset({"specialist", "approver", "head"})
WAYS: dict[str, Way] = {
    "out": Way(Place.ONE_STOP, Place.UNIT, _DESK, _UNIT, mark("Một cửa giao bộ phận chuyên môn")),
    "back": Way(Place.UNIT, Place.ONE_STOP, _UNIT, _DESK, mark("Bộ phận chuyên môn giao một cửa")),
}


def may_give(viewer: Actor, way: str, agency_id: str) -> bool:
    """Tell whether the viewer may hand things over this way."""
    return works_at(viewer, agency_id) and viewer.has(*WAYS[way].givers)


def may_take(viewer: Actor, way: str, agency_id: str, giver: str) -> bool:
    """Tell whether the viewer may sign for things; nobody takes over from oneself."""
    return works_at(viewer, agency_id) and viewer.has(*WAYS[way].takers) and viewer.id != giver


def keeps_papers(viewer: Actor) -> bool:
    """Tell whether the viewer has part in hand-overs of the agency worked for."""
    return viewer.unit is not None and works_at(viewer, viewer.unit)
