"""Help requests: in which languages, who answers them, when they are due, and how they end."""

from dataclasses import dataclass
from datetime import datetime, timedelta

from motcua.kernel.actors import Actor
from motcua.kernel.words import mark
from motcua.kernel.worktime import ZONE, CalendarEnds, Limit, WorkCalendar, ahead_of, due_at

LANGUAGES: dict[str, str] = {
    "vi": mark("Tiếng Việt"),
    "tai": mark("Tiếng Thái"),
    "hmn": mark("Tiếng Mông"),
}
"""Spoken languages by their codes in ISO 639."""
KINDS: dict[str, str] = {
    "callback": mark("Nhờ gọi lại"),
    "question": mark("Hỏi về bản nháp"),
    "call": mark("Nháy máy"),
}
OUTCOMES: dict[str, str] = {
    "answered": mark("Đã giải đáp"),
    "filed": mark("Đã mở hồ sơ giúp"),
    "referred": mark("Đã chỉ nơi khác"),
    "unreachable": mark("Không liên lạc được"),
}
ONE_CALL = timedelta(hours=1)
"""A number that rings again within this time after it was dealt with does so about the same thing."""
LONGEST = 1000


@dataclass(frozen=True, slots=True)
class Times:
    """When a request must be answered, and when somebody is reminded of it."""

    due_at: datetime | None
    near_at: datetime | None


def times(asked: datetime, limit: Limit, lead: Limit, calendar: WorkCalendar) -> Times:
    """Count the working hours granted; nothing where they reach beyond the decreed holidays."""
    try:
        due = due_at(asked, limit, (), calendar)
        return Times(due, ahead_of(due, lead, calendar) if due else None)
    except CalendarEnds:
        return Times(None, None)


def minutes_between(asked: datetime, replied: datetime, calendar: WorkCalendar) -> int | None:
    """Count the working minutes between two moments."""
    try:
        first, last = (calendar.position(one.astimezone(ZONE))[0] for one in (asked, replied))
    except CalendarEnds:
        return None
    return (last - first) // 60


def answers(viewer: Actor, agency_id: str) -> bool:
    """Tell whether the viewer answers people at this agency."""
    return (
        viewer.kind == "officer"
        and viewer.unit == agency_id
        and viewer.has("reception", "specialist", "approver", "head")
    )


def sees_all(viewer: Actor) -> bool:
    """Tell whether the viewer sees how all agencies answer: oversight, and numbers only."""
    return viewer.kind == "officer" and viewer.has("oversight")


def reads(viewer: Actor, agency_id: str, holder_id: str) -> bool:
    """Tell whether the viewer is shown name, number and words: who took the request, and the head."""
    return answers(viewer, agency_id) and (viewer.id == holder_id or viewer.has("head"))
