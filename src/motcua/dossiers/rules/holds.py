"""Holds: what keeps a dossier waiting without being a stage, their effect on the clock, and which one shows.

The closed list of kinds. The pause of the clock is the union of the intervals of holds that pause; when several
are open the national status is that of the highest precedence (withdrawal 7, money 6, supplement 5). A wish for a
paper outside the closed list waits for the head, at the agency's cost: the clock runs, and no status shows it.
"""

from dataclasses import dataclass
from enum import StrEnum

from motcua.kernel.words import mark


class HoldEnd(StrEnum):
    """How a hold ended, where there is more than one way; empty where what it waited for came, or the dossier ended."""

    PAID = "paid"
    CANCELLED = "cancelled"
    OWED_BACK = "owed_back"


class HoldKind(StrEnum):
    """The kinds of hold."""

    SUPPLEMENT = "supplement"
    MONEY = "money"
    WITHDRAWAL = "withdrawal"
    SUSPENSION = "suspension"
    OTHER_PAPER = "other_paper"


@dataclass(frozen=True, slots=True)
class HoldRule:
    """What one kind of hold means: the national status it shows, its rank, and whether the clock stands still."""

    status: int | None
    rank: int
    pauses: bool
    waits_for: str
    label: str


HOLDS: dict[HoldKind, HoldRule] = {
    HoldKind.WITHDRAWAL: HoldRule(7, 4, False, "agency", mark("Công dân yêu cầu rút hồ sơ")),
    HoldKind.MONEY: HoldRule(6, 3, True, "citizen", mark("Yêu cầu thực hiện nghĩa vụ tài chính")),
    HoldKind.SUPPLEMENT: HoldRule(5, 2, True, "citizen", mark("Yêu cầu bổ sung giấy tờ")),
    HoldKind.SUSPENSION: HoldRule(None, 1, True, "law", mark("Tạm dừng theo quyết định")),
    HoldKind.OTHER_PAPER: HoldRule(
        None, 0, False, "agency", mark("Chờ người đứng đầu quyết định về giấy tờ ngoài danh mục")
    ),
}


def foremost(kinds: frozenset[HoldKind]) -> HoldKind | None:
    """Give the hold that shows when several are open."""
    return max(kinds, key=lambda kind: HOLDS[kind].rank, default=None)
