"""The QR code on a citizen's identity card: seven fields, divided by bars (Circular 06/2021/TT-BCA and later cards).

`number|old number|name|birth ddmmyyyy|sex|residence|issued ddmmyyyy`; the old number is often empty, and newer cards
add further fields, which are not read.
"""

import re
from dataclasses import dataclass
from datetime import date

from motcua.kernel.text import nfc

FIELDS = 7
_DATE = re.compile(r"(\d{2})(\d{2})(\d{4})")


@dataclass(frozen=True, slots=True)
class Card:
    """What a card says about its holder; a date that cannot be read is None."""

    number: str
    old_number: str
    name: str
    born: date | None
    sex: str
    address: str
    issued: date | None


def read_card(scanned: str) -> Card | None:
    """Read what a scanner typed; None when it is not the code of a card."""
    parts = [" ".join(nfc(part).split()) for part in scanned.split("|")]
    if len(parts) < FIELDS or not (len(parts[0]) == 12 and parts[0].isascii() and parts[0].isdecimal()):
        return None
    number, old_number, name, born, sex, address, issued = parts[:FIELDS]
    return Card(number, old_number, titled(name), _date(born), sex, address, _date(issued))


def titled(name: str) -> str:
    """Give a name in capitals as it is written elsewhere: NGUYỄN VĂN AN becomes Nguyễn Văn An."""
    return " ".join(word.capitalize() for word in name.split()) if name.isupper() else name


def _date(text: str) -> date | None:
    found = _DATE.fullmatch(text)
    if found is None:
        return None
    try:
        return date(int(found[3]), int(found[2]), int(found[1]))
    except ValueError:
        return None
