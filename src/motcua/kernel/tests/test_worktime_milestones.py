"""Early, on time or late by dates; and when a dossier must change hands."""

from dataclasses import replace
from datetime import UTC, date, datetime, time

import pytest

from motcua.kernel.tests.calendars import CALENDAR, at
from motcua.kernel.worktime import (
    ZONE,
    CalendarEnds,
    Limit,
    ahead_of,
    days_left,
    late_by_clock,
    transfer_by,
    verdict,
)

DAY = date(2021, 9, 6)


def test_a_dossier_finished_later_on_its_due_day_is_on_time_but_late_by_the_clock():
    due_at, finished = at("2021-09-06T10:00"), at("2021-09-06T16:59")
    assert verdict(due_at, finished, DAY) == "on_time"
    assert late_by_clock(due_at, finished)


@pytest.mark.parametrize(
    ("finished", "expected"),
    [("2021-09-05T23:59", "early"), ("2021-09-06T23:59", "on_time"), ("2021-09-07", "late")],
)
def test_finished_dossiers_are_judged_by_dates(finished, expected):
    assert verdict(at("2021-09-06T17:00"), at(finished), DAY) == expected


def test_dates_are_vietnamese_dates():
    finished = datetime(2021, 9, 6, 18, tzinfo=UTC)  # 01:00 on the 7th in Vietnam
    assert verdict(at("2021-09-06T17:00"), finished, DAY) == "late"


def test_open_dossiers_are_late_only_after_their_due_day():
    assert verdict(at("2021-09-06T10:00"), None, DAY) == "running"
    assert verdict(at("2021-09-06T10:00"), None, date(2021, 9, 7)) == "late"


def test_without_a_due_date_nothing_is_late():
    assert verdict(None, None, DAY) == "running"
    assert verdict(None, at("2021-09-06T10:00"), DAY) == "on_time"
    assert not late_by_clock(None, at("2021-09-06T10:00"))


def test_days_left_count_working_days_both_ways():
    due_at = at("2021-09-06T17:00")
    assert [days_left(due_at, date(2021, 9, day), CALENDAR) for day in (1, 3, 6, 8)] == [1, 1, 0, -2]


@pytest.mark.parametrize(
    ("received", "until"),
    [
        ("2021-08-27T15:30", "2021-08-30T07:00"),
        ("2021-08-27T15:00", "2021-08-27T17:00"),
        ("2021-08-28T09:00", "2021-08-30T07:00"),
        ("2021-09-01T15:01", "2021-09-06T07:00"),
    ],
)
def test_a_dossier_goes_to_its_unit_the_same_day_or_next_morning(received, until):
    assert transfer_by(at(received), CALENDAR) == at(until)


WARNED = [
    (at("2021-09-06 17:00"), Limit(1, "working_day"), at("2021-09-01 17:00")),  # over 2 and 3 September
    (at("2021-02-17 17:00"), Limit(1, "working_day"), at("2021-02-09 17:00")),  # over Tết
    (at("2021-05-04 17:00"), Limit(2, "working_day"), at("2021-04-28 17:00")),  # over 30 April and 3 May
    (at("2021-09-08 14:30"), Limit(1, "working_day"), at("2021-09-07 14:30")),
    (at("2021-09-06 08:00"), Limit(2, "working_hour"), at("2021-09-01 16:00")),
    (at("2021-09-06 17:00"), Limit(1, "day"), at("2021-09-05 17:00")),
]


@pytest.mark.parametrize(("due_at", "lead", "warned"), WARNED)
def test_the_moment_ahead_of_a_due_moment_steps_over_rest_days(due_at, lead, warned):
    assert ahead_of(due_at, lead, CALENDAR) == warned


def test_a_half_day_ahead_ends_when_its_office_closes():
    half = replace(CALENDAR, half={date(2021, 9, 1): "nửa ngày"})
    assert ahead_of(at("2021-09-06 17:00"), Limit(1, "working_day"), half) == at("2021-09-01 11:30")


def test_what_lies_before_the_calendar_is_not_guessed():
    first = datetime.combine(CALENDAR.first, time(17), ZONE)
    with pytest.raises(CalendarEnds):
        ahead_of(first, Limit(30, "working_day"), CALENDAR)
    with pytest.raises(ValueError, match="months"):
        ahead_of(first, Limit(1, "month"), CALENDAR)
