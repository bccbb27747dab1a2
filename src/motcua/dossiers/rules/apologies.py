"""Why agencies are late: the reasons most often given, as the letter says them; the signer adds what is particular."""

from motcua.kernel.words import mark

REASONS: dict[str, str] = {
    "many": mark("Số hồ sơ tiếp nhận tăng cao, cơ quan chưa bố trí đủ người giải quyết."),
    "absent": mark("Công chức được giao giải quyết nghỉ, cơ quan chưa bố trí kịp người thay."),
    "other_agency": mark("Cơ quan phối hợp chưa có ý kiến trả lời đúng thời hạn."),
    "verifying": mark("Hồ sơ có tình tiết phải xác minh thêm nên chưa kết luận được."),
    "system": mark("Hệ thống thông tin gặp sự cố, phải xử lý lại hồ sơ."),
}


def reason_of(chosen: str, written: str) -> str:
    """Put what was chosen and what was written into one reason, in Vietnamese as the letter is."""
    return " ".join(part for part in (REASONS.get(chosen, ""), written.strip()) if part)
