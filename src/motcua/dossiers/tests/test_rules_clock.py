"""When the clock has something to say: exact moments, around the holidays, after a pause, at the end."""

from datetime import timedelta

import pytest

from motcua.dossiers.rules.clock import Allowed, Call, Leads, times
from motcua.kernel.tests.calendars import CALENDAR, at
from motcua.kernel.worktime import Limit, Pause

DAY = Limit(1, "working_day")


def alarms(received, limit, *pauses, ended=False, lead=DAY, letter=None, extra=0):
    found = times(
        submitted=received,
        received=received,
        allowed=Allowed(limit, extra),
        pauses=pauses,
        calendar=CALENDAR,
        ended=ended,
        leads=Leads(lead, letter),
    )
    return [(alarm.call, alarm.at) for alarm in found.alarms]


NEAR = [
    ("2021-08-30 09:00", 3, "2021-09-01 17:00", "2021-09-06 17:00"),  # 2 and 3 September rest
    ("2021-02-05 09:00", 3, "2021-02-09 17:00", "2021-02-17 17:00"),  # 10 to 16 February: Tết
    ("2021-09-06 09:00", 2, "2021-09-07 17:00", "2021-09-08 17:00"),
]


@pytest.mark.parametrize(("received", "days", "near", "due"), NEAR)
def test_the_owner_is_warned_one_working_day_before_the_due_moment(received, days, near, due):
    assert alarms(at(received), Limit(days, "working_day")) == [
        (Call.NEAR_DUE, at(near)),
        (Call.OVERDUE, at(due)),
    ]


def test_a_pause_moves_the_warning_with_the_due_date():
    asked, answered = at("2021-08-11 10:00"), at("2021-08-18 10:00")
    assert alarms(at("2021-08-09 09:00"), Limit(5, "working_day"), Pause(asked, answered)) == [
        (Call.NEAR_DUE, at("2021-08-20 17:00")),
        (Call.OVERDUE, at("2021-08-23 17:00")),
    ]


def test_who_was_told_the_due_date_that_very_day_is_not_warned_of_it():
    assert alarms(at("2021-09-06 09:00"), DAY) == [(Call.OVERDUE, at("2021-09-07 17:00"))]
    answered = at("2021-08-20 08:00")
    paused = Pause(at("2021-08-11 10:00"), answered)
    assert [call for call, _ in alarms(at("2021-08-09 09:00"), Limit(3, "working_day"), paused)] == [
        Call.OVERDUE
    ]


def test_nobody_is_warned_of_a_dossier_that_waits_has_ended_or_has_no_due_date():
    received = at("2021-08-09 09:00")
    waits = Pause(received + timedelta(days=1), None)
    assert alarms(received, Limit(5, "working_day"), waits) == []
    assert alarms(received, Limit(5, "working_day"), ended=True) == []
    assert alarms(received, None) == []


def test_where_no_row_says_how_long_before_there_is_no_warning():
    assert [call for call, _ in alarms(at("2021-08-09 09:00"), Limit(5, "working_day"), lead=None)] == [
        Call.OVERDUE
    ]


@pytest.mark.parametrize(("received", "days", "near", "due"), NEAR)
def test_the_apology_is_drafted_when_the_office_opens_on_the_last_day_for_it(received, days, near, due):
    found = alarms(at(received), Limit(days, "working_day"), letter=DAY)
    assert found == [
        (Call.CANNOT_MAKE_IT, at(near).replace(hour=7)),
        (Call.NEAR_DUE, at(near)),
        (Call.OVERDUE, at(due)),
    ]


def test_what_was_received_on_the_eve_of_its_limit_has_no_last_day_for_an_apology():
    assert alarms(at("2021-09-06 09:00"), DAY, letter=DAY) == [(Call.OVERDUE, at("2021-09-07 17:00"))]


def test_after_an_apology_every_alarm_goes_by_the_new_day():
    found = alarms(at("2021-09-06 09:00"), Limit(2, "working_day"), letter=DAY, extra=3)
    assert found == [
        (Call.CANNOT_MAKE_IT, at("2021-09-10 07:00")),
        (Call.NEAR_DUE, at("2021-09-10 17:00")),
        (Call.OVERDUE, at("2021-09-13 17:00")),
    ]
