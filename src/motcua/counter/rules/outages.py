"""Outages: what can fail, and when an outage or a late entry makes sense."""

from datetime import datetime, timedelta

from motcua.kernel.words import mark

WHATS: dict[str, str] = {
    "line": mark("Mất mạng"),
    "power": mark("Mất điện"),
    "system": mark("Hệ thống không dùng được"),
    "machine": mark("Máy tính hoặc máy in hỏng"),
}
"""What can fail, in words."""
OLDEST = timedelta(days=31)
"""An outage is logged within a month: what is older is no day without a line, but a dossier left lying."""
Problem = tuple[str, str]


def log_problems(
    what: str, began_at: datetime | None, ended_at: datetime | None, handwritten: int | None, at: datetime
) -> list[Problem]:
    """List what is wrong with an outage that is logged at a moment; `ended_at` is empty while it lasts."""
    found = [] if what in WHATS else [("what", mark("Cần chọn điều gì không dùng được."))]
    if began_at is None:
        found.append(("began", mark("Cần ghi lúc bắt đầu.")))
    elif began_at > at:
        found.append(("began", mark("Lúc bắt đầu không thể ở tương lai.")))
    elif began_at < at - OLDEST:
        found.append(("began", mark("Chỉ ghi được sự cố trong 31 ngày qua.")))
    elif ended_at is not None:
        found += end_problems(began_at, ended_at, handwritten, at)
    return found


def end_problems(
    began_at: datetime, ended_at: datetime | None, handwritten: int | None, at: datetime
) -> list[Problem]:
    """List what is wrong with the end of an outage."""
    found = []
    if ended_at is None:
        found.append(("ended", mark("Cần ghi lúc hết sự cố.")))
    elif ended_at > at:
        found.append(("ended", mark("Lúc hết sự cố không thể ở tương lai.")))
    elif ended_at <= began_at:
        found.append(("ended", mark("Lúc hết sự cố phải sau lúc bắt đầu.")))
    if handwritten is None or not 0 <= handwritten <= 999:
        found.append(("handwritten", mark("Cần ghi số giấy hẹn đã viết tay; không có thì ghi 0.")))
    return found


def reception_problem(
    received_at: datetime | None, began_at: datetime, ended_at: datetime | None, at: datetime
) -> str | None:
    """Say why a dossier cannot have been received by hand then; nothing when it can."""
    if received_at is None:
        return mark("Cần ghi ngày và giờ đã tiếp nhận, như trên giấy hẹn.")
    if received_at > at:
        return mark("Lúc tiếp nhận không thể ở tương lai.")
    if received_at < began_at or (ended_at is not None and received_at > ended_at):
        return mark("Lúc tiếp nhận phải nằm trong thời gian mất kết nối đã ghi.")
    return None
