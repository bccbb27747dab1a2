"""Can a dossier be received at the counter? Who it is for, and whether all that is required was given.

Decree 61/2018, Article 17: what is complete and correct is received; what is not is answered at once by one form
that says fully what is missing, and is not received.
"""

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Protocol

from motcua.kernel.identity import identity_problem, phone_normal, tax_code_problem
from motcua.kernel.words import mark

CHANNELS = ("direct", "post")
RETURN_WAYS = ("counter", "post", "online")
MOST_OF_A_PAPER = 999
_MAIL = re.compile(r"[^@\s]+@[^@\s]+\.[^@\s]+")

Problem = tuple[str, str]


@dataclass(frozen=True, slots=True)
class Given:
    """How many of one component were given; `looked_up` when the officer found it in a database instead."""

    component: int
    originals: int = 0
    certified: int = 0
    copies: int = 0
    looked_up: bool = False

    @property
    def counts(self) -> tuple[int, int, int]:
        """Give the three counts."""
        return self.originals, self.certified, self.copies

    @property
    def is_there(self) -> bool:
        """Tell whether anything of it was given or found."""
        return self.looked_up or any(self.counts)


class AskedLike(Protocol):
    """What reception looks at in a paper asked for."""

    @property
    def seq(self) -> int: ...
    @property
    def name(self) -> str: ...
    @property
    def kind(self) -> str: ...


class PersonLike(Protocol):
    """What reception looks at in a person or firm."""

    @property
    def name(self) -> str: ...
    @property
    def kind(self) -> str: ...
    @property
    def number(self) -> str: ...
    @property
    def phone(self) -> str: ...
    @property
    def email(self) -> str: ...
    @property
    def born(self) -> date | None: ...


def person_problems(who: str, person: PersonLike, on: date) -> list[Problem]:
    """List what is wrong with the owner or submitter (`who`), by field; a phone, a mail, a number may be lacking."""
    checked = [
        ("name", None if person.name.strip() else mark("Cần ghi họ và tên.")),
        ("number", _number_problem(person, on) if person.number else None),
        ("born", _born_problem(person.born, on)),
        ("phone", _phone_problem(person.phone) if person.phone else None),
        ("email", _mail_problem(person.email) if person.email else None),
    ]
    return [(f"{who}.{field}", problem) for field, problem in checked if problem]


def lacking(asked: Sequence[AskedLike], given: Iterable[Given]) -> list[AskedLike]:
    """List the required papers of which nothing was given."""
    there = {one.component for one in given if one.is_there}
    return [one for one in asked if one.kind == "required" and one.seq not in there]


def paper_problems(
    asked: Sequence[AskedLike], given: Sequence[Given], *, by_hand: bool = False
) -> list[Problem]:
    """List what is wrong with the papers: one that is lacking, one outside the closed list, a count nobody means.

    What was received by hand while there was no line has been received: nothing is lacking any more.
    """
    listed: Mapping[int, str] = {one.seq: one.kind for one in asked}
    problems = [
        (f"component-{one.seq}", mark("Giấy tờ bắt buộc còn thiếu: hồ sơ chưa được tiếp nhận."))
        for one in (() if by_hand else lacking(asked, given))
    ]
    for one in given:
        if listed.get(one.component, "other_case") == "other_case":
            problems.append(("papers", mark("Giấy tờ này không có trong danh mục của thủ tục.")))
        elif any(count not in range(MOST_OF_A_PAPER + 1) for count in one.counts):
            problems.append((f"component-{one.component}", mark("Số lượng phải từ 0 đến 999.")))
    return problems


def _number_problem(person: PersonLike, on: date) -> str | None:
    if person.kind == "person":
        return identity_problem(person.number, person.born, on=on, foreign=True)
    return tax_code_problem(person.number, on)


def _born_problem(born: date | None, on: date) -> str | None:
    return mark("Ngày sinh ở sau ngày tiếp nhận.") if born is not None and born > on else None


def _phone_problem(phone: str) -> str | None:
    return None if phone_normal(phone) else mark("Số điện thoại không đúng.")


def _mail_problem(address: str) -> str | None:
    return None if _MAIL.fullmatch(address) else mark("Địa chỉ thư điện tử không đúng.")
