"""An officer in a browser without script: reads the desk, opens dossiers, sends the forms of acts."""

import re
from datetime import UTC, date, datetime
from typing import Any

from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client

from motcua.accounts.tests.factories import account_of
from motcua.dossiers.models import Dossier
from motcua.dossiers.operations import processing, returning
from motcua.dossiers.tests.factories import filed, photo
from motcua.kernel.actors import Actor
from motcua.ledger.models import AccessNote
from motcua.papers.typesetting import typeset

REASON = "Ảnh giấy chứng sinh bị mờ, xin chụp lại cho rõ chữ."
DESK = "/office/"
ACTS = (
    "receptions",
    "refusals",
    "supplements",
    "other-papers",
    "other-papers/decisions",
    "transfers",
    "assignments",
    "proposals",
    "approvals",
    "returns-to-sender",
    "results",
    "handovers",
    "returned-papers",
    "reopenings",
    "stops",
    "withdrawals",
    "payment-requests",
    "payments",
    "payment-requests/cancellations",
    "refunds",
    "suspensions",
    "opinions",
    "opinions/recalls",
    "signing-requests",
    "signatures",
    "signing-requests/recalls",
    "resumptions",
    "apologies",
    "apologies/dismissals",
)


TODAY = date(2026, 9, 8)
"""The Tuesday on which stories begin."""


def boxes(name: str, day: date) -> dict[str, str]:
    """Fill the three boxes of a date field."""
    return {f"{name}.day": str(day.day), f"{name}.month": str(day.month), f"{name}.year": str(day.year)}


class Officer:
    """Somebody of the staff, signed in."""

    def __init__(self, actor: Actor) -> None:
        self.actor, self.client = actor, Client()
        self.client.force_login(account_of(actor))

    def get(self, path: str, status: int = 200, **more: Any) -> Any:
        answer = self.client.get(path, **more)
        assert answer.status_code == status, (path, answer.status_code, answer.headers.get("Location"))
        return answer

    def text(self, path: str, **more: Any) -> str:
        return str(self.get(path, **more).content.decode())

    def open(self, dossier: Dossier) -> str:
        return self.text(address(dossier))

    def send(self, dossier: Dossier, noun: str, status: int = 302, seen: Any = None, **data: Any) -> Any:
        """Send the form of an act as the page shows it now; gives the answer."""
        known = fresh(dossier).version if seen is None else seen
        answer = self.client.post(f"{address(dossier)}{noun}/", {"seen": known, **data})
        assert answer.status_code == status, (noun, answer.status_code, said(answer))
        return answer

    def listed(self, bucket: str = "mine", **more: Any) -> list[str]:
        """Give the codes on one page of a bucket."""
        return codes_on(self.text(DESK, data={"list": bucket, **more}))

    def count(self, bucket: str) -> int:
        """Give the count that the desk shows beside a bucket."""
        page = self.text(DESK)
        return int(re.search(rf'list={bucket}"[^>]*>.*?(\d+)\s*</span>\s*</a>', page, re.S)[1])  # type: ignore[index]


def address(dossier: Dossier) -> str:
    return f"/office/dossiers/{dossier.id}/"


def fresh(dossier: Dossier) -> Dossier:
    return Dossier.objects.get(id=dossier.id)


def codes_on(page: str) -> list[str]:
    return re.findall(r"data-row>([^<]+)</a>", page)


def said(answer: Any) -> str:
    """Give what a page says went wrong, for messages of tests."""
    return str(answer.content.decode()).split("error-summary", 1)[-1][:800]


def pdf(name: str = "ket-qua.jpg") -> SimpleUploadedFile:
    return SimpleUploadedFile(name, photo("green").read(), "image/jpeg")


def unsigned(words: str = "TRICH LUC KHAI SINH", name: str = "ket-qua.pdf") -> SimpleUploadedFile:
    """A result as PDF, as a specialist writes it before it is signed."""
    values = {
        "parent": "Ủy ban nhân dân tỉnh Nghệ An",
        "agency": "Ủy ban nhân dân xã Thiên Nhẫn",
        "number": "12/2026",
        "place_date": "Thiên Nhẫn, ngày 08 tháng 9 năm 2026",
        "title": words,
        "addressee": "Nguyễn Thị An",
        "facts": [],
        "sentences": ["Đã ghi vào sổ đăng ký khai sinh."],
        "recipients": ["Như trên;"],
        "authority": "Chủ tịch",
        "signer": "Hồ Quốc Bảo",
    }
    paper = typeset("letter", values, at=datetime(2026, 9, 8, tzinfo=UTC))
    return SimpleUploadedFile(name, paper, "application/pdf")


def notes(actor: Actor, page: str) -> list[list[str]]:
    """Give what was noted about an officer's reading of a page: the things shown, reading by reading."""
    found = AccessNote.objects.filter(actor_id=actor.id, page=page).order_by("id")
    return [list(one.subjects) for one in found]


def brought(dossier: Dossier, cast: Any, to: str, at: datetime) -> Dossier:
    """Bring a submitted dossier to a stage by the acts that lead there."""
    steps = [
        ("received", processing.receive, cast.binh, {}),
        ("handling", processing.transfer, cast.binh, {}),
        ("approving", processing.propose, cast.bich, {}),
        ("approved", processing.approve, cast.bao, {}),
        (
            "issued",
            returning.issue,
            cast.bich,
            {"paper": returning.ResultPaper(photo(), "kq.jpg", "12/2026")},
        ),
    ]
    for stage, act, by, more in steps:
        if fresh(dossier).stage == to:
            break
        act(dossier_id=dossier.id, seen=fresh(dossier).version, by=by, at=at, **more)  # type: ignore[operator]
        assert fresh(dossier).stage == stage
    return fresh(dossier)


def at_stage(cast: Any, to: str, at: datetime) -> Dossier:
    """File a dossier of An's and bring it to a stage."""
    dossier, _ = filed(cast.an, at=at)
    return brought(dossier, cast, to, at)


ITEM = {"component": "4", "title-4": "Giấy chứng sinh", "reason-4": REASON}

OUTSIDE = {
    "other-title": "Hộ chiếu của người mẹ",
    "other-law": "Khoản 1 Điều 16 Luật Hộ tịch",
    "other-reason": "Người mẹ khai có quốc tịch nước ngoài.",
}


DEMAND = {
    "amount": "50.000",
    "purpose": "Lệ phí cấp bản sao trích lục",
    "pay-law": "Nghị quyết 23/2020/NQ-HĐND, Điều 1",
    **boxes("until", date(2026, 9, 30)),
}
RECEIPT = {"receipt": "BL-0012", "payer": "Nguyễn Thị An"}
HELD = {"decision": "45/QĐ-UBND", "decided-by": "Chủ tịch Hồ Quốc Bảo", "suspend-reason": REASON}
ASKED = {
    "opinion-agency": "UBND25-18001",
    "opinion-text": "Trẻ có đăng ký thường trú tại xã không?",
    "opinion-days": "1",
}
OWNER_CAME = {"taker": "owner", "shown": ["receipt"]}


def form(noun: str) -> dict[str, Any]:
    """Give what the form of an act carries beside the version seen."""
    return {
        "refusals": {"refuse-reason": REASON},
        "supplements": ITEM,
        "other-papers": OUTSIDE,
        "decisions": {"answer": "approve"},
        "results": {"number": "12/2026", "file": pdf()},
        "returns-to-sender": {"send_back-reason": REASON},
        "stops": {"stop-reason": REASON},
        "handovers": OWNER_CAME,
        "returned-papers": OWNER_CAME,
        "reopenings": {"reopen-reason": REASON},
        "withdrawals": {"answer": "accept"},
        "payment-requests": DEMAND,
        "opinions": ASKED,
        "signing-requests": {"unsigned-number": "12/2026", "unsigned": unsigned()},
        "payments": RECEIPT | boxes("paid", TODAY),
        "recalls": {"opinion": "00000000-0000-7000-8000-000000000000"},
        "cancellations": {"cancel_payment-reason": REASON},
        "refunds": RECEIPT | boxes("paid", TODAY),
        "suspensions": HELD | boxes("decided", TODAY),
        "resumptions": {"resume-reason": REASON},
    }.get(noun, {})
