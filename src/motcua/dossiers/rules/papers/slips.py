"""Slips of the one-stop: what is to be added, and who had the dossier when."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any

from motcua.dossiers.rules.papers.case import Case, date_line, moment_line, signer

ONCE = (
    "Danh mục này được lập một lần, đầy đủ. Trong quá trình hoàn thiện hồ sơ, nếu có vướng mắc xin liên hệ "
    "{officer}{reach} để được hướng dẫn."
)
TRACE = "Phiếu này được lập tự động từ nhật ký xử lý hồ sơ của hệ thống thông tin một cửa điện tử."


@dataclass(frozen=True, slots=True)
class Wanted:
    """One thing to be added, and why."""

    title: str
    reason: str


@dataclass(frozen=True, slots=True)
class Leg:
    """One hand-over: who gave, who took, when, and how the giver had kept the time."""

    giver: str
    taker: str
    at: datetime
    outcome: str = ""
    note: str = ""


def supplement(
    case: Case,
    wanted: Sequence[Wanted],
    *,
    note: str,
    answer_by: date | None,
    officer: str,
    reach: str,
    ordinal: int,
) -> dict[str, Any]:
    """Compose the request to complete a dossier: one full list, with a reason for each line (form 02).

    `ordinal` counts the requests of this dossier; `reach` is the phone under which the officer guides.
    """
    words = ONCE.format(officer=officer or case.desk, reach=f", số điện thoại {reach}" if reach else "")
    return {
        **case.head(by_desk=True, ordinal=ordinal),
        "reached": case.submitter.reached(),
        "items": [{"title": one.title, "reason": one.reason} for one in wanted],
        "note": note,
        "answer_by": date_line(answer_by) if answer_by else "",
        "guidance": words,
        "signers": [signer("Người hướng dẫn", officer)],
    }


def control_slip(
    case: Case, legs: Sequence[Leg], *, due_at: datetime | None, new_due_at: datetime | None = None
) -> dict[str, Any]:
    """Compose the slip that follows a dossier from hand to hand, from its trace, with the new day of an apology."""
    due = moment_line(due_at) if due_at else "Thủ tục không quy định thời hạn"
    return {
        **case.head(by_desk=True),
        "facts": [
            ("Mã hồ sơ", case.code),
            ("Nội dung yêu cầu giải quyết", case.matter),
            ("Cơ quan giải quyết hồ sơ", case.agency),
            ("Hẹn trả kết quả", due),
            *([("Hẹn lại, sau thư xin lỗi", moment_line(new_due_at))] if new_due_at else []),
        ],
        "legs": [
            {
                "giver": one.giver,
                "taker": one.taker,
                "time": moment_line(one.at),
                "outcome": one.outcome,
                "note": one.note,
            }
            for one in legs
        ],
        "source": TRACE,
    }
