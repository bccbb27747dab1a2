"""Who may be handed a result or papers at the counter, and what must have been shown.

The receipt says it to people: who comes for somebody else brings an authorisation and an identity card.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from motcua.kernel.identity import identity_problem
from motcua.kernel.words import mark

Problem = tuple[str, str]


class Who(StrEnum):
    """Who stands at the counter."""

    OWNER = "owner"
    SUBMITTER = "submitter"
    OTHER = "other"


class Shown(StrEnum):
    """What was shown to the officer."""

    RECEIPT = "receipt"
    IDENTITY = "identity"
    AUTHORISATION = "authorisation"


WHO: dict[str, str] = {
    Who.OWNER: mark("Chủ hồ sơ"),
    Who.SUBMITTER: mark("Người nộp hồ sơ"),
    Who.OTHER: mark("Người được ủy quyền"),
}
SHOWN: dict[str, str] = {
    Shown.RECEIPT: mark("Giấy tiếp nhận hồ sơ và hẹn trả kết quả"),
    Shown.IDENTITY: mark("Giấy tờ tùy thân"),
    Shown.AUTHORISATION: mark("Giấy ủy quyền hoặc giấy giới thiệu"),
}
_OWN = frozenset({Shown.RECEIPT, Shown.IDENTITY})
_FOR_ANOTHER = frozenset({Shown.IDENTITY, Shown.AUTHORISATION})


@dataclass(frozen=True, slots=True)
class Taker:
    """Who took it, and what was shown; name and number of the identity card only of somebody authorised."""

    who: str
    shown: frozenset[str] = frozenset()
    name: str = ""
    number: str = ""


def takers(*, by_another: bool) -> list[str]:
    """List who can be meant: the submitter only where that is somebody else than the owner."""
    return [one for one in WHO if by_another or one != Who.SUBMITTER]


def taker_problems(taker: Taker, on: date, *, by_another: bool) -> list[Problem]:
    """List what is wrong with the record, by field; `by_another` tells that a submitter filed it for the owner."""
    if taker.who not in takers(by_another=by_another):
        return [("taker", mark("Cần chọn ai đến nhận."))]
    checked = [("shown", _shown_problem(taker))]
    if taker.who == Who.OTHER:
        checked.append(("taker-name", None if taker.name.strip() else mark("Cần ghi họ và tên.")))
        checked.append(("taker-number", _number_problem(taker.number, on)))
    return [(field, problem) for field, problem in checked if problem]


def in_order(shown: Iterable[str]) -> list[str]:
    """Give the known kinds of what was shown, in the order of the form."""
    kept = set(shown)
    return [one.value for one in Shown if one in kept]


def _shown_problem(taker: Taker) -> str | None:
    if taker.who == Who.OTHER:
        said = mark("Người nhận thay phải có giấy ủy quyền hoặc giấy giới thiệu, và giấy tờ tùy thân.")
        return None if taker.shown >= _FOR_ANOTHER else said
    said = mark("Cần xem giấy tiếp nhận hoặc giấy tờ tùy thân của người đến nhận.")
    return None if taker.shown & _OWN else said


def _number_problem(number: str, on: date) -> str | None:
    return identity_problem(number, on=on, foreign=True) if number.strip() else None
