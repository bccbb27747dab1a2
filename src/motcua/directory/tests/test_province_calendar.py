"""Every due date from 2021 to 2027 on the province's own calendar, held against counting day by day."""

from datetime import date, datetime, timedelta

import pytest

from motcua.directory.queries import work_calendar
from motcua.kernel.worktime import ZONE, Limit, Pause, due_at

pytestmark = pytest.mark.django_db
FIRST, LAST = date(2021, 1, 1), date(2027, 9, 30)
AMOUNTS = (0, 1, 2, 3, 5, 7, 10, 15, 20, 30, 45)
DAY = timedelta(days=1)


@pytest.fixture
def calendar():
    return work_calendar(None, FIRST)


def mornings():
    for shift in range((LAST - FIRST).days + 1):
        day = FIRST + timedelta(days=shift)
        yield datetime(day.year, day.month, day.day, 9, tzinfo=ZONE)


def walked(day: date, calendar) -> list[date]:
    """List the working days after a day, one by one, as far as the longest limit needs."""
    found: list[date] = []
    while len(found) < max(AMOUNTS):
        day += DAY
        rests = day in calendar.closed or (day.weekday() > 4 and day not in calendar.working)
        found += [] if rests else [day]
    return found


def test_every_working_day_limit_agrees_with_counting_on_the_fingers(calendar):
    for received in mornings():
        days = walked(received.date(), calendar)
        for amount in AMOUNTS[1:]:
            assert due_at(received, Limit(amount, "working_day"), (), calendar).date() == days[amount - 1]


def test_every_plain_day_limit_ends_on_that_day_or_the_next_working_day(calendar):
    for received in mornings():
        for amount in AMOUNTS[1:]:
            last = received.date() + timedelta(days=amount)
            while last in calendar.closed or (last.weekday() > 4 and last not in calendar.working):
                last += DAY
            assert due_at(received, Limit(amount, "day"), (), calendar).date() == last


def test_a_supplement_of_any_length_moves_the_end_by_the_working_days_it_took(calendar):
    for received in mornings():
        if not calendar.works(received.date()):
            continue
        days = walked(received.date(), calendar)
        asked = received + timedelta(hours=2)
        for length in (0, 1, 4, 9, 16):
            answered = asked + timedelta(days=length)
            taken = sum(day <= answered.date() for day in days)
            found = due_at(received, Limit(5, "working_day"), [Pause(asked, answered)], calendar)
            assert found.date() == days[5 + taken - 1]
