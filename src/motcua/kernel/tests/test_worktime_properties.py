"""What must hold for every calendar, reception, limit and pause."""

from calendar import monthrange
from datetime import datetime, timedelta

from hypothesis import assume, given
from hypothesis import strategies as st

from motcua.kernel.tests.calendars import amounts, calendars, days, moments, pauses, units
from motcua.kernel.worktime import ZONE, Limit, Pause, WorkCalendar, due, due_at, words

DAY = timedelta(days=1)


def close_of(day, calendar):
    hours = calendar.hours[0] if day in calendar.half else calendar.hours[-1]
    return datetime.combine(day, hours[1], ZONE)


def walked_days(received, amount, stretches, calendar):
    """Count day by day, with a set of days that do not count: the slow and plain way."""
    day, counted = received.date(), 0
    while counted < amount:
        day += DAY
        paused = any(p.start.date() < day <= p.end.date() and p.end > received for p in stretches)
        counted += calendar.works(day) and not paused
    return close_of(day, calendar)


def walked_minutes(received, minutes, stretches, calendar):
    """Count minute by minute through the office hours."""
    moment = received
    while True:
        paused = any(p.start <= moment < p.end for p in stretches)
        sessions = calendar.hours[:1] if moment.date() in calendar.half else calendar.hours
        open_ = calendar.works(moment.date()) and any(a <= moment.time() < b for a, b in sessions)
        if open_ and not paused:
            if minutes == 0:
                return moment
            minutes -= 1
        moment += timedelta(minutes=1)
        if minutes == 0 and open_ and not paused:
            return moment


@given(moments, st.integers(1, 30), calendars())
def test_working_days_agree_with_counting_day_by_day(received, amount, calendar):
    assert due_at(received, Limit(amount, "working_day"), [], calendar) == walked_days(
        received, amount, [], calendar
    )


@given(moments, calendars())
def test_within_the_day_is_a_working_day_no_later_than_one_working_day(received, calendar):
    found = due_at(received, Limit(1, "same_day"), [], calendar)
    assert found >= received
    assert calendar.works(found.date())
    assert found <= due_at(received, Limit(1, "working_day"), [], calendar)
    in_time = calendar.works(received.date()) and received <= close_of(received.date(), calendar)
    assert (found.date() == received.date()) == (in_time and received.time() <= calendar.cutoff)


@given(moments, st.integers(1, 20), calendars(), pauses())
def test_paused_working_days_agree_with_counting_day_by_day(received, amount, calendar, stretches):
    plain = walked_days(received, amount, stretches, calendar)
    last_day_paused = any(
        p.start.date() == plain.date() and p.start <= plain and p.end > received for p in stretches
    )
    assume(not last_day_paused)  # then the rule of the last day decides
    assert due_at(received, Limit(amount, "working_day"), stretches, calendar) == plain


@given(moments, st.integers(1, 40), calendars(), pauses(max_size=2))
def test_working_hours_agree_with_counting_minute_by_minute(received, amount, calendar, stretches):
    found = due_at(received, Limit(amount, "working_hour"), stretches, calendar)
    plain = walked_minutes(received, amount * 60, stretches, calendar)
    after = calendar.moment(calendar.position(plain)[0], opening=True)
    assume(not any(plain <= p.start <= after and p.end > received for p in stretches))
    assert found in (plain, after)
    assert found == plain or amount % 8 == 0


@given(moments, amounts, calendars())
def test_days_and_months_end_on_the_plain_day_or_the_next_working_day(received, amount, calendar):
    month = received.year * 12 + received.month - 1 + amount
    clamped = min(received.day, monthrange(month // 12, month % 12 + 1)[1])
    plain = {
        "day": received.date() + amount * DAY,
        "month": received.date().replace(day=1).replace(year=month // 12, month=month % 12 + 1, day=clamped),
    }
    for unit, day in plain.items():
        while not calendar.works(day) or close_of(day, calendar) < received:
            day += DAY
        assert due_at(received, Limit(amount, unit), [], calendar) == close_of(day, calendar)


@given(moments, amounts, units, calendars(), pauses())
def test_more_allowance_is_never_due_earlier(received, amount, unit, calendar, stretches):
    less = due_at(received, Limit(amount, unit), stretches, calendar)
    assert less <= due_at(received, Limit(amount + 1, unit), stretches, calendar)


@given(moments, amounts, units, calendars(), days, pauses())
def test_one_more_holiday_is_never_due_earlier(received, amount, unit, calendar, day, stretches):
    more = WorkCalendar(
        calendar.first, calendar.last, {**calendar.closed, day: "Lễ mới"}, calendar.working, calendar.half
    )
    limit = Limit(amount, unit)
    assert (
        due_at(received, limit, stretches, calendar).date() <= due_at(received, limit, stretches, more).date()
    )


@given(moments, st.integers(0, 600), amounts, units, calendars())
def test_a_later_reception_is_never_due_earlier(received, minutes, amount, unit, calendar):
    later = received + timedelta(minutes=minutes)
    limit = Limit(amount, unit)
    assert due_at(received, limit, [], calendar) <= due_at(later, limit, [], calendar)


@given(moments, amounts, units, calendars(), moments, pauses(max_size=1))
def test_a_pause_of_no_length_changes_nothing(received, amount, unit, calendar, moment, stretches):
    limit = Limit(amount, unit)
    with_it = due_at(received, limit, [*stretches, Pause(moment, moment)], calendar)
    assert with_it == due_at(received, limit, stretches, calendar)


@given(moments, st.integers(1, 40), units, calendars(), pauses(max_size=2), st.data())
def test_a_pause_cut_in_two_counts_the_same(received, amount, unit, calendar, stretches, data):
    assume(stretches)
    whole = stretches[0]
    cut = whole.start + (whole.end - whole.start) * data.draw(st.floats(0, 1))
    parts = [Pause(whole.start, cut), Pause(cut, whole.end), *stretches[1:]]
    limit = Limit(amount, unit)
    assert due_at(received, limit, parts, calendar) == due_at(received, limit, stretches, calendar)


@given(moments, st.integers(1, 40), units, calendars(), pauses())
def test_no_dossier_is_due_inside_a_pause_or_earlier_than_without_it(
    received, amount, unit, calendar, stretches
):
    limit = Limit(amount, unit)
    found = due_at(received, limit, stretches, calendar)
    assert found >= due_at(received, limit, [], calendar)
    assert not any(p.start < found < p.end and p.end > received for p in stretches)


@given(moments, st.integers(1, 20), st.integers(0, 20), calendars(), st.integers(1, 30))
def test_resuming_gives_exactly_what_was_left(received, amount, used, calendar, length):
    assume(used < amount)
    asked = received if used == 0 else walked_days(received, used, [], calendar) - timedelta(hours=1)
    done = asked + timedelta(days=length)
    paused = due_at(received, Limit(amount, "working_day"), [Pause(asked, done)], calendar)
    assert paused == due_at(done, Limit(amount - used, "working_day"), [], calendar)


@given(moments, amounts, units, calendars(), pauses(), st.booleans())
def test_the_trail_adds_up_to_the_limit(received, amount, unit, calendar, stretches, halted):
    if halted and stretches:
        stretches = [*stretches, Pause(max(p.end for p in stretches), None)]
    found = due(received, Limit(amount, unit), stretches, calendar)
    assert found.due_at == due_at(received, Limit(amount, unit), stretches, calendar)
    steps = {
        kind: [s for s in found.trail if s.kind == kind] for kind in ("counted", "hours", "halted", "due")
    }
    left = sum(step.count for step in steps["halted"])
    if unit == "working_day":
        assert sum(step.count for step in steps["counted"]) + left == amount
    if unit == "working_hour":
        assert sum(step.count for step in steps["hours"]) + left == calendar.office_seconds(amount)
    assert [step.on for step in steps["due"]] == ([found.due_at] if found.due_at else [])
    for lang in ("vi", "en"):
        assert all(words(found.trail, lang))
