"""The contact of a receiving place: who keeps it, and how it is read from what people type."""

import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import time

from motcua.directory.rules.hours import sessions_of
from motcua.kernel.actors import Actor
from motcua.kernel.references import mail_normal, phone_normal
from motcua.kernel.text import nfc
from motcua.kernel.words import mark

PHONE = mark("Số điện thoại cần 10 chữ số, hoặc 11 chữ số với máy cố định có mã vùng.")
MAIL = mark("Thư điện tử cần có dạng ten@noi.vn.")
HOURS = mark("Giờ làm việc cần có dạng 07:00-11:30 13:30-17:00.")
NO_PHONE = mark("Cần ghi số điện thoại trực.")
LONG = mark("Dòng này quá dài, xin viết ngắn hơn 200 ký tự.")
UNREADABLE = mark("Dòng này có ký tự không dùng được.")
LONGEST = 200
KEEPERS = ("head", "admin", "reception")
_HOUR = re.compile(r"([0-9]{1,2})(?:[:.hg]|giờ)?([0-9]{2})?")
_JOINT = re.compile(r"[,;+]|\bvà\b")
_CONTROL = re.compile(r"[\x00-\x1f\x7f-\x9f\u200b-\u200f\u2028-\u202e\ufeff]")


@dataclass(frozen=True, slots=True)
class Told:
    """What a place says about itself; an empty text is not known, or for hours: as the agency works."""

    phone: str = ""
    email: str = ""
    address: str = ""
    weekdays: str = ""
    saturday: str = ""


def keeps_contacts(viewer: Actor, agency_id: str) -> bool:
    """Tell whether the viewer keeps the contacts of an agency's places and officers."""
    if viewer.kind == "system":
        return True
    return viewer.kind == "officer" and viewer.unit == agency_id and viewer.has(*KEEPERS)


def phone_from(text: str) -> str:
    """Read a phone as typed; empty stays empty. Raises ValueError with a sentence for people."""
    return _or_empty(text, phone_normal, PHONE)


def mail_from(text: str) -> str:
    """Read a mail address as typed; empty stays empty. Raises ValueError with a sentence for people."""
    return _or_empty(text, mail_normal, MAIL)


def line_from(text: str) -> str:
    """Read a line of plain text. Raises ValueError with a sentence for people."""
    text = " ".join(nfc(text).split(" ")).strip()
    if len(text) > LONGEST:
        raise ValueError(LONG)
    if _CONTROL.search(text):
        raise ValueError(UNREADABLE)
    return " ".join(text.split())


def hours_from(text: str) -> str:
    """Read sessions as people write them: `7h-11h30, 13h30-17h` is `07:00-11:30 13:30-17:00`.

    Raises ValueError with a sentence for people.
    """
    text = _JOINT.sub(" ", line_from(text).lower().replace("–", "-").replace("đến", "-"))
    text = re.sub(r"\s*-\s*", "-", text)
    try:
        shaped = " ".join("-".join(_hour(edge) for edge in part.split("-")) for part in text.split())
        if shaped:
            sessions_of(shaped)
    except ValueError:
        raise ValueError(HOURS) from None
    return shaped


READERS: Mapping[str, Callable[[str], str]] = {
    "phone": phone_from,
    "email": mail_from,
    "address": line_from,
    "weekdays": hours_from,
    "saturday": hours_from,
}


def told_from(typed: Mapping[str, str]) -> tuple[Told, list[tuple[str, str]]]:
    """Read what was typed; give it with what is wrong, each with the field it belongs to."""
    found, problems = {}, []
    for name, read in READERS.items():
        try:
            found[name] = read(typed.get(name, ""))
        except ValueError as problem:
            problems.append((name, str(problem)))
    if "phone" in found and not found["phone"]:
        problems.insert(0, ("phone", NO_PHONE))
    return Told(**found), problems


def _or_empty(text: str, normal: Callable[[str], str | None], sentence: str) -> str:
    text = text.strip()
    found = normal(text) if text.isascii() else None
    if text and found is None:
        raise ValueError(sentence)
    return found or ""


def _hour(edge: str) -> str:
    found = _HOUR.fullmatch(edge)
    if found is None:
        raise ValueError(edge)
    return f"{time(int(found[1]), int(found[2] or 0)):%H:%M}"
