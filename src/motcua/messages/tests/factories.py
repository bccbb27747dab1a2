"""Slips for tests."""

from datetime import datetime
from uuid import UUID

from motcua.kernel.actors import SYSTEM
from motcua.kernel.ids import uuid7
from motcua.messages.operations import make_slips
from motcua.messages.outgoing import ByHand

VALUES = {
    "code": "H41.12-260908-0001",
    "procedure": "Đăng ký khai sinh",
    "agency": "UBND xã",
    "due": "Thứ Năm",
}


def by_hand(office: str, **changes) -> ByHand:
    """A slip as another room asks for it."""
    base = {
        "event_id": uuid7(),
        "recipient": "ben-an",
        "name": "Vi Thị Mai",
        "address": "Bản Na Kho, Xã Thiên Nhẫn",
        "office": office,
        "hamlet": "Bản Na Kho",
        "template": "dossier_received",
        "values": VALUES,
    }
    return ByHand(**{**base, **changes})


def slip_of(office: str, at: datetime, **changes) -> UUID:
    """Make one slip; gives its id."""
    [slip_id] = make_slips(drafts=[by_hand(office, **changes)], by=SYSTEM, at=at)
    return slip_id
