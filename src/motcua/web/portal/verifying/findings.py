"""What the signatures of a file and the record of what was issued come to together, in one sentence for people."""

from dataclasses import dataclass

from motcua.dossiers.queries.results import Issued
from motcua.dossiers.rules.results import Standing
from motcua.kernel.words import mark
from motcua.papers.rules.signatures import Outcome, Verdict


@dataclass(frozen=True, slots=True)
class Finding:
    """The kind of notice, its title, and what to do now."""

    kind: str
    title: str
    said: str


OTHER_FILE = Finding(
    "late",
    mark("Không phải tệp đã cấp với mã này"),
    mark("Tệp vừa gửi khác với tệp cơ quan đã cấp. Không nên nhận; xin hỏi cơ quan đã cấp."),
)
ALTERED = Finding(
    "late",
    mark("Tệp đã bị sửa sau khi ký"),
    mark("Nội dung đang thấy không còn là nội dung đã ký. Không nên nhận; xin hỏi cơ quan đã cấp."),
)
UNREADABLE = Finding(
    "warning",
    mark("Không đọc được tệp này"),
    mark(
        "Tệp không phải PDF, bị hỏng hoặc có mật khẩu. Xin chọn đúng tệp PDF đã tải về, chưa mở ra lưu lại."
    ),
)
UNTRUSTED = Finding(
    "warning",
    mark("Không xác nhận được người ký"),
    mark(
        "Tệp có chữ ký số nhưng chứng thư không thuộc tổ chức được tin cậy, đã bị thu hồi hoặc chưa có hiệu lực."
    ),
)
UNSIGNED = Finding(
    "warning",
    mark("Không xác nhận được tệp này"),
    mark(
        "Tệp không có chữ ký số và không trùng với kết quả nào đã cấp. Bản in rồi quét lại cũng không kiểm tra được."
    ),
)
SIGNED_ELSEWHERE = Finding(
    "info",
    mark("Chữ ký đúng, chưa bị sửa"),
    mark(
        "Tệp không nằm trong số kết quả do hệ thống này cấp: xem tên người ký dưới đây có phải nơi cấp không."
    ),
)
GENUINE = Finding(
    "done",
    mark("Đúng là kết quả cơ quan đã cấp"),
    mark("Tệp có chữ ký số đúng, không bị sửa, trùng với bản đã cấp."),
)
GENUINE_UNSIGNED = Finding(
    "done",
    mark("Đúng là tệp cơ quan đã cấp"),
    mark("Tệp trùng hoàn toàn với bản đã cấp. Không đọc thấy chữ ký số nào trong tệp."),
)
GENUINE_UNCONFIRMED = Finding(
    "done",
    mark("Đúng là tệp cơ quan đã cấp"),
    mark(
        "Tệp trùng hoàn toàn với bản đã cấp. Chữ ký số trong tệp thì cổng này chưa xác nhận được: xem dưới đây."
    ),
)
VOID: dict[Standing, Finding] = {
    Standing.REPLACED: Finding(
        "late",
        mark("Kết quả này đã được thay"),
        mark("Tệp đúng là bản cơ quan từng cấp, nhưng đã có kết quả khác thay thế."),
    ),
    Standing.REVOKED: Finding(
        "late",
        mark("Kết quả này đã bị thu hồi"),
        mark("Tệp đúng là bản cơ quan từng cấp, nhưng không còn hiệu lực."),
    ),
    Standing.EXPIRED: Finding(
        "warning",
        mark("Kết quả này đã hết thời hạn"),
        mark("Tệp đúng là bản cơ quan đã cấp, nhưng thời hạn ghi trên đó đã qua."),
    ),
}
_BY_OUTCOME = {
    Outcome.ALTERED: ALTERED,
    Outcome.UNREADABLE: UNREADABLE,
    Outcome.UNTRUSTED: UNTRUSTED,
    Outcome.UNSIGNED: UNSIGNED,
    Outcome.INTACT: SIGNED_ELSEWHERE,
}


_AS_ISSUED = {
    Outcome.INTACT: GENUINE,
    Outcome.UNSIGNED: GENUINE_UNSIGNED,
    Outcome.UNREADABLE: GENUINE_UNSIGNED,
}
"""Of files that are what was issued, byte for byte; a photo is no PDF and bears no signature."""


def finding(verdict: Verdict, known: Issued | None, asked: Issued | None) -> Finding:
    """Judge a file: `known` is the result that was issued as these very bytes, `asked` the one whose page it is on.

    What was issued is known by its digest, so a file that was changed is never taken for it; whether its signer is
    still trusted matters only where the record does not speak.
    """
    if known is None and verdict.outcome in (Outcome.ALTERED, Outcome.UNREADABLE):
        return _BY_OUTCOME[verdict.outcome]
    if asked is not None and (known is None or known.id != asked.id):
        return OTHER_FILE
    if known is None:
        return _BY_OUTCOME[verdict.outcome]
    if known.standing is not Standing.VALID:
        return VOID[known.standing]
    return _AS_ISSUED.get(verdict.outcome, GENUINE_UNCONFIRMED)
