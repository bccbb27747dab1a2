"""Slips: who may hand them over, and what has to be said when it is noted."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date

from motcua.kernel.actors import Actor
from motcua.kernel.words import mark

CARRIERS: Mapping[str, str] = {
    "village_head": mark("Trưởng bản, trưởng xóm"),
    "postman": mark("Bưu tá"),
    "officer": mark("Cán bộ"),
    "self": mark("Người nhận tự đến lấy"),
}
REASON_AT_LEAST = 10
"""A reason shorter than this many characters explains nothing."""
LONGEST = 100


@dataclass(frozen=True, kw_only=True)
class Handing:
    """What is noted of a hand-over."""

    carrier: str
    carrier_name: str
    handed_on: date | None


def may_hand(viewer: Actor, office: str) -> bool:
    """Tell whether the viewer keeps the slips of this agency's one-stop."""
    return viewer.kind == "officer" and viewer.unit == office and viewer.has("reception", "head")


def problems_of(handing: Handing, made_on: date, today: date) -> list[tuple[str, str]]:
    """List what is missing or wrong in what is noted of a hand-over."""
    problems = []
    if handing.carrier not in CARRIERS:
        problems.append(("carrier", mark("Xin chọn người mang phiếu đi.")))
    elif handing.carrier != "self" and not handing.carrier_name.strip():
        problems.append(("carrier_name", mark("Xin ghi họ tên người mang phiếu đi.")))
    if handing.handed_on is None:
        problems.append(("handed_on", mark("Xin ghi ngày trao.")))
    elif handing.handed_on > today:
        problems.append(("handed_on", mark("Ngày trao không được sau hôm nay.")))
    elif handing.handed_on < made_on:
        problems.append(("handed_on", mark("Ngày trao không được trước ngày lập phiếu.")))
    return problems
