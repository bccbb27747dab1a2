"""Is a one-stop ready to work this morning? Each check looks at what is known and says green, yellow or red, and why.

Red is what keeps people from being served: it goes to the Provincial Office as a ticket before anything else.
Yellow is the agency's own to mend. How long things hold are dated rows (`data/nghe-an/periods.csv`).
"""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date, datetime
from enum import IntEnum

from motcua.kernel.words import date_short, mark


class Light(IntEnum):
    """How a check stands; the worst of all is how the one-stop stands."""

    GREEN = 0
    YELLOW = 1
    RED = 2


NAMES: dict[Light, str] = {
    Light.GREEN: mark("Sẵn sàng"),
    Light.YELLOW: mark("Cần hoàn thiện"),
    Light.RED: mark("Chưa phục vụ được"),
}


@dataclass(frozen=True, slots=True)
class Signs:
    """What is known of a one-stop at a moment. `contact` is missing, stale or fresh: the worst of its places."""

    accounts: int = 0
    seen_at: datetime | None = None
    unopened: int = 0
    overdue: int = 0
    places: int = 0
    contact: str = "missing"
    on_duty: bool = False
    stand_in: bool = False
    tested_at: datetime | None = None
    test_passed: bool = True
    offline_since: datetime | None = None
    unclosed: date | None = None


@dataclass(frozen=True, slots=True)
class Bounds:
    """What is asked of a one-stop on a day: so many accounts, seen since, devices tested since."""

    accounts: int
    seen_since: datetime | None
    tested_since: datetime | None


@dataclass(frozen=True, slots=True)
class Finding:
    """How one check stands, in words with their values, and the page where it is put right."""

    check: str
    light: Light
    words: str
    values: Mapping[str, object] = field(default_factory=dict)
    page: str = ""


def judge(signs: Signs, bounds: Bounds) -> list[Finding]:
    """Judge every check, the worst first."""
    found = [
        _accounts(signs, bounds),
        _seen(signs, bounds),
        _unopened(signs),
        *_contacts(signs),
        _devices(signs, bounds),
        _line(signs),
        _evening(signs),
        Finding("signing", Light.GREEN, mark("Cơ quan chưa dùng ký số trên hệ thống này.")),
    ]
    return sorted(found, key=lambda one: -one.light)


def light_of(findings: list[Finding]) -> Light:
    """Give how the one-stop stands: as its worst check."""
    return max((one.light for one in findings), default=Light.GREEN)


def reds(findings: list[Finding]) -> list[Finding]:
    """List what keeps people from being served."""
    return [one for one in findings if one.light is Light.RED]


def _accounts(signs: Signs, bounds: Bounds) -> Finding:
    if signs.accounts < bounds.accounts:
        words = mark("Có %(count)s tài khoản cán bộ đang dùng được, cần ít nhất %(least)s.")
        return Finding(
            "accounts", Light.RED, words, {"count": signs.accounts, "least": bounds.accounts}, "staff"
        )
    return Finding(
        "accounts", Light.GREEN, mark("Có %(count)s tài khoản cán bộ."), {"count": signs.accounts}, "staff"
    )


def _seen(signs: Signs, bounds: Bounds) -> Finding:
    if signs.seen_at is None:
        return Finding("seen", Light.RED, mark("Gần đây không có cán bộ nào đăng nhập."), page="staff")
    if bounds.seen_since is not None and signs.seen_at < bounds.seen_since:
        words = mark("Lần cuối có cán bộ đăng nhập là %(moment)s.")
        return Finding("seen", Light.RED, words, {"moment": signs.seen_at}, "staff")
    return Finding("seen", Light.GREEN, mark("Cán bộ có đăng nhập đều."))


def _unopened(signs: Signs) -> Finding:
    if signs.overdue:
        words = mark("Có %(count)s hồ sơ trực tuyến quá 8 giờ làm việc chưa ai trả lời.")
        return Finding("unopened", Light.RED, words, {"count": signs.overdue}, "desk")
    if signs.unopened:
        words = mark("Có %(count)s hồ sơ trực tuyến đang chờ tiếp nhận, còn trong hạn.")
        return Finding("unopened", Light.GREEN, words, {"count": signs.unopened}, "desk")
    return Finding("unopened", Light.GREEN, mark("Không có hồ sơ trực tuyến nào đang chờ tiếp nhận."))


def _contacts(signs: Signs) -> list[Finding]:
    if not signs.places:
        return [
            Finding("contact", Light.YELLOW, mark("Chưa có nơi tiếp nhận nào của cơ quan trong danh bạ."))
        ]
    contact = {
        "missing": Finding(
            "contact", Light.RED, mark("Chưa có số điện thoại trực của Bộ phận Một cửa."), page="contacts"
        ),
        "stale": Finding(
            "contact", Light.YELLOW, mark("Thông tin liên hệ đã lâu chưa được xác nhận."), page="contacts"
        ),
        "fresh": Finding(
            "contact", Light.GREEN, mark("Thông tin liên hệ đã được xác nhận."), page="contacts"
        ),
    }[signs.contact]
    return [contact, _duty(signs)]


def _duty(signs: Signs) -> Finding:
    if not signs.on_duty:
        return Finding("duty", Light.YELLOW, mark("Chưa ghi người trực."), page="contacts")
    if not signs.stand_in:
        return Finding("duty", Light.YELLOW, mark("Chưa ghi người trực thay."), page="contacts")
    return Finding("duty", Light.GREEN, mark("Có người trực và người trực thay."), page="contacts")


def _devices(signs: Signs, bounds: Bounds) -> Finding:
    if signs.tested_at is None:
        return Finding("devices", Light.YELLOW, mark("Chưa thử máy in và máy quét."), page="readiness")
    if not signs.test_passed:
        words = mark("Máy in hoặc máy quét bị hỏng, báo lúc %(moment)s.")
        return Finding("devices", Light.RED, words, {"moment": signs.tested_at}, "readiness")
    if bounds.tested_since is not None and signs.tested_at < bounds.tested_since:
        words = mark("Lần thử máy in và máy quét gần nhất là %(moment)s, nay cần thử lại.")
        return Finding("devices", Light.YELLOW, words, {"moment": signs.tested_at}, "readiness")
    words = mark("Máy in và máy quét đã thử lúc %(moment)s.")
    return Finding("devices", Light.GREEN, words, {"moment": signs.tested_at}, "readiness")


def _line(signs: Signs) -> Finding:
    if signs.offline_since is not None:
        words = mark("Mất kết nối từ %(moment)s, chưa ghi kết thúc.")
        return Finding("line", Light.RED, words, {"moment": signs.offline_since}, "offline")
    return Finding("line", Light.GREEN, mark("Không có sự cố đường truyền nào đang mở."))


def _evening(signs: Signs) -> Finding:
    if signs.unclosed is not None:
        words = mark("Ngày %(day)s chưa được khóa: còn giấy tờ chưa rõ nơi giữ.")
        return Finding("evening", Light.YELLOW, words, {"day": date_short(signs.unclosed)}, "evening")
    return Finding("evening", Light.GREEN, mark("Mọi ngày qua đã được khóa."))
