"""How far the signing of a result has come, and what is said when it does not go on."""

from enum import StrEnum

from motcua.kernel.words import mark


class State(StrEnum):
    """How far it has come: it waits for its signer, is being signed, could not be signed, or is over."""

    WAITING = "waiting"
    SIGNING = "signing"
    FAILED = "failed"
    ISSUED = "issued"
    RECALLED = "recalled"


OFF = mark("Nơi này chưa dùng ký số trong hệ thống: tải lên bản đã ký ở ngoài.")
NOT_PDF = mark("Để ký số, tệp kết quả phải là PDF.")
AWAY = mark("Chưa ký được: thiết bị hoặc dịch vụ ký số không trả lời. Xin kiểm tra rồi bấm ký lại.")
DECLINED = mark("Chưa ký được: chữ ký bị từ chối trên thiết bị, hoặc chứng thư không dùng được.")
CHANGED = mark("Chưa ban hành được: hồ sơ vừa có thay đổi. Xin xem lại hồ sơ rồi bấm ký lại.")


def seal_key(agency_id: str) -> str:
    """Name the key of an agency's seal, as keepers of keys must call it."""
    return f"seal-{agency_id}"
