"""A new day after an apology, and how both promises were kept."""

from datetime import date, timedelta

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from motcua.dossiers.rules.clock import Allowed, times
from motcua.dossiers.rules.promises import kept, new_days, put_off, put_off_trail, record, sent_late
from motcua.kernel.tests.calendars import CALENDAR, at, calendars, moments, pauses, units
from motcua.kernel.worktime import Limit, words

FIRST = at("2021-08-31 17:00")
extras = st.integers(0, 15)
unhurried = settings(suppress_health_check=[HealthCheck.too_slow])
"""A calendar of six years is drawn for each case; what is found out is true on a busy machine too."""


def moments_of(received, limit, halts, calendar, extra):
    return times(
        submitted=received,
        received=received,
        allowed=Allowed(limit, extra),
        pauses=halts,
        calendar=calendar,
        ended=False,
    )


@unhurried
@given(moments, st.integers(1, 20), units, pauses(), calendars(), extras, extras)
def test_more_days_are_never_earlier_and_the_first_promise_stays(
    received, amount, unit, halts, calendar, some, more
):
    few, many = sorted((some, more))
    limit = Limit(amount, unit)
    plain = moments_of(received, limit, halts, calendar, 0)
    found = [moments_of(received, limit, halts, calendar, extra) for extra in (few, many)]
    assert found[0].due_at <= found[1].due_at
    assert plain.due_at <= found[0].due_at
    assert {one.first_due_at for one in found} == {plain.due_at}
    assert (few == 0) <= (found[0].due_at == plain.due_at)


@unhurried
@given(moments, st.integers(1, 15), calendars(), st.integers(1, 12), st.integers(0, 40))
def test_every_day_that_may_be_promised_works_lies_ahead_and_within_what_the_row_allows(
    received, amount, calendar, longest, later
):
    first = moments_of(received, Limit(amount, "working_day"), (), calendar, 0).due_at
    on = (first + timedelta(days=later - 20)).date()
    found = new_days(first, first, longest, on, (), calendar)
    begin = max(first.date(), on)
    assert found
    for one in found:
        assert calendar.works(one.at.date())
        assert one.at.date() > begin
        assert 0 < calendar.worked_days(begin.toordinal(), one.at.date().toordinal()) <= longest
        assert one.at == put_off(first, one.days, (), calendar)
    assert [one.days for one in found] == sorted({one.days for one in found})


def test_the_new_day_leaps_the_holidays_and_says_so():
    assert put_off(FIRST, 2, (), CALENDAR) == at("2021-09-06 17:00")
    said = " ".join(words(put_off_trail(FIRST, 2, (), CALENDAR)))
    assert "Quốc khánh" in said
    assert "nghỉ cuối tuần" in said
    assert "Nhận hồ sơ" not in said


def test_beyond_the_decreed_holidays_no_day_is_offered():
    last = at("2022-12-29 17:00")
    assert new_days(last, last, 10, date(2022, 12, 28), (), CALENDAR) == []


KEPT = [
    ("2021-08-30 09:00", "early", "early"),
    ("2021-08-31 16:00", "on_time", "on_time"),
    ("2021-08-31 19:00", "on_time", "late"),
    ("2021-09-01 08:00", "late", "late"),
]


@pytest.mark.parametrize(("finished", "by_date", "by_moment"), KEPT)
def test_a_promise_is_judged_by_date_and_by_moment(finished, by_date, by_moment):
    found = kept(FIRST, at(finished), at("2021-12-01 09:00"))
    assert (found.by_date, found.by_moment) == (by_date, by_moment)


def test_an_open_dossier_is_late_by_the_moment_first_and_by_the_date_the_next_day():
    evening, morning = at("2021-08-31 18:00"), at("2021-09-01 00:01")
    assert (kept(FIRST, None, evening).by_date, kept(FIRST, None, evening).by_moment) == ("running", "late")
    assert kept(FIRST, None, morning).by_date == "late"


def test_a_new_day_that_is_kept_does_not_make_the_first_promise_kept():
    found = record(FIRST, at("2021-09-06 17:00"), at("2021-09-06 10:00"), at("2021-12-01 09:00"))
    assert (found.first.by_date, found.last.by_date) == ("late", "on_time")
    assert record(FIRST, None, FIRST, FIRST).last is None


def test_an_apology_is_in_time_on_its_last_day_and_not_on_the_day_of_the_limit():
    last = date(2021, 8, 30)
    assert not sent_late(at("2021-08-30 23:00"), last)
    assert sent_late(at("2021-08-31 08:00"), last)
    assert sent_late(at("2021-08-31 08:00"), None)
