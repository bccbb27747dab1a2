"""Papers with signatures, and keepers of keys for tests."""

import re
from datetime import UTC, datetime
from functools import cache
from pathlib import Path
from tempfile import TemporaryDirectory

from cryptography.hazmat.primitives.asymmetric import ec
from cryptography.hazmat.primitives.hashes import SHA256

from motcua.gateways.signing.authority import Authority, Pair
from motcua.gateways.signing.certificates import Kind, Wanted
from motcua.gateways.signing.port import Certificate
from motcua.papers.rules.signatures import Role
from motcua.papers.signing import sign_pdf
from motcua.papers.signing.orders import Order
from motcua.papers.tests.test_typesetting import LETTER
from motcua.papers.typesetting import typeset
from motcua.papers.verifying import verify_pdf
from motcua.papers.verifying.trust import Trust

_GAP = re.compile(rb"/ByteRange \[0 (\d+) (\d+) \d+\]")
_FOLDER = TemporaryDirectory(prefix="motcua-authority-")
AT = datetime(2026, 11, 26, 2, 0, tzinfo=UTC)
OFFICER = Order(Role.OFFICER, "Phê duyệt kết quả")
SEAL = Order(Role.SEAL, "Đóng dấu cơ quan")


class Keeper:
    """A keeper of one key; `wanted` says what its certificate says."""

    def __init__(self, authority: Authority, key: str, wanted: Wanted, *, itself: bool = False) -> None:
        self.pair: Pair = authority.holder(key, wanted)
        self._chain = () if itself else (authority.issuing.der,)
        self.asked = 0

    def certificate(self, key):
        return Certificate("Trần Văn Bình", self.pair.der, self._chain)

    def sign(self, key, attributes):
        self.asked += 1
        return self.pair.key.sign(attributes, ec.ECDSA(SHA256()))


@cache
def authority() -> Authority:
    return Authority(Path(_FOLDER.name))


def keeper(key: str = "binh", **says) -> Keeper:
    named = {"name": "Trần Văn Bình", "organisation": "UBND xã Thiên Nhẫn", **says}
    return Keeper(authority(), key + str(sorted(map(str, says.items()))), Wanted(Kind.OFFICER, **named))


def seal() -> Keeper:
    return keeper("dau", name="UBND xã Thiên Nhẫn", organisation="UBND tỉnh Nghệ An")


def trust(**more) -> Trust:
    return Trust([authority().root.der], **more)


@cache
def plain() -> bytes:
    return typeset("letter", LETTER, at=AT)


@cache
def approved() -> bytes:
    return sign_pdf(plain(), OFFICER, gateway=keeper(), key="k", at=AT)


@cache
def sealed() -> bytes:
    return sign_pdf(approved(), SEAL, gateway=seal(), key="k", at=AT)


def verdict(pdf: bytes, at: datetime = AT, **more):
    return verify_pdf(pdf, trust=trust(**more), at=at)


def gap_of(pdf: bytes) -> tuple[int, int]:
    """Tell where the last signature lies, brackets included."""
    start, end = _GAP.findall(pdf)[-1]
    return int(start), int(end)


def flipped(pdf: bytes, at: int, mask: int) -> bytes:
    return pdf[:at] + bytes([pdf[at] ^ mask]) + pdf[at + 1 :]
