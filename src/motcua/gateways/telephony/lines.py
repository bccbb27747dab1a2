"""The lines of a call-back file: `number;called;time`, or the same as an object of JSON."""

import csv
import hashlib
import json
from datetime import datetime, timedelta, timezone

from motcua.gateways.telephony.port import BadLine, MissedCall

VIETNAM = timezone(timedelta(hours=7))
HEAD = ["number", "called", "time"]


def read_line(text: str, where: str) -> MissedCall | BadLine | None:
    """Read one line; nothing for an empty one and for the head. A time without a zone is Vietnam's."""
    text = text.strip().removeprefix("\ufeff")
    if not text:
        return None
    try:
        parts = _json(text) if text.startswith("{") else _csv(text)
        if parts == HEAD:
            return None
        number, called, moment = parts
        at = datetime.fromisoformat(moment)
    except (ValueError, KeyError, TypeError, csv.Error) as error:
        return BadLine(where, text, type(error).__name__)
    if not (_like_a_number(number) and _like_a_number(called)):
        return BadLine(where, text, "no telephone number")
    at = at if at.tzinfo else at.replace(tzinfo=VIETNAM)
    return MissedCall(_key(number, called, at), number, called, at)


def _json(text: str) -> list[str]:
    given = json.loads(text)
    return [str(given[name]).strip() for name in HEAD]


def _csv(text: str) -> list[str]:
    return [part.strip() for part in next(csv.reader([text], delimiter=";"))]


def _like_a_number(text: str) -> bool:
    digits = text.lstrip("+").replace(" ", "")
    return digits.isascii() and digits.isdecimal() and 6 <= len(digits) <= 15


def _key(number: str, called: str, at: datetime) -> str:
    """Name a call by what it is, not by where it stands: a file that is copied or sent again tells nothing new."""
    said = "\x1f".join([number, called, at.astimezone(VIETNAM).isoformat()])
    return hashlib.sha256(said.encode()).hexdigest()
