"""Phones that serve many by agreement: whose they can be, and what an agreement must say."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date

from motcua.kernel.actors import Actor
from motcua.kernel.references import phone_normal
from motcua.kernel.words import mark

KINDS: Mapping[str, str] = {
    "hamlet_head": mark("Trưởng bản, xóm, khối"),
    "digital_team": mark("Tổ công nghệ số cộng đồng"),
    "post_clerk": mark("Nhân viên bưu điện"),
    "school": mark("Trường học"),
    "care_home": mark("Cơ sở bảo trợ, y tế"),
    "other": mark("Khác"),
}
WHY_AT_LEAST = 10
"""Letters of a reason that says something."""


@dataclass(frozen=True, kw_only=True, slots=True)
class Agreement:
    """What is written down of a phone that serves many."""

    phone: str
    holder: str
    kind: str
    serves: str
    why: str
    last: date | None


def registers(viewer: Actor) -> bool:
    """Tell whether the viewer registers and ends agreements for the agency worked for."""
    return viewer.kind == "officer" and viewer.unit is not None and viewer.has("reception", "head")


def sees_all(viewer: Actor) -> bool:
    """Tell whether the viewer reads the agreements of every agency."""
    return viewer.kind == "system" or (viewer.kind == "officer" and viewer.has("oversight"))


def agreement_problems(said: Agreement, on: date, latest: date) -> list[tuple[str, str]]:
    """List what is wrong with an agreement that begins on a day and may hold until the latest day."""
    checked = [
        ("phone", None if phone_normal(said.phone) else mark("Số điện thoại không đúng.")),
        ("holder", None if said.holder.strip() else mark("Cần ghi ai giữ số này.")),
        ("kind", None if said.kind in KINDS else mark("Cần chọn người giữ số là ai.")),
        ("serves", None if said.serves.strip() else mark("Cần ghi số này dùng cho bản, xóm hoặc những ai.")),
        (
            "why",
            None
            if len(said.why.strip()) >= WHY_AT_LEAST
            else mark("Cần ghi rõ vì sao nhiều người dùng chung số này."),
        ),
        ("last", _last_problem(said.last, on, latest)),
    ]
    return [(field, problem) for field, problem in checked if problem]


def _last_problem(last: date | None, on: date, latest: date) -> str | None:
    if last is None:
        return mark("Cần ghi ngày kết thúc.")
    if last < on:
        return mark("Ngày kết thúc đã qua.")
    return mark("Thỏa thuận chỉ được ghi nhiều nhất một năm, rồi gia hạn.") if last > latest else None
