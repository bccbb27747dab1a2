"""Who keeps the accounts of an agency, and which roles they may give and end there.

The head answers for everybody's roles. Whoever only keeps accounts sees no dossier, and so gives no role to
themselves and touches no head's: otherwise keeping accounts would be a way to everything. Oversight reads the
whole province and is given by the province (`motcua staff`), by no agency to its own people.
"""

import re
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, timedelta

from motcua.kernel.actors import Actor
from motcua.kernel.words import mark

ROLES: dict[str, str] = {
    "reception": mark("Tiếp nhận và trả kết quả"),
    "specialist": mark("Chuyên môn"),
    "approver": mark("Phê duyệt"),
    "head": mark("Người đứng đầu"),
    "admin": mark("Quản lý tài khoản"),
    "oversight": mark("Giám sát"),
}
"""Every role with its name for people."""
GIVES: dict[str, frozenset[str]] = {
    "head": frozenset(ROLES) - {"oversight"},
    "admin": frozenset({"reception", "specialist", "approver"}),
}
_USERNAME = re.compile(r"[a-z0-9][a-z0-9._-]{2,49}")


@dataclass(frozen=True, slots=True)
class Term:
    """A role of one officer between two dates (inclusive; open when `until` is empty)."""

    account_id: str
    role: str
    since: date
    until: date | None

    def holds_on(self, on: date) -> bool:
        """Tell whether the role is in force on a day."""
        return self.since <= on and (self.until is None or self.until >= on)

    def overlaps(self, other: "Term") -> bool:
        """Tell whether both are ever in force on the same day."""
        last, others_last = self.until or date.max, other.until or date.max
        return self.since <= others_last and other.since <= last


def keeps_accounts(viewer: Actor, agency_id: str) -> bool:
    """Tell whether the viewer keeps the accounts of this agency."""
    if viewer.kind == "system":
        return True
    return viewer.kind == "officer" and viewer.unit == agency_id and viewer.has("head", "admin")


def givable(viewer: Actor) -> frozenset[str]:
    """Give the roles the viewer may give and end at the own agency."""
    if viewer.kind == "system":
        return frozenset(ROLES)
    found = (GIVES[role] for role in viewer.roles if role in GIVES)
    return frozenset().union(*found)


def may_give(viewer: Actor, account_id: str, role: str) -> bool:
    """Tell whether the viewer may give or end this role of this officer."""
    return role in givable(viewer) and (viewer.id != account_id or viewer.has("head"))


def may_reset(viewer: Actor, account_id: str, held_here: Iterable[str], held_elsewhere: bool) -> bool:
    """Tell whether the viewer may reset this officer's password: who does could come in with it and act as them."""
    if viewer.kind == "system":
        return True
    return viewer.id != account_id and not held_elsewhere and givable(viewer) >= frozenset(held_here)


def leaves_no_head(ending: Term, until: date, heads: Iterable[Term]) -> bool:
    """Tell whether the agency would be without a head on the day after `until`."""
    after = until + timedelta(days=1)
    return ending.role == "head" and not any(one.holds_on(after) for one in heads if one != ending)


def username_problem(text: str) -> str | None:
    """Say what is wrong with a user name; nothing when it is good."""
    if _USERNAME.fullmatch(text):
        return None
    return mark("Tên đăng nhập gồm 3 đến 50 chữ thường không dấu, chữ số, dấu chấm, gạch nối.")


def term_problems(since: date | None, until: date | None, today: date) -> list[tuple[str, str]]:
    """List what is wrong with the dates of a role that is given today."""
    if since is None:
        return [("since", mark("Cần ghi ngày bắt đầu."))]
    if since < today:
        return [("since", mark("Nhiệm vụ không thể bắt đầu trước hôm nay."))]
    if until is not None and until < since:
        return [("until", mark("Ngày kết thúc không thể trước ngày bắt đầu."))]
    return []
