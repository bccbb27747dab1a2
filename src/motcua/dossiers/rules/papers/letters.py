"""Letters to the owner: the dossier is not received, or its handling has ended without a result."""

from datetime import datetime
from typing import Any

from motcua.dossiers.rules.papers.case import Case, Person, moment_line, signer

COMMITTEE = ("TM. Ủy ban nhân dân", "Chủ tịch")
HEAD = ("Thủ trưởng cơ quan", "")
"""Who signs for an agency (Decree 30/2020, Art 13): the chairman on behalf of the committee, or the head."""


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


def _about(case: Case, person: Person) -> list[tuple[str, str]]:
    return [
        ("Mã hồ sơ", case.code),
        ("Ông/bà", person.name),
        *person.reached(),
        ("Nội dung yêu cầu giải quyết", case.matter),
    ]
