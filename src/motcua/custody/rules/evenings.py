"""The count of an evening: opening + came − went = closing, and what may stay overnight."""

from collections.abc import Mapping
from dataclasses import dataclass

from motcua.custody.rules.ways import Place
from motcua.dossiers.rules.permits import works_at
from motcua.dossiers.rules.workflow import Stage
from motcua.kernel.actors import Actor
from motcua.kernel.words import mark

ENDED_HERE = frozenset({Stage.REFUSED, Stage.STOPPED})
"""Stages whose papers go back to their owner."""

GIVE_BACK = mark("Hồ sơ đã dừng: trả lại giấy tờ cho công dân.")


@dataclass(frozen=True, slots=True)
class Kind:
    """Things counted on an evening: those that moved that day so, or those lying at the one-stop.

    `thing` may be empty for both; a `start` or `end` of None is anywhere but the one-stop.
    """

    name: str
    thing: str = ""
    moved: bool = True
    start: str | None = None
    end: str | None = None


_HERE = Place.ONE_STOP
KINDS: dict[str, Kind] = {
    "came": Kind(mark("Vào trong ngày"), end=_HERE),
    "went": Kind(mark("Ra trong ngày"), start=_HERE),
    "here": Kind(mark("Đang có"), moved=False),
    "taken-in": Kind(mark("Hồ sơ giấy tiếp nhận trong ngày"), "papers", start="", end=_HERE),
    "results-in": Kind(mark("Kết quả nhận từ bộ phận chuyên môn"), "result", start=Place.UNIT, end=_HERE),
    "papers-back": Kind(
        mark("Hồ sơ giấy nhận lại từ bộ phận chuyên môn"), "papers", start=Place.UNIT, end=_HERE
    ),
    "handed-over": Kind(mark("Hồ sơ giấy đã giao bộ phận chuyên môn"), "papers", start=_HERE, end=Place.UNIT),
    "results-given": Kind(mark("Kết quả giấy đã trao tại quầy"), "result", start=_HERE, end=Place.OWNER),
    "papers-returned": Kind(mark("Giấy tờ đã trả lại công dân"), "papers", start=_HERE, end=Place.OWNER),
    "results-void": Kind(mark("Kết quả thu hồi để sửa"), "result", start=_HERE, end=Place.VOID),
    "results": Kind(mark("Kết quả giấy chờ trao cho công dân"), "result", moved=False),
    "waiting": Kind(mark("Hồ sơ giấy chờ bổ sung"), "papers", moved=False),
}
"""What an evening counts, each with a list as long as its count."""

SUMS = ("came", "went", "here")
"""What the balance is made of; the others say what it consists of."""


@dataclass(frozen=True, slots=True)
class Count:
    """What a place held in the morning, what came and went, and what is counted in the evening."""

    opening: int
    came: int
    went: int
    closing: int

    @property
    def balances(self) -> bool:
        """Tell whether nothing is unaccounted for."""
        return self.opening + self.came - self.went == self.closing


Moves = Mapping[tuple[str, str], int]
"""How often something went from one place to another: (from, to) → times."""


def tally(before: Moves, today: Moves, closing: int) -> Count:
    """Count the one-stop's day from the moves before it and on it, beside what lies there in truth."""
    return Count(_into(before) - _out_of(before), _into(today), _out_of(today), closing)


def _into(moves: Moves) -> int:
    return sum(times for (start, end), times in moves.items() if start != Place.ONE_STOP == end)


def _out_of(moves: Moves) -> int:
    return sum(times for (start, end), times in moves.items() if start == Place.ONE_STOP != end)


def left_over(thing: str, stage: str, waiting: int, *, listed: bool) -> str:
    """Say what to do with a thing that should not stay at the one-stop overnight; empty if it may stay.

    A dossier may be transferred before its paper is; the paper is asked for every evening until it is on a list,
    also while the dossier waits for its owner: it is at work elsewhere. Only one not yet transferred waits here.
    """
    if thing == "papers" and stage in ENDED_HERE:
        return GIVE_BACK
    if listed:
        return mark("Bên nhận chưa ký bảng kê: nhắc ký nhận.")
    if thing == "result":
        return ""
    if stage == Stage.RECEIVED:
        return "" if waiting else mark("Chưa giao bộ phận chuyên môn: lập bảng kê và giao.")
    return mark("Hồ sơ đã chuyển xử lý, giấy tờ còn ở một cửa: lập bảng kê và giao.")


def closes_days(viewer: Actor) -> bool:
    """Tell whether the viewer closes the days of the one-stop worked for."""
    return viewer.unit is not None and works_at(viewer, viewer.unit) and viewer.has("reception", "head")
