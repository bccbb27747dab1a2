"""The last day for papers: counted from the day after, moved off rest days, whole until midnight."""

from datetime import time

import pytest

from motcua.dossiers.rules.clock import NOBODY_WAITS, Call, Times
from motcua.dossiers.rules.supplements import Term, over_at, term, while_waiting
from motcua.kernel.tests.calendars import CALENDAR, at
from motcua.kernel.worktime import Limit

LEAD = Limit(5, "day")
LASTS = [
    ("2021-06-01 10:00", Limit(30, "day"), "2021-07-01"),
    ("2021-08-03 10:00", Limit(30, "day"), "2021-09-06"),  # Thursday 2 September, a holiday, then a weekend
    ("2021-01-11 10:00", Limit(30, "day"), "2021-02-17"),  # in Tết
    ("2021-06-03 23:30", Limit(30, "day"), "2021-07-05"),  # a Saturday
    ("2021-08-27 10:00", Limit(5, "working_day"), "2021-09-07"),
    ("2021-06-30 10:00", Limit(2, "month"), "2021-08-30"),
]


@pytest.mark.parametrize(("asked", "limit", "last"), LASTS)
def test_a_last_day_that_rests_moves_to_the_next_working_day(asked, limit, last):
    assert term(at(asked), limit, LEAD, CALENDAR).answer_by.isoformat() == last


def test_the_last_day_counts_until_midnight():
    assert over_at(at("2021-09-06 10:00").date()) == at("2021-09-07 00:00")


def test_the_owner_is_reminded_when_the_office_opens_and_not_on_the_day_of_asking():
    assert term(at("2021-06-01 10:00"), Limit(30, "day"), LEAD, CALENDAR).remind_at == at("2021-06-26 07:00")
    assert term(at("2021-06-01 10:00"), Limit(3, "day"), LEAD, CALENDAR).remind_at is None
    assert term(at("2021-06-01 10:00"), Limit(30, "day"), None, CALENDAR).remind_at is None


def test_beyond_the_decreed_holidays_no_last_day_is_made_up():
    assert term(at("2022-12-20 10:00"), Limit(30, "day"), LEAD, CALENDAR) is None


def test_the_agency_has_nothing_to_do_before_the_last_day_is_over_and_must_act_after():
    asked = Term(at("2021-07-01 00:00").date(), at("2021-06-26 07:00"))
    before = while_waiting(Times(None, NOBODY_WAITS), [asked], at("2021-07-01 23:59"), opens=time(7))
    assert before.act_by == NOBODY_WAITS
    assert [(one.call, one.at) for one in before.alarms] == [
        (Call.ANSWER_NEAR_DUE, at("2021-06-26 07:00")),
        (Call.ANSWER_OVERDUE, at("2021-07-02 07:00")),
    ]
    after = while_waiting(Times(None, NOBODY_WAITS), [asked], at("2021-07-02 00:00"), opens=time(7))
    assert after.act_by == at("2021-07-02 00:00")
