"""Letters to the owner: the dossier is not received, or its handling has ended without a result."""

from dataclasses import dataclass
from datetime import datetime
from typing import Any

from motcua.dossiers.rules.papers.case import Case, Person, moment_line, signer

COMMITTEE = ("TM. Ủy ban nhân dân", "Chủ tịch")
HEAD = ("Thủ trưởng cơ quan", "")
"""Who signs for an agency (Decree 30/2020, Art 13): the chairman on behalf of the committee, or the head."""
DEPUTY = {True: "KT. Chủ tịch – Phó Chủ tịch", False: "KT. Thủ trưởng – Phó Thủ trưởng"}
OPEN = "……"
COPY = "Văn phòng Ủy ban nhân dân tỉnh (kiểm soát thủ tục hành chính)"
"""Who is told of every apology beside its addressee."""


def refusal(case: Case, *, reason: str, filed: datetime, officer: str) -> dict[str, Any]:
    """Compose the slip that says why a dossier is not received (form 03); signed by both sides."""
    sentences = [
        f"{case.desk} đã nhận yêu cầu giải quyết của ông/bà lúc {moment_line(filed)}.",
        "Qua xem xét, hồ sơ không được tiếp nhận để giải quyết với lý do cụ thể như sau:",
        reason,
        "Quy định của thủ tục được công khai trên Cổng Dịch vụ công. Xin thông báo để ông/bà được biết.",
    ]
    return {
        **case.head(by_desk=True),
        "facts": _about(case, case.submitter),
        "sentences": sentences,
        "signers": [signer("Người nộp hồ sơ", case.submitter.name), signer("Người tiếp nhận hồ sơ", officer)],
    }


def stop(
    case: Case, *, reason: str, received: datetime | None, stopped: datetime, committee: bool
) -> dict[str, Any]:
    """Compose the notice that handling has ended without a result; signed for the agency.

    For a People's Committee its chairman signs on its behalf, for another agency its head.
    """
    authority, signer_title = COMMITTEE if committee else HEAD
    begun = f"đã tiếp nhận lúc {moment_line(received)}" if received else "chưa được tiếp nhận"
    sentences = [
        f"Hồ sơ mã số {case.code} của ông/bà {begun}.",
        f"Lúc {moment_line(stopped)}, {case.agency} quyết định dừng giải quyết hồ sơ với lý do:",
        reason,
        "Phí, lệ phí đã nộp (nếu có) được xử lý theo quy định. Ông/bà có quyền nộp hồ sơ mới khi đủ điều kiện, "
        "hoặc phản ánh, kiến nghị về việc này.",
    ]
    return {
        **case.head(by_desk=False),
        "addressee": case.owner.name,
        "facts": _about(case, case.owner),
        "sentences": sentences,
        "recipients": ["Như trên;", f"{case.desk};", "Lưu: hồ sơ."],
        "authority": authority,
        "signer_title": signer_title,
        "signer": "",
    }


@dataclass(frozen=True, slots=True)
class Apology:
    """What a letter of apology says beside the case: its number, both promises, why, where, and who signed as what.

    A draft has no number, reason, new day and signer yet.
    """

    number: str
    received: datetime
    promised: datetime
    reason: str
    new_due: datetime | None
    place: str
    signer: str
    deputy: bool


def apology(case: Case, letter: Apology, *, committee: bool) -> dict[str, Any]:
    """Compose the apology with the new day of return (form 04), signed by the head or, for the head, by a deputy."""
    head = case.head(by_desk=False)
    authority, title = COMMITTEE if committee else HEAD
    sentences = [
        f"Lúc {moment_line(letter.received)}, {case.desk} đã tiếp nhận hồ sơ mã số {case.code} của ông/bà và hẹn "
        f"trả kết quả lúc {moment_line(letter.promised)}.",
        f"Đến nay hồ sơ chưa giải quyết xong. Cơ quan chậm giải quyết: {case.agency}. "
        f"Lý do: {letter.reason or OPEN}",
        f"{case.agency} xin lỗi ông/bà vì sự chậm trễ này và hẹn lại: trả kết quả lúc "
        f"{moment_line(letter.new_due) if letter.new_due else OPEN} tại {letter.place}.",
        "Việc hẹn lại chỉ thực hiện một lần. Rất mong ông/bà thông cảm. Ông/bà có quyền phản ánh, kiến nghị "
        "về việc này.",
    ]
    return {
        **head,
        "number": letter.number,
        "addressee": case.owner.name,
        "facts": _about(case, case.owner),
        "sentences": sentences,
        "recipients": ["Như trên;", f"{COPY};", f"{case.desk};", "Lưu: hồ sơ."],
        "authority": authority,
        "signer_title": DEPUTY[committee] if letter.deputy else title,
        "signer": letter.signer,
    }


def _about(case: Case, person: Person) -> list[tuple[str, str]]:
    return [
        ("Mã hồ sơ", case.code),
        ("Ông/bà", person.name),
        *person.reached(),
        ("Nội dung yêu cầu giải quyết", case.matter),
    ]
