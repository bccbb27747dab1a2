"""How fast legal papers are set in a warm process: the receipt, which every visitor waits for, and a letter."""

import time
from collections.abc import Callable
from datetime import UTC, datetime
from functools import partial
from pathlib import Path
from tempfile import TemporaryDirectory

from bench.report import Report, percentile
from bench.world import World
from motcua.dossiers.rules.papers import Case, Counted, Person, Terms, receipt, refusal
from motcua.gateways.signing.simulator import Simulator
from motcua.gateways.timestamps.simulator import Simulator as Stamps
from motcua.papers.rules.signatures import Outcome, Role
from motcua.papers.signing import sign_pdf
from motcua.papers.signing.orders import Order
from motcua.papers.typesetting import typeset
from motcua.papers.verifying import verify_pdf
from motcua.papers.verifying.trust import Trust
from motcua.web.shared.sheets import scannable

RECEIPTS = 300
AT = datetime(2026, 9, 8, 2, 0, tzinfo=UTC)
NOW = datetime.now(UTC)
"""Simulated keys are named for the day on which they are made."""
PAPERS = [
    Counted(f"Giấy tờ số {number} theo quy định của pháp luật về hộ tịch, bản chính hoặc bản sao", copies=1)
    for number in range(1, 8)
]
TERMS = Terms(AT, AT, "1 ngày làm việc", "không thu", "counter", by_post=False, sets=1)


def run(world: World, report: Report) -> None:
    """Set each receipt with a code, QR and barcode of its own."""
    del world
    for name, small in (("A4", False), ("A5", True)):
        times = _timed(partial(_receipt, small=small))
        _add(report, f"receipt (form 01, {name}, 7 papers, codes drawn)", times, ">= 20/s")
    _add(report, "letter (form 03)", _timed(_letter), "")
    with TemporaryDirectory() as folder:
        keys = Simulator(Path(folder))
        stamps = Stamps(Path(folder))
        result = _receipt(0, small=False)
        _add(
            report,
            "officer's signature and seal, time stamps (simulated)",
            _timed(_signer(result, keys, stamps)),
            "",
        )
        trust = Trust((keys.root(),))
        signed = _signer(result, keys, stamps)(0)
        assert verify_pdf(signed, trust=trust, at=NOW).outcome is Outcome.INTACT
        _add(report, "verifying both", _timed(lambda _number: _verified(signed, trust)), "")


def _timed(make: Callable[[int], bytes]) -> list[float]:
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


def _signer(paper: bytes, keys: Simulator, stamps: Stamps) -> Callable[[int], bytes]:
    def sign(_number: int) -> bytes:
        once = sign_pdf(paper, Order(Role.OFFICER, "Bench"), gateway=keys, key="an", at=NOW, stamps=stamps)
        return sign_pdf(once, Order(Role.SEAL, "Bench"), gateway=keys, key="seal-an", at=NOW, stamps=stamps)

    return sign


def _verified(paper: bytes, trust: Trust) -> bytes:
    return paper if verify_pdf(paper, trust=trust, at=NOW).outcome is Outcome.INTACT else b""


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
