"""What must be said when money is asked for or paid, and when a decision holds a dossier up: checked before it is kept.

No payment service is connected: people pay at the place or at a bank, and an officer confirms the receipt.
"""

from dataclasses import dataclass
from datetime import date, timedelta

from motcua.dossiers.rules.handouts import Problem
from motcua.dossiers.rules.texts import REASON_AT_LEAST
from motcua.kernel.words import mark

MOST = 1_000_000_000_000
LONGEST = timedelta(days=366)
"""A last day further off is a slip of the pen, not a term."""

LATE_MONEY = mark(
    "Yêu cầu nộp tiền này không còn (đã rút, hoặc hồ sơ đã dừng), nên không ghi nhận là đã nộp được. Tiền không mất: "
    "xin ghi biên lai vào mục “Ghi tiền phải hoàn trả” ở trang hồ sơ để trả lại người nộp."
)
"""What an officer is told who confirms money after its demand has ended."""


@dataclass(frozen=True, slots=True)
class Demand:
    """How much is asked for, what for, on what legal basis, and the last day to pay."""

    amount: int | None
    purpose: str
    law: str
    until: date | None


@dataclass(frozen=True, slots=True)
class Paid:
    """What the receipt says, of an office or of a bank: its number, the day, and who paid."""

    number: str
    on: date | None
    payer: str


@dataclass(frozen=True, slots=True)
class Decision:
    """The decision that holds a dossier up: its number, its day, and who took it."""

    number: str
    on: date | None
    by: str


def demand_problems(said: Demand, today: date) -> list[Problem]:
    """Name what is wrong with a demand, field by field."""
    checks = [
        ("amount", said.amount is None, mark("Cần ghi số tiền bằng chữ số, ví dụ 50.000.")),
        (
            "amount",
            said.amount is not None and not 0 < said.amount <= MOST,
            mark("Số tiền phải lớn hơn 0 và không quá 1.000 tỷ đồng."),
        ),
        ("purpose", not said.purpose.strip(), mark("Cần ghi nộp cho khoản gì, ví dụ: lệ phí cấp giấy phép.")),
        ("pay-law", not said.law.strip(), mark("Cần ghi căn cứ pháp luật của khoản tiền.")),
        ("until", said.until is None, mark("Cần ghi ngày cuối cùng để nộp, đủ ngày, tháng và năm.")),
        (
            "until",
            said.until is not None and not today <= said.until <= today + LONGEST,
            mark("Ngày cuối cùng để nộp phải từ hôm nay đến một năm sau."),
        ),
    ]
    return _failed(checks)


def paid_problems(said: Paid, filed: date, today: date) -> list[Problem]:
    """Name what is wrong with what was read from a receipt."""
    checks = [
        ("receipt", not said.number.strip(), mark("Cần ghi số biên lai hoặc số giao dịch ngân hàng.")),
        ("paid", said.on is None, mark("Cần ghi ngày nộp tiền, đủ ngày, tháng và năm.")),
        (
            "paid",
            said.on is not None and not filed <= said.on <= today,
            mark("Ngày nộp tiền phải từ ngày nộp hồ sơ đến hôm nay."),
        ),
        ("payer", not said.payer.strip(), mark("Cần ghi họ tên người nộp tiền.")),
    ]
    return _failed(checks)


def decision_problems(said: Decision, reason: str, today: date) -> list[Problem]:
    """Name what is wrong with a decision to hold a dossier up."""
    checks = [
        ("reason", len(reason.strip()) < REASON_AT_LEAST, mark("Cần nêu rõ lý do để công dân hiểu được.")),
        ("decision", not said.number.strip(), mark("Cần ghi số quyết định tạm dừng.")),
        ("decided", said.on is None, mark("Cần ghi ngày của quyết định, đủ ngày, tháng và năm.")),
        ("decided", said.on is not None and said.on > today, mark("Ngày của quyết định ở sau hôm nay.")),
        ("decided-by", not said.by.strip(), mark("Cần ghi ai đã quyết định: chức vụ và họ tên.")),
    ]
    return _failed(checks)


def resuming_problems(reason: str, number: str) -> list[Problem]:
    """Name what is wrong with going on: a reason, or the number of the decision that says so."""
    if number.strip() or len(reason.strip()) >= REASON_AT_LEAST:
        return []
    return [("reason", mark("Cần nêu lý do, hoặc ghi số quyết định cho tiếp tục."))]


def _failed(checks: list[tuple[str, bool, str]]) -> list[Problem]:
    return [(field, problem) for field, fails, problem in checks if fails]
