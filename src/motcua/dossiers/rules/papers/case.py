"""What all papers of one dossier share, and their head."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any

from motcua.kernel.worktime import local

Values = Mapping[str, Any]
Row = tuple[str, str]
SIGN = "(Ký, ghi rõ họ tên)"


@dataclass(frozen=True, slots=True)
class Person:
    """Somebody as a paper names them; what is not known is empty."""

    name: str
    address: str = ""
    phone: str = ""
    email: str = ""
    number: str = ""

    def reached(self) -> list[Row]:
        """List how to reach them, as the forms ask for it: a line without an answer is left to be filled in."""
        lines = [
            ("Địa chỉ", self.address),
            ("Số điện thoại", self.phone),
            ("Thư điện tử", self.email),
            ("Số giấy tờ tùy thân", self.number),
        ]
        return [(label, value) for label, value in lines if value or label == "Địa chỉ"]


@dataclass(frozen=True, slots=True)
class Case:
    """A dossier as its papers name it.

    `agency` decides, `superior` stands above it (empty at the top of a line), `desk` is its one-stop; `place` is
    where the paper is made out and `form` the title, symbol and number that its circular gives it.
    """

    code: str
    matter: str
    owner: Person
    submitter: Person
    agency: str
    superior: str
    desk: str
    place: str
    title: str
    symbol: str
    form: str
    made_on: date

    def head(self, *, by_desk: bool, ordinal: int = 1) -> dict[str, Any]:
        """Give the head of a paper: made out by the one-stop, or by the agency itself.

        Its number is the dossier's code and the symbol of its kind, with the ordinal of a second one.
        """
        symbol = self.symbol if ordinal == 1 else f"{self.symbol}-{ordinal}"
        return {
            "parent": self.agency if by_desk else self.superior,
            "agency": self.desk if by_desk else self.agency,
            "number": f"{self.code}/{symbol}",
            "place_date": f"{self.place}, {date_line(self.made_on)}",
            "title": self.title,
            "form": self.form,
            "code": self.code,
            "submitter": self.submitter.name,
            "matter": self.matter,
        }


def date_line(day: date) -> str:
    """Return `ngày 06 tháng 9 năm 2021`: on papers, days below 10 and the months 1 and 2 have two digits."""
    month = f"{day.month:02d}" if day.month < 3 else str(day.month)
    return f"ngày {day.day:02d} tháng {month} năm {day.year}"


def moment_line(moment: datetime) -> str:
    """Return `09 giờ 05 phút, ngày 06 tháng 9 năm 2021`, in Vietnamese time."""
    here = local(moment)
    return f"{here.hour:02d} giờ {here.minute:02d} phút, {date_line(here.date())}"


def signer(title: str, name: str) -> dict[str, str]:
    """Give a place for a signature."""
    return {"title": title, "how": SIGN, "name": name}
