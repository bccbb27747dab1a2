"""The timeline of a dossier: a whitelist of facts per audience, read from the ledger."""

from dataclasses import dataclass
from datetime import datetime
from typing import Any
from uuid import UUID

from motcua.kernel.words import mark
from motcua.ledger.models import Event
from motcua.ledger.reading import read

CITIZEN: dict[str, str] = {
    "dossiers.DossierSubmitted": mark("Đã nộp hồ sơ"),
    "dossiers.DossierTakenIn": mark("Cơ quan đã tiếp nhận hồ sơ nộp trực tiếp hoặc qua bưu chính"),
    "dossiers.FiledWithHelp": mark("Có người nộp giúp, theo sự đồng ý của người làm hồ sơ"),
    "dossiers.DossierClaimed": mark("Hồ sơ đã vào tài khoản của người làm hồ sơ"),
    "dossiers.HelpEnded": mark("Đã kết thúc việc nhờ người nộp giúp"),
    "dossiers.DossierReceived": mark("Cơ quan đã tiếp nhận hồ sơ"),
    "dossiers.DossierRefused": mark("Cơ quan từ chối tiếp nhận hồ sơ"),
    "dossiers.SupplementAsked": mark("Cơ quan yêu cầu bổ sung giấy tờ"),
    "dossiers.OtherPaperApproved": mark("Người đứng đầu cho yêu cầu một giấy tờ ngoài danh mục"),
    "dossiers.SupplementNearDue": mark("Sắp hết hạn bổ sung giấy tờ"),
    "dossiers.SupplementOverdue": mark("Đã hết hạn bổ sung giấy tờ"),
    "dossiers.SupplementAnswered": mark("Đã bổ sung giấy tờ"),
    "dossiers.DossierTransferred": mark("Đã chuyển sang bước tiếp theo"),
    "dossiers.DossierApproved": mark("Đã phê duyệt kết quả"),
    "dossiers.ResultIssued": mark("Đã có kết quả"),
    "dossiers.ResultReturned": mark("Đã nhận kết quả"),
    "dossiers.ResultUncollected": mark("Đã nhắc nhận kết quả"),
    "dossiers.PapersReturned": mark("Đã trả lại giấy tờ đã nộp"),
    "dossiers.DossierReopened": mark("Thu hồi kết quả để sửa sai sót"),
    "dossiers.DossierMoved": mark(
        "Do sắp xếp đơn vị hành chính, hồ sơ chuyển sang cơ quan tiếp nhận nhiệm vụ"
    ),
    "dossiers.DossierStopped": mark("Dừng xử lý hồ sơ"),
    "dossiers.WithdrawalAsked": mark("Đã đề nghị rút hồ sơ"),
    "dossiers.WithdrawalDeclined": mark("Cơ quan không đồng ý rút hồ sơ"),
    "dossiers.PaymentAsked": mark("Cơ quan yêu cầu nộp tiền"),
    "dossiers.PaymentConfirmed": mark("Cơ quan xác nhận đã nộp tiền"),
    "dossiers.PaymentCancelled": mark("Cơ quan rút yêu cầu nộp tiền"),
    "dossiers.RefundNoted": mark("Cơ quan ghi nhận tiền phải hoàn trả"),
    "dossiers.DossierSuspended": mark("Tạm dừng giải quyết theo quyết định"),
    "dossiers.DossierResumed": mark("Tiếp tục giải quyết hồ sơ"),
    "dossiers.DossierNearDue": mark("Hồ sơ có thể trễ hẹn trả kết quả"),
    "dossiers.ApologySent": mark("Cơ quan xin lỗi và hẹn lại ngày trả kết quả"),
    "dossiers.OpinionAsked": mark("Cơ quan hỏi ý kiến cơ quan khác"),
    "dossiers.OpinionGiven": mark("Cơ quan được hỏi đã trả lời"),
    "dossiers.SecretReprinted": mark("Đã in lại mã bí mật tại quầy"),
    "dossiers.DossierOverdue": mark("Hồ sơ đã quá hạn giải quyết"),
    "dossiers.PaperDigitised": mark("Đã số hóa giấy tờ"),
    "dossiers.DossierImported": mark("Hồ sơ được chuyển từ hệ thống trước"),
}

BY_HAND = mark("Cơ quan đã tiếp nhận bằng giấy viết tay; hồ sơ được nhập sau do mất kết nối")
"""What a reception is called that was entered only afterwards."""
STEPS: dict[str, str] = {
    "handling": mark("Đã chuyển đến bộ phận chuyên môn"),
    "approving": mark("Đã trình phê duyệt kết quả"),
}
"""What a hand-over is called, by the stage it led to."""

OFFICER: dict[str, str] = {
    **CITIZEN,
    "dossiers.DossierAssigned": mark("Đã phân công người xử lý"),
    "dossiers.OtherPaperWanted": mark("Đề nghị yêu cầu một giấy tờ ngoài danh mục"),
    "dossiers.OtherPaperDeclined": mark("Người đứng đầu không cho yêu cầu giấy tờ ngoài danh mục"),
    "dossiers.ApologyDrafted": mark("Đã soạn thư xin lỗi, chờ người đứng đầu ký"),
    "dossiers.ApologyPutAway": mark("Không gửi thư xin lỗi đã soạn"),
    "dossiers.OpinionRecalled": mark("Đã rút câu hỏi cơ quan khác"),
    "dossiers.ResultPrepared": mark("Đã trình ký số kết quả"),
    "dossiers.ResultSigningBegun": mark("Đã ký số kết quả"),
    "dossiers.ResultSigningFailed": mark("Chưa ký số được kết quả"),
    "dossiers.ResultRecalled": mark("Đã lấy lại kết quả chưa ký"),
    "dossiers.DossierSentBack": mark("Đã trả lại bước trước"),
    "dossiers.DossierUnanswered": mark("Quá 8 giờ làm việc chưa trả lời hồ sơ trực tuyến"),
}


@dataclass(frozen=True)
class Moment:
    """One entry of a timeline."""

    event_id: UUID
    name: str
    label: str
    at: datetime
    actor_kind: str
    actor_id: str
    facts: dict[str, Any]

    @property
    def received_by_hand_at(self) -> datetime | None:
        """Give the true moment of a reception by hand, which is earlier than when it was entered."""
        return datetime.fromisoformat(self.facts["received_at"]) if self.facts.get("by_hand") else None


def timeline(dossier_id: UUID, *, audience: str) -> list[Moment]:
    """Give what happened, oldest first, as far as this audience (`citizen` or `officer`) is shown it."""
    shown = OFFICER if audience == "officer" else CITIZEN
    rows = read(Event, "thread = %s AND name = ANY(%s) ORDER BY id", [dossier_id, list(shown)])
    return [
        Moment(row.id, row.name, _label(row, shown), row.at, row.actor_kind, row.actor_id, row.facts)
        for row in rows
    ]


def _label(row: Event, shown: dict[str, str]) -> str:
    if row.facts.get("by_hand"):
        return BY_HAND
    step = STEPS.get(str(row.facts.get("stage")), "") if row.name == "dossiers.DossierTransferred" else ""
    return step or shown[row.name]
