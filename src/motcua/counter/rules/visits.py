"""Why people come, and how a visit ends: closed lists, so that causes can be counted."""

from motcua.dossiers.rules.permits import works_at
from motcua.kernel.actors import Actor
from motcua.kernel.words import mark

REASONS: dict[str, str] = {
    "no_phone": mark("Không có điện thoại"),
    "no_smartphone": mark("Điện thoại không vào được mạng"),
    "original": mark("Phải nộp bản chính"),
    "told": mark("Được bảo đến đây"),
    "unaware": mark("Không biết làm được ở nhà"),
    "prefers": mark("Muốn làm trực tiếp"),
    "urgent": mark("Việc gấp"),
    "failed": mark("Đã thử trực tuyến, không được"),
    "help": mark("Cần người giúp điền, giúp đọc"),
    "other": mark("Lý do khác"),
}
"""The ten causes of a trip, in the order of their keys 1 to 9 and 0."""

UNASKED = ""
"""A visit whose reason was not asked: it is counted all the same."""

OUTCOMES: dict[str, str] = {
    "received": mark("Đã tiếp nhận hồ sơ"),
    "guided": mark("Đã hướng dẫn bổ sung bằng văn bản"),
    "remote": mark("Về làm trực tuyến hoặc gửi bưu chính"),
    "asked": mark("Chỉ hỏi thông tin"),
}


def may_note_visits(viewer: Actor) -> bool:
    """Tell whether the viewer stands at the counter of the agency worked for."""
    return viewer.unit is not None and works_at(viewer, viewer.unit) and viewer.has("reception", "head")
