"""Consent to be helped with filing: who helps, where, by which consent, for how much, and until when.

The person who is helped stays the owner. Consent covers what was asked, one dossier, one procedure, or all until a
day, and never more; whoever helps acts only while it holds.
"""

from dataclasses import dataclass
from datetime import date, timedelta

from motcua.kernel.words import mark
from motcua.kernel.worktime import Limit

CITIZENS: dict[str, str] = {
    "relative": mark("Người thân, người quen"),
    "hamlet_head": mark("Trưởng bản, xóm, khối"),
    "post_clerk": mark("Nhân viên bưu điện"),
    "digital_team": mark("Tổ công nghệ số cộng đồng"),
}
"""Who helps with an account of their own at the portal."""
KINDS: dict[str, str] = {**CITIZENS, "officer": mark("Cán bộ một cửa")}
PLACES: dict[str, str] = {
    "home": mark("Tại nhà"),
    "hamlet": mark("Nhà văn hóa bản, xóm, khối"),
    "post": mark("Bưu điện"),
    "counter": mark("Bộ phận một cửa"),
    "phone": mark("Qua điện thoại"),
    "elsewhere": mark("Nơi khác"),
}
WAYS: dict[str, str] = {
    "code": mark("Mã gửi tới điện thoại của người được giúp"),
    "paper": mark("Giấy đồng ý có chữ ký"),
    "voice": mark("Đồng ý bằng lời qua điện thoại"),
}
SCOPES: dict[str, str] = {
    "one": mark("Chỉ một hồ sơ này"),
    "procedure": mark("Mọi hồ sơ của thủ tục này"),
    "until": mark("Mọi thủ tục, đến hết một ngày"),
}


@dataclass(frozen=True, slots=True)
class Asked:
    """What the owner is asked to agree to; `scope`, `procedure` and `until` bound it."""

    kind: str
    place: str
    way: str
    scope: str
    procedure: str
    receiver: str
    until: date | None = None


def told(name: str, kind: str) -> str:
    """Name a helper in a message: who, and in what capacity."""
    return f"{name} ({KINDS[kind]})"


def ways_of(kind: str) -> dict[str, str]:
    """Give the ways of consent open to a kind of helper: only an officer logs a call."""
    return {key: name for key, name in WAYS.items() if key != "voice" or kind == "officer"}


def problems(asked: Asked, today: date, longest: Limit | None) -> list[tuple[str, str]]:
    """List what is wrong with what is asked. `longest` is how long a consent for several dossiers may last."""
    found = []
    if asked.kind not in KINDS:
        found.append(("kind", mark("Vui lòng chọn người giúp là ai.")))
    if asked.place not in PLACES:
        found.append(("place", mark("Vui lòng chọn nơi giúp.")))
    if asked.way not in ways_of(asked.kind):
        found.append(("way", mark("Vui lòng chọn cách xác nhận đồng ý.")))
    if asked.scope not in SCOPES:
        found.append(("scope", mark("Vui lòng chọn phạm vi đồng ý.")))
    return found + ([("until", said)] if (said := _wrong_end(asked, today, longest)) else [])


def _wrong_end(asked: Asked, today: date, longest: Limit | None) -> str:
    if asked.scope == "one":
        return ""
    if asked.until is None or asked.until < today:
        return mark("Cần ghi ngày cuối cùng, từ hôm nay trở đi.")
    if longest and asked.until > today + timedelta(days=longest.amount):
        return mark("Thời gian đồng ý dài quá mức cho phép. Hết hạn có thể hỏi lại.")
    return ""


def covers(asked: Asked, *, procedure: str, used: bool, on: date) -> bool:
    """Tell whether a consent that holds is enough to begin another dossier of a procedure on a day."""
    if asked.scope == "one":
        return asked.procedure == procedure and not used
    in_time = asked.until is not None and on <= asked.until
    return in_time and (asked.scope == "until" or asked.procedure == procedure)
