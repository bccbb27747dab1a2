"""Each check of a one-stop's readiness, and the worst that decides."""

from datetime import UTC, datetime, timedelta

from hypothesis import given
from hypothesis import strategies as st

from motcua.oversight.rules.readiness import Bounds, Light, Signs, judge, light_of, reds

AT = datetime(2026, 9, 8, 0, 7, tzinfo=UTC)
BOUNDS = Bounds(accounts=2, seen_since=AT - timedelta(days=4), tested_since=AT - timedelta(days=30))
READY = Signs(
    accounts=2,
    seen_at=AT - timedelta(days=1),
    places=1,
    contact="fresh",
    on_duty=True,
    stand_in=True,
    tested_at=AT - timedelta(days=3),
)
moments = st.none() | st.integers(0, 90).map(lambda days: AT - timedelta(days=days))
signs = st.builds(
    Signs,
    accounts=st.integers(0, 4),
    seen_at=moments,
    unopened=st.integers(0, 5),
    overdue=st.integers(0, 5),
    places=st.integers(0, 2),
    contact=st.sampled_from(["missing", "stale", "fresh"]),
    on_duty=st.booleans(),
    stand_in=st.booleans(),
    tested_at=moments,
    test_passed=st.booleans(),
    offline_since=moments,
    unclosed=st.none() | st.just(AT.date()),
)


def light(check, **changed):
    known = {field: getattr(READY, field) for field in Signs.__slots__} | changed
    [found] = [one for one in judge(Signs(**known), BOUNDS) if one.check == check]
    return found.light


def test_a_one_stop_with_everything_in_order_is_green():
    assert light_of(judge(READY, BOUNDS)) is Light.GREEN


def test_what_keeps_people_from_being_served_is_red():
    assert light("accounts", accounts=1) is Light.RED
    assert light("seen", seen_at=None) is Light.RED
    assert light("seen", seen_at=AT - timedelta(days=5)) is Light.RED
    assert light("unopened", overdue=1) is Light.RED
    assert light("contact", contact="missing") is Light.RED
    assert light("devices", test_passed=False) is Light.RED
    assert light("line", offline_since=AT) is Light.RED


def test_what_the_agency_can_mend_itself_is_yellow():
    assert light("contact", contact="stale") is Light.YELLOW
    assert light("contact", places=0) is Light.YELLOW
    assert light("duty", on_duty=False) is Light.YELLOW
    assert light("duty", stand_in=False) is Light.YELLOW
    assert light("devices", tested_at=None) is Light.YELLOW
    assert light("devices", tested_at=AT - timedelta(days=31)) is Light.YELLOW
    assert light("evening", unclosed=AT.date() - timedelta(days=1)) is Light.YELLOW


def test_dossiers_that_wait_in_time_are_no_fault():
    assert light("unopened", unopened=7) is Light.GREEN


@given(signs)
def test_the_worst_check_decides_and_comes_first_and_every_word_has_its_values(known):
    found = judge(known, BOUNDS)
    assert light_of(found) is found[0].light
    assert [one.light for one in found] == sorted((one.light for one in found), reverse=True)
    assert bool(reds(found)) == (light_of(found) is Light.RED)
    assert all("%" not in one.words % one.values for one in found)
    assert len({one.check for one in found}) == len(found)
