"""Receipt books: who makes them, how many leaves they have, and that none of them goes missing unnoticed."""

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass
from typing import Literal

from motcua.kernel.actors import Actor
from motcua.kernel.words import mark

Fate = Literal["unused", "used", "spoiled", "lost"]
FATES: dict[Fate, str] = {
    "unused": mark("Chưa dùng"),
    "used": mark("Đã nhập hồ sơ"),
    "spoiled": mark("Hỏng"),
    "lost": mark("Mất"),
}
"""What can have become of a leaf, in words."""
FEWEST, MOST = 10, 50
REASON_AT_LEAST = 5


@dataclass(frozen=True, slots=True)
class Balance:
    """What became of the leaves of a book; they add up to its size, or the book does not balance."""

    size: int
    unused: int
    used: int
    spoiled: int
    lost: int

    @property
    def missing(self) -> int:
        """Tell how many leaves are unaccounted for: none, unless a row was taken away."""
        return self.size - self.unused - self.used - self.spoiled - self.lost


def fate(*, entered: bool, loss: str | None) -> Fate:
    """Tell what became of a leaf: `loss` is how it was withdrawn, None when it was not or was found again."""
    if entered:
        return "used"
    if loss is None:
        return "unused"
    return "spoiled" if loss == "spoiled" else "lost"


def balance(size: int, fates: Iterable[Fate]) -> Balance:
    """Count the leaves of a book by what became of them."""
    of = Counter(fates)
    return Balance(size, of["unused"], of["used"], of["spoiled"], of["lost"])


def keeps_books(viewer: Actor) -> bool:
    """Tell whether the viewer may make receipt books of the agency worked for, print them and account for leaves."""
    return viewer.kind == "officer" and viewer.unit is not None and viewer.has("reception", "head", "admin")


def receives(viewer: Actor) -> bool:
    """Tell whether the viewer may enter what was received by hand, and log outages."""
    return viewer.kind == "officer" and viewer.unit is not None and viewer.has("reception", "head")


def first_ordinal(form: str) -> int:
    """Give the first number of a day from which books take theirs: the last tenth, which no day's filings reach.

    `yyMMdd-4` gives 9001, `yyyyMMdd-7` gives 9000001: a code from a book is known at sight.
    """
    digits = int(form.rpartition("-")[2])
    return int("9".ljust(digits, "0")) + 1
