"""The state of a dossier in plain words: what it is, who holds it, since when, until when."""

from dataclasses import dataclass
from datetime import datetime

from django.utils.translation import gettext as _

from motcua.dossiers.models import Dossier
from motcua.dossiers.queries.viewing import View
from motcua.dossiers.rules.workflow import SUSPENDED as BY_DECISION
from motcua.dossiers.rules.workflow import Stage
from motcua.kernel.words import mark

KINDS = {
    1: "new",
    2: "ontime",
    3: "stopped",
    4: "ontime",
    5: "waiting",
    6: "waiting",
    7: "waiting",
    8: "stopped",
}


TO_DO = {
    5: mark("Ông/bà: đang chờ ông/bà trả lời"),
    6: mark("Ông/bà: đang chờ ông/bà nộp tiền"),
}
"""Who holds a dossier that waits for its owner, and for what."""

SUSPENDED = mark("Tạm dừng theo quyết định")


@dataclass(frozen=True, slots=True)
class State:
    """How a dossier stands, for its owner."""

    kind: str
    name: str
    holder: str
    since: datetime
    until: datetime | None
    until_label: str
    late: bool


def status_name(status: int) -> str:
    """Name a national status as citizens read it."""
    return {
        1: _("Đã nộp, chờ tiếp nhận"),
        2: _("Đã tiếp nhận"),
        3: _("Cơ quan từ chối tiếp nhận hồ sơ"),
        4: _("Đang giải quyết"),
        5: _("Cần bổ sung giấy tờ"),
        6: _("Cần nộp tiền"),
        7: _("Đã đề nghị rút hồ sơ"),
        8: _("Đã dừng giải quyết"),
        9: _("Đã có kết quả"),
        10: _("Đã nhận kết quả"),
    }[status]


def chip_kind(dossier: Dossier, at: datetime) -> str:
    """Give the kind of chip: late comes before the rest."""
    if is_late(dossier, at):
        return "late"
    if dossier.waiting == BY_DECISION:
        return "stopped"
    return KINDS.get(dossier.status, "done")


def is_late(dossier: Dossier, at: datetime) -> bool:
    """Tell whether the agency is past the date it must keep."""
    return bool(dossier.due_at and dossier.due_at < at and dossier.ended_at is None)


def state_of(view: View, agency: str, officer: str, since: datetime, at: datetime) -> State:
    """Say how the dossier stands now."""
    dossier = view.dossier
    until, label = _until(dossier)
    return State(
        kind=chip_kind(dossier, at),
        name=_(SUSPENDED) if dossier.waiting == BY_DECISION else status_name(dossier.status),
        holder=_holder(dossier, agency, officer),
        since=since,
        until=until,
        until_label=label,
        late=is_late(dossier, at),
    )


def _holder(dossier: Dossier, agency: str, officer: str) -> str:
    if dossier.waiting in TO_DO:
        return _(TO_DO[dossier.waiting])
    if dossier.stage in (Stage.REFUSED, Stage.STOPPED, Stage.RETURNED):
        return _("Không còn ai phải xử lý")
    if dossier.stage == Stage.ISSUED:
        return _("Kết quả đang ở %(agency)s, chờ ông/bà nhận") % {"agency": agency}
    if officer:
        return f"{officer}, {agency}"
    if dossier.stage in (Stage.SUBMITTED, Stage.RECEIVED):
        return _("Bộ phận Một cửa, %(agency)s") % {"agency": agency}
    return agency


def _until(dossier: Dossier) -> tuple[datetime | None, str]:
    if dossier.ended_at is not None or dossier.waiting in (*TO_DO, BY_DECISION):
        return None, ""
    if dossier.received_at is None:
        return _moment(dossier.act_by), _("Cơ quan phải trả lời chậm nhất")
    return dossier.due_at, _("Hẹn lại ngày trả kết quả") if dossier.extra_days else _("Hẹn trả kết quả")


def _moment(moment: datetime) -> datetime | None:
    return None if moment.year == 9999 else moment
