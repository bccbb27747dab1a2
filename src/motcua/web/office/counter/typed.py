"""The counter's form: read from a request, turned into a case, filled in from a card or a known person."""

import re
from collections.abc import Mapping
from dataclasses import replace
from datetime import date
from typing import Any
from uuid import UUID

from motcua.accounts.models import Party
from motcua.accounts.operations.parties import Person
from motcua.accounts.queries import party_contact, party_number
from motcua.accounts.rules.cards import Card
from motcua.dossiers.errors import Incomplete
from motcua.dossiers.operations.reception import CounterCase
from motcua.dossiers.rules.reception import MOST_OF_A_PAPER, Given
from motcua.kernel.references import phone_printed
from motcua.kernel.words import mark

PERSON = ("number", "name", "born", "phone", "email", "address")
FIELDS = {
    "id": 36,
    "channel": 10,
    "procedure": 30,
    "q": 200,
    "case": 3,
    "matter": 500,
    "return_way": 10,
    "sets": 4,
    "reason": 20,
    "note": 2000,
    "leaf": 36,
    "outage": 36,
    **{f"received_at.{part}": 10 for part in ("day", "month", "year", "time")},
    "owner.kind": 20,
    **{f"owner.{name}": 500 for name in PERSON},
    **{f"submitter.{name}": 500 for name in PERSON},
}
COUNTS = ("originals", "certified", "copies")
PRESET = {"channel": "direct", "return_way": "counter", "owner.kind": "person", "sets": "1"}
_DAY = re.compile(r"(\d{1,2})[/.\-]?(\d{1,2})[/.\-]?(\d{4})")

Typed = dict[str, str]


def blank(entry_id: UUID) -> Typed:
    """Give the form as it is when the next person comes."""
    return dict.fromkeys(FIELDS, "") | PRESET | {"id": str(entry_id)}


def typed_in(post: Mapping[str, Any]) -> Typed:
    """Read the form, each field cut to its length."""
    return {name: str(post.get(name, "")).strip()[:length] for name, length in FIELDS.items()}


def counts_in(post: Mapping[str, Any], seq: int) -> dict[str, str]:
    """Read what was typed for one paper, as typed."""
    return {name: str(post.get(f"{name}-{seq}", "")).strip()[:4] for name in (*COUNTS, "looked_up")}


def from_card(typed: Typed, card: Card) -> Typed:
    """Put what the card says in place of what stood there."""
    said = {"number": card.number, "name": card.name, "born": written(card.born), "address": card.address}
    return typed | {f"owner.{name}": text for name, text in said.items() if text}


def from_party(typed: Typed, one: Party) -> Typed:
    """Fill in what is known of a person where nothing was typed."""
    mail, phone = party_contact(one, "mail"), party_contact(one, "sms")
    known = {
        "number": party_number(one),
        "name": one.name,
        "born": written(one.born),
        "phone": phone_printed(phone.address) if phone else "",
        "email": mail.address if mail else "",
        "address": one.address,
    }
    kind = {"owner.kind": "organisation"} if one.kind != "person" else {}
    return typed | kind | {f"owner.{name}": typed[f"owner.{name}"] or text for name, text in known.items()}


def written(day: date | None) -> str:
    """Write a date as it is typed: 15/03/1990."""
    return f"{day:%d/%m/%Y}" if day else ""


def case_of(typed: Typed, post: Mapping[str, Any], components: list[int]) -> CounterCase:
    """Make the case out of the form. Raises Incomplete with what cannot be read at all."""
    problems: list[tuple[str, str]] = []
    papers = tuple(one for seq in components if (one := _given(post, seq, problems)).is_there)
    owner = _person(typed, "owner", problems)
    submitter = _person(typed, "submitter", problems)
    sets = _count(typed["sets"] or "1", "sets", problems)
    if problems:
        raise Incomplete(problems)
    return CounterCase(
        id=UUID(typed["id"]),
        channel=typed["channel"],
        procedure=typed["procedure"],
        owner=replace(owner, kind=typed["owner.kind"] or "person"),
        submitter=submitter if any(typed[f"submitter.{name}"] for name in PERSON) else None,
        papers=papers,
        case=typed["case"],
        matter=typed["matter"],
        return_way=typed["return_way"],
        sets=sets,
    )


def _given(post: Mapping[str, Any], seq: int, problems: list[tuple[str, str]]) -> Given:
    kept = counts_in(post, seq)
    counts = {name: _count(kept[name] or "0", f"component-{seq}", problems) for name in COUNTS}
    return Given(seq, **counts, looked_up=bool(kept["looked_up"]))


def _count(text: str, field: str, problems: list[tuple[str, str]]) -> int:
    if text.isascii() and text.isdecimal() and int(text) <= MOST_OF_A_PAPER:
        return int(text)
    problems.append((field, mark("Số lượng phải từ 0 đến 999.")))
    return 0


def _person(typed: Typed, who: str, problems: list[tuple[str, str]]) -> Person:
    told = {name: typed[f"{who}.{name}"] for name in PERSON if name != "born"}
    return Person(**told, born=_born(typed[f"{who}.born"], f"{who}.born", problems))


def _born(text: str, field: str, problems: list[tuple[str, str]]) -> date | None:
    day = _day(text)
    if text and day is None:
        problems.append((field, mark("Ngày sinh ghi theo mẫu ngày/tháng/năm, ví dụ 15/03/1990.")))
    return day


def _day(text: str) -> date | None:
    found = _DAY.fullmatch(text)
    try:
        return date(int(found[3]), int(found[2]), int(found[1])) if found else None
    except ValueError:
        return None
