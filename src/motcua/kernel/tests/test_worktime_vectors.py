"""The worked examples of the law, and the edges of each kind of limit."""

from datetime import UTC, date, datetime, time, timedelta

import pytest

from motcua.kernel.tests.calendars import CALENDAR, CLOSED_2021, at
from motcua.kernel.worktime import CalendarEnds, Limit, Pause, WorkCalendar, due, due_at, limit_from


def promised(received, limit, *pauses, calendar=CALENDAR):
    found = due(at(received), limit_from(limit), [Pause(at(a), b and at(b)) for a, b in pauses], calendar)
    return found.due_at and found.due_at.isoformat()[:16]


@pytest.mark.parametrize(
    ("received", "limit", "expected"),
    [
        ("2021-08-30T09:00", "3 working_day", "2021-09-06T17:00"),
        ("2021-08-27T15:30", "5 working_day", "2021-09-07T17:00"),
        ("2021-08-25T10:00", "12 working_hour", "2021-08-26T16:00"),
        ("2021-08-25T18:00", "8 working_hour", "2021-08-27T07:00"),
        ("2021-07-30T00:00", "20 day", "2021-08-19T17:00"),
        ("2021-07-09T00:00", "15 day", "2021-07-26T17:00"),
    ],
)
def test_the_due_dates_of_the_law_book(received, limit, expected):
    assert promised(received, limit) == expected


def test_a_supplement_stops_the_count_and_the_asking_day_is_used():
    pause = ("2021-08-11T10:00", "2021-08-18T09:00")
    assert promised("2021-08-09T08:00", "5 working_day", pause) == "2021-08-23T17:00"


def test_the_first_day_is_the_day_after_reception_even_at_midnight():
    assert promised("2021-08-09T00:00", "1 working_day") == "2021-08-10T17:00"
    assert promised("2021-08-09T23:59", "1 working_day") == "2021-08-10T17:00"
    assert promised("2021-08-07T09:00", "1 working_day") == "2021-08-09T17:00"


@pytest.mark.parametrize(
    ("received", "limit", "expected"),
    [
        ("2021-01-31T09:00", "1 month", "2021-03-01T17:00"),  # 28 February is a Sunday
        ("2021-03-31T09:00", "3 month", "2021-06-30T17:00"),
        ("2021-12-31T09:00", "2 month", "2022-02-28T17:00"),
        ("2021-08-02T09:00", "1 month", "2021-09-06T17:00"),  # 2 September rests until Monday
    ],
)
def test_months_clamp_to_their_end_and_move_off_rest_days(received, limit, expected):
    assert promised(received, limit) == expected


@pytest.mark.parametrize(
    ("received", "limit", "expected"),
    [
        ("2021-08-25T16:00", "1 working_hour", "2021-08-25T17:00"),  # exactly at the close: the same day
        ("2021-08-25T16:00", "2 working_hour", "2021-08-26T08:00"),
        ("2021-08-25T10:00", "1 working_hour", "2021-08-25T11:00"),
        ("2021-08-25T10:30", "1 working_hour", "2021-08-25T11:30"),  # exactly at lunch: before lunch
        ("2021-08-25T10:31", "1 working_hour", "2021-08-25T13:31"),
        ("2021-08-25T12:00", "1 working_hour", "2021-08-25T14:30"),
        ("2021-08-25T17:00", "8 working_hour", "2021-08-26T17:00"),
        ("2021-08-25T07:00", "8 working_hour", "2021-08-26T07:00"),
        ("2021-08-25T05:00", "4 working_hour", "2021-08-25T11:00"),
        ("2021-08-28T09:00", "8 working_hour", "2021-08-31T07:00"),
        ("2021-09-01T16:30", "1 working_hour", "2021-09-06T07:30"),
    ],
)
def test_working_hours_jump_lunch_nights_and_rest_days(received, limit, expected):
    assert promised(received, limit) == expected


def test_a_same_day_limit_received_after_closing_is_due_the_next_working_day():
    assert promised("2021-08-27T09:00", "0 working_day") == "2021-08-27T17:00"
    assert promised("2021-08-27T17:01", "0 working_day") == "2021-08-30T17:00"
    assert promised("2021-08-27T17:01", "0 day") == "2021-08-30T17:00"


@pytest.mark.parametrize(
    ("received", "expected"),
    [
        ("2021-08-27T09:00", "2021-08-27T17:00"),
        ("2021-08-27T15:00", "2021-08-27T17:00"),  # the cut-off hour itself is in time
        ("2021-08-27T15:01", "2021-08-30T17:00"),  # Friday after it: Monday
        ("2021-08-28T09:00", "2021-08-30T17:00"),  # Saturday: the next working day
        ("2021-08-28T16:00", "2021-08-30T17:00"),
        ("2021-09-01T15:30", "2021-09-06T17:00"),  # over 2 and 3 September
    ],
)
def test_within_the_day_ends_with_that_working_day_or_the_next_after_the_cutoff(received, expected):
    assert promised(received, "1 same_day") == expected


def test_within_the_day_is_one_day_only_and_says_so():
    with pytest.raises(ValueError, match="1 same_day"):
        Limit(2, "same_day")


def test_a_supplement_asked_within_the_day_moves_the_end_by_the_working_days_it_took():
    asked = Pause(at("2021-08-27T10:00"), at("2021-08-31T09:00"))
    assert due_at(at("2021-08-27T09:00"), Limit(1, "same_day"), [asked], CALENDAR) == at("2021-08-31T17:00")


def test_a_make_up_saturday_counts_and_a_half_day_closes_at_noon():
    swapped = WorkCalendar(
        date(2024, 1, 1),
        date(2024, 12, 31),
        {date(2024, 4, 29): "Ngày nghỉ", date(2024, 4, 30): "Lễ", date(2024, 5, 1): "Lễ"},
        {date(2024, 5, 4): "Ngày làm bù"},
        {date(2024, 5, 6): "Nghỉ buổi chiều"},
    )
    assert promised("2024-05-02T09:00", "2 working_day", calendar=swapped) == "2024-05-04T17:00"
    assert promised("2024-05-02T09:00", "3 working_day", calendar=swapped) == "2024-05-06T11:30"
    assert promised("2024-05-06T10:00", "2 working_hour", calendar=swapped) == "2024-05-07T07:30"


def test_a_pause_that_has_not_ended_leaves_no_due_date():
    for limit in ("5 working_day", "5 day", "1 month", "20 working_hour"):
        assert promised("2021-08-09T08:00", limit, ("2021-08-11T10:00", None)) is None


def test_a_pause_after_the_due_moment_cannot_heal_a_late_dossier():
    late = ("2021-08-10T17:01", None)
    assert promised("2021-08-09T08:00", "1 working_day", late) == "2021-08-10T17:00"
    assert promised("2021-08-09T08:00", "1 day", late) == "2021-08-10T17:00"
    assert promised("2021-08-09T08:00", "8 working_hour", late) == "2021-08-10T08:00"


def test_a_pause_on_the_last_day_ends_on_the_day_of_the_answer():
    assert promised("2021-08-09T08:00", "1 working_day", ("2021-08-10T10:00", "2021-08-13T09:00")) == (
        "2021-08-13T17:00"
    )
    assert promised("2021-08-09T08:00", "1 working_day", ("2021-08-10T10:00", "2021-08-13T18:00")) == (
        "2021-08-16T17:00"
    )


def test_a_pause_over_rest_days_only_changes_nothing():
    weekend = ("2021-08-14T08:00", "2021-08-15T20:00")
    assert promised("2021-08-09T08:00", "7 working_day", weekend) == promised(
        "2021-08-09T08:00", "7 working_day"
    )
    assert promised("2021-08-12T08:00", "20 working_hour", weekend) == promised(
        "2021-08-12T08:00", "20 working_hour"
    )


def test_pauses_shift_days_and_hours_by_what_they_took():
    pause = ("2021-08-11T10:00", "2021-08-18T09:00")
    assert promised("2021-08-09T08:00", "10 day", pause) == "2021-08-26T17:00"
    assert promised("2021-08-09T08:00", "1 month", pause) == "2021-09-16T17:00"
    half_day = ("2021-08-09T10:00", "2021-08-09T14:00")
    assert promised("2021-08-09T08:00", "6 working_hour", half_day) == "2021-08-10T08:00"


def test_overlapping_pauses_count_once():
    double = (("2021-08-11T10:00", "2021-08-16T09:00"), ("2021-08-13T10:00", "2021-08-18T09:00"))
    once = ("2021-08-11T10:00", "2021-08-18T09:00")
    assert promised("2021-08-09T08:00", "5 working_day", *double) == promised(
        "2021-08-09T08:00", "5 working_day", once
    )


def test_no_limit_means_no_due_date():
    found = due(at("2021-08-09T08:00"), None, [], CALENDAR)
    assert (found.due_at, found.due_date) == (None, None)
    assert limit_from("") is None
    assert limit_from(None) is None


def test_naive_and_utc_moments_are_read_in_vietnam():
    assert due_at(datetime(2021, 8, 30, 9), Limit(3, "working_day"), [], CALENDAR) == at("2021-09-06T17:00")  # noqa: DTZ001
    late_in_utc = datetime(2021, 8, 29, 18, tzinfo=UTC)  # Monday 01:00 in Vietnam
    assert due_at(late_in_utc, Limit(3, "working_day"), [], CALENDAR) == at("2021-09-06T17:00")
    found = due_at(late_in_utc, Limit(3, "working_day"), [], CALENDAR)
    assert found.isoformat() == "2021-09-06T17:00:00+07:00"


def test_a_question_outside_the_known_years_is_refused():
    for received, limit in (
        ("2020-12-31T09:00", "1 day"),
        ("2023-01-01T09:00", "1 working_hour"),
        ("2022-12-30T09:00", "1 working_day"),
        ("2022-12-20T09:00", "1 month"),
        ("2022-12-30T16:00", "2 working_hour"),
        ("2021-08-09T09:00", "99999 month"),
        ("2021-08-09T09:00", "99999 day"),
    ):
        with pytest.raises(CalendarEnds, match="Lịch làm việc chỉ có"):
            promised(received, limit)


@pytest.mark.parametrize("text", ["3", "working_day 3", "3 weeks", "-1 day", "1.5 day", "3working_day"])
def test_a_limit_that_cannot_be_read_is_refused_in_words(text):
    with pytest.raises(ValueError, match="hời hạn"):
        limit_from(text)


def test_limits_are_read_as_people_write_them():
    assert limit_from(" 3  working_days ") == Limit(3, "working_day")
    assert limit_from("8 hour") == limit_from("8 giờ làm việc") == Limit(8, "working_hour")
    assert limit_from("2 Months") == Limit(2, "month")


def test_a_pause_cannot_end_before_it_begins():
    with pytest.raises(ValueError, match="tạm dừng"):
        Pause(at("2021-08-11T10:00"), at("2021-08-11T09:00"))


def test_office_hours_in_disorder_are_refused():
    with pytest.raises(ValueError, match="office hours"):
        WorkCalendar(date(2021, 1, 1), date(2021, 12, 31), hours=((time(8), time(7)),))
    with pytest.raises(ValueError, match="ends before"):
        WorkCalendar(date(2021, 1, 1), date(2020, 12, 31))


def test_another_office_counts_eight_hours_as_one_of_its_days():
    short = WorkCalendar(
        date(2021, 1, 1),
        date(2021, 12, 31),
        CLOSED_2021,
        hours=((time(7, 30), time(11, 30)), (time(14), time(17))),
    )
    assert promised("2021-08-09T08:00", "8 working_hour", calendar=short) == "2021-08-10T08:00"
    assert promised("2021-08-09T08:00", "1 working_day", calendar=short) == "2021-08-10T17:00"


def test_the_calendar_does_not_change_with_the_mapping_it_was_made_from():
    closed = dict(CLOSED_2021)
    calendar = WorkCalendar(date(2021, 1, 1), date(2021, 12, 31), closed)
    closed.clear()
    assert not calendar.works(date(2021, 9, 2))
    assert hash(calendar) == hash(WorkCalendar(date(2021, 1, 1), date(2021, 12, 31), CLOSED_2021))
    assert calendar.works(date(2021, 9, 2) - timedelta(days=1))
