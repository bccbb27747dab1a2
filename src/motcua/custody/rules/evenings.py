"""The count of an evening: opening + came − went = closing, and what may stay overnight."""

from collections.abc import Mapping
from dataclasses import dataclass

from motcua.custody.rules.ways import Place
from motcua.dossiers.rules.permits import works_at
from motcua.dossiers.rules.workflow import Stage
from motcua.kernel.actors import Actor
from motcua.kernel.words import mark


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
    """Say what to do with a thing that should not stay at the one-stop overnight; empty if it may stay."""
    if listed:
        return mark("Bên nhận chưa ký bảng kê: nhắc ký nhận.")
    if thing == "result" or waiting:
        return ""
    if stage in (Stage.REFUSED, Stage.STOPPED):
        return mark("Hồ sơ đã dừng: trả lại giấy tờ cho công dân.")
    return mark("Chưa giao bộ phận chuyên môn: lập bảng kê và giao.")


def closes_days(viewer: Actor) -> bool:
    """Tell whether the viewer closes the days of the one-stop worked for."""
    return viewer.unit is not None and works_at(viewer, viewer.unit) and viewer.has("reception", "head")
