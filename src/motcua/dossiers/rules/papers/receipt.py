"""The receipt with the promised day (form 01): what was handed in, how long it takes, when and how it is returned."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from motcua.dossiers.rules.papers.case import Case, moment_line, signer

CLOSED = (
    "Trên đây là toàn bộ danh mục giấy tờ. Ngoài các giấy tờ này, cơ quan không được yêu cầu thêm giấy tờ nào khác, "
    "trừ khi người đứng đầu có văn bản nêu rõ căn cứ theo luật."
)
AUTHORISED = "Người khác nhận thay kết quả: mang giấy này, giấy ủy quyền và giấy tờ tùy thân."
WAYS = {
    "counter": "Tại nơi tiếp nhận hồ sơ",
    "post": "Qua dịch vụ bưu chính công ích, về địa chỉ trên",
    "online": "Bản điện tử, tải về bằng mã hồ sơ",
}
NO_LIMIT = "Thủ tục không quy định thời hạn"
NO_DAY = "Cơ quan sẽ báo khi có kết quả"
FOUND = "đã tra cứu, không phải nộp"
SHOWN = "chỉ xuất trình"


@dataclass(frozen=True, slots=True)
class Counted:
    """One paper of the closed list with what was given of it; `files` came online, `note` says why none was needed."""

    name: str
    originals: int = 0
    certified: int = 0
    copies: int = 0
    files: int = 0
    note: str = ""


@dataclass(frozen=True, slots=True)
class Terms:
    """What the agency promises: moments, limit and fees in words, and how the result is returned."""

    received: datetime
    promised: datetime | None
    limit: str
    fees: str
    return_way: str
    by_post: bool
    sets: int


def receipt(
    case: Case, papers: Sequence[Counted], terms: Terms, *, receiver: str, small: bool
) -> dict[str, Any]:
    """Compose the receipt; `receiver` took the dossier in, `small` is for half a sheet (A5)."""
    by_post = " (đến qua bưu chính)" if terms.by_post else ""
    return {
        **case.head(by_desk=True),
        "size": "a5" if small else "a4",
        "dense": True,
        "desk": case.desk,
        "reached": case.submitter.reached(),
        "owner": case.owner.name if case.owner != case.submitter else "",
        "papers": [_line(one) for one in papers],
        "closed_list": CLOSED,
        "counts": [
            *([("Số lượng hồ sơ", f"{terms.sets:02d} (bộ)")] if terms.sets else []),
            *([("Phí, lệ phí", terms.fees)] if terms.fees else []),
        ],
        "terms": [
            ("Thời gian giải quyết hồ sơ theo quy định", terms.limit or NO_LIMIT),
            ("Thời gian nhận hồ sơ", moment_line(terms.received) + by_post),
            (
                "Thời gian trả kết quả giải quyết hồ sơ",
                moment_line(terms.promised) if terms.promised else NO_DAY,
            ),
            ("Đăng ký nhận kết quả", WAYS.get(terms.return_way, terms.return_way)),
        ],
        "authorised": AUTHORISED,
        "signers": [
            signer("Người nộp hồ sơ", case.submitter.name) | {"tight": True},
            signer("Người tiếp nhận hồ sơ", receiver) | {"tight": True},
        ],
    }


def _line(one: Counted) -> dict[str, Any]:
    counts = {"originals": one.originals, "certified": one.certified, "copies": one.copies + one.files}
    name = f"{one.name} ({one.note})" if one.note else one.name
    return {"name": name, **{kind: count or "–" for kind, count in counts.items()}}
