"""The count of an evening: opening + came − went = closing, and what may stay overnight."""

from collections.abc import Iterable
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


def tally(before: Iterable[tuple[str, str]], today: Iterable[tuple[str, str]], closing: int) -> Count:
    """Count the one-stop's day from moves (from, to) before it and on it, beside what lies there in truth."""
    earlier, now = list(before), list(today)
    return Count(_into(earlier) - _out_of(earlier), _into(now), _out_of(now), closing)


def _into(moves: list[tuple[str, str]]) -> int:
    return sum(start != Place.ONE_STOP == end for start, end in moves)


def _out_of(moves: list[tuple[str, str]]) -> int:
    return sum(start == Place.ONE_STOP != end for start, end in moves)


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
