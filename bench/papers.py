"""How fast legal papers are set in a warm process: the receipt, which every visitor waits for, and a letter."""

import time
from datetime import UTC, datetime

from bench.report import Report, percentile
from bench.world import World
from motcua.dossiers.rules.papers import Case, Counted, Person, Terms, receipt, refusal
from motcua.papers.typesetting import typeset
from motcua.web.shared.sheets import scannable

RECEIPTS = 300
AT = datetime(2026, 9, 8, 2, 0, tzinfo=UTC)
PAPERS = [
    Counted(f"Giấy tờ số {number} theo quy định của pháp luật về hộ tịch, bản chính hoặc bản sao", copies=1)
    for number in range(1, 8)
]
TERMS = Terms(AT, AT, "1 ngày làm việc", "không thu", "counter", by_post=False, sets=1)


def run(world: World, report: Report) -> None:
    """Set each receipt with a code, QR and barcode of its own."""
    del world
    for name, small in (("A4", False), ("A5", True)):
        times = _timed(lambda number, small=small: _receipt(number, small=small))
        _add(report, f"receipt (form 01, {name}, 7 papers, codes drawn)", times, ">= 20/s")
    _add(report, "letter (form 03)", _timed(_letter), "")


def _timed(make: object) -> list[float]:
    assert callable(make)
    make(0)
    times = []
    for number in range(1, RECEIPTS + 1):
        began = time.perf_counter()
        made = make(number)
        times.append(time.perf_counter() - began)
        assert made.startswith(b"%PDF")
    return times


def _add(report: Report, what: str, times: list[float], target: str) -> None:
    rate = len(times) / sum(times)
    p50, p99 = (1000 * percentile(times, share) for share in (0.5, 0.99))
    report.add(what, f"{rate:.0f}/s on one core", f"p50 {p50:.0f} p99 {p99:.0f} ms", target)


def _receipt(number: int, *, small: bool) -> bytes:
    case = _case(number)
    values = receipt(case, PAPERS, TERMS, receiver="Lê Văn Bình", small=small)
    return typeset("receipt", scannable(values, code=case.code), at=AT)


def _letter(number: int) -> bytes:
    values = refusal(_case(number), reason="Thiếu giấy chứng sinh.", filed=AT, officer="Lê Văn Bình")
    return typeset("letter", values, at=AT)


def _case(number: int) -> Case:
    owner = Person(f"Nguyễn Thị An {number}", "Bản Huồi Phuôn, xã Mường Xén", "0912 345 678")
    return Case(
        code=f"H41.ZHX-20260908-{number:07d}",
        matter="Đăng ký khai sinh",
        owner=owner,
        submitter=owner,
        agency="Ủy ban nhân dân xã Mường Xén",
        superior="",
        desk="Trung tâm Phục vụ hành chính công xã Mường Xén",
        place="Mường Xén",
        title="Giấy tiếp nhận hồ sơ và hẹn trả kết quả",
        symbol="TNHS",
        form="Mẫu số 01",
        made_on=AT.date(),
    )
