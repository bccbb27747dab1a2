"""Calendars for tests: the real one of 2021 to 2022, and random ones."""

from datetime import date, datetime, timedelta

from hypothesis import strategies as st

from motcua.kernel.worktime import ZONE, Pause, WorkCalendar

CLOSED_2021 = {
    date(2021, 1, 1): "Tết Dương lịch",
    **{date(2021, 2, day): "Tết Nguyên Đán" for day in range(10, 17)},
    date(2021, 4, 21): "Giỗ Tổ Hùng Vương",
    date(2021, 4, 30): "Ngày Chiến thắng",
    date(2021, 5, 1): "Ngày Quốc tế Lao động",
    date(2021, 5, 3): "Ngày Quốc tế Lao động (nghỉ bù)",
    date(2021, 9, 2): "Quốc khánh",
    date(2021, 9, 3): "Quốc khánh",
}
CALENDAR = WorkCalendar(date(2021, 1, 1), date(2022, 12, 31), CLOSED_2021)
FIRST = date(2021, 1, 1)

days = st.integers(0, 200).map(lambda shift: FIRST + timedelta(days=shift))
moments = st.builds(
    lambda day, minute: datetime(day.year, day.month, day.day, tzinfo=ZONE) + timedelta(minutes=minute),
    days,
    st.integers(0, 24 * 60 - 1),
)
amounts = st.integers(0, 40)
units = st.sampled_from(["working_day", "day", "working_hour", "month"])


@st.composite
def calendars(draw):
    """A calendar of two years and a half with random holidays, working Saturdays and half days."""
    closed = draw(st.sets(days, max_size=25))
    working = draw(st.sets(days, max_size=10))
    half = draw(st.sets(days, max_size=10))
    return WorkCalendar(
        FIRST,
        date(2026, 12, 31),
        dict.fromkeys(closed, "Lễ"),
        dict.fromkeys(working, "Làm bù"),
        dict.fromkeys(half, "Nghỉ buổi chiều"),
    )


@st.composite
def pauses(draw, max_size=3):
    """A few closed pauses, which may touch or overlap."""
    starts = draw(st.lists(moments, max_size=max_size))
    return [Pause(start, start + timedelta(minutes=draw(st.integers(0, 20000)))) for start in starts]


def at(text):
    """Read a moment in Vietnamese time."""
    return datetime.fromisoformat(text).replace(tzinfo=ZONE)
