"""How a receiving place is reached, whether it is open, and how fresh that is."""

from datetime import UTC, date, datetime, time, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from conftest import COMMUNE
from motcua.directory.errors import Changed, Incomplete, NotFound
from motcua.directory.models import PlaceContact
from motcua.directory.operations.contacts import (
    confirm_contact,
    tell_closure,
    tell_contact,
    withdraw_closure,
)
from motcua.directory.queries.contacts import (
    contact_history,
    contact_of,
    next_opening,
    open_now,
    places_of,
    standings_of,
)
from motcua.directory.queries.places import receiving_place
from motcua.directory.rules.contacts import NO_PHONE, PHONE, Told, hours_from, told_from
from motcua.directory.rules.hours import sessions_of
from motcua.directory.rules.opening import Opening, closes_at, opens_at
from motcua.kernel.actors import Actor
from motcua.kernel.worktime import ZONE, WorkCalendar
from motcua.ledger.models import Event

PLACE = "MC-25-17989"
TOLD = Told(phone="+842383123456", email="motcua@thiennhan.example.vn")
HERE = Actor("officer", "b", COMMUNE, frozenset({"reception"}))


def local(day: int, hour: int, minute: int = 0) -> datetime:
    """A moment of September 2026 in Vietnam; the 8th is a Tuesday."""
    return datetime(2026, 9, day, hour, minute, tzinfo=ZONE)


def tell(at, told=TOLD, seen=0, by=HERE):
    return tell_contact(place_id=PLACE, told=told, seen=seen, source="page", by=by, at=at)


@pytest.mark.django_db
def test_a_place_of_which_nothing_is_known_is_missing_and_keeps_the_usual_hours(at):
    found = contact_of(PLACE, at)
    assert (found.phone, found.state, found.number) == ("", "missing", 0)
    assert found.sessions == sessions_of("07:00-11:30 13:30-17:00")
    assert contact_of("MC-25-00000", at) is None


@pytest.mark.django_db
def test_what_a_place_told_goes_before_what_was_loaded_and_grows_stale_after_thirty_days(at):
    tell(at)
    assert contact_of(PLACE, at - timedelta(minutes=1)).state == "missing"
    assert contact_of(PLACE, at).phone == "+842383123456"
    assert contact_of(PLACE, at + timedelta(days=29)).state == "fresh"
    assert contact_of(PLACE, at + timedelta(days=31)).state == "stale"


@pytest.mark.django_db
def test_one_tap_confirms_and_the_history_says_who_and_when(at):
    tell(at)
    later = at + timedelta(days=40)
    confirm_contact(place_id=PLACE, seen=1, by=HERE, at=later)
    assert contact_of(PLACE, later).state == "fresh"
    assert [(one.source, one.told_by, one.told_at) for one in contact_history(PLACE)] == [
        ("tap", "b", later),
        ("page", "b", at),
    ]
    told = Event.objects.filter(name="directory.PlaceContactTold").order_by("recorded_at")
    assert [one.facts["source"] for one in told] == ["page", "tap"]
    assert "+84" not in str([one.facts for one in told])


@pytest.mark.django_db
def test_of_two_who_change_the_same_contact_one_is_told(at):
    tell(at)
    with pytest.raises(Changed):
        tell(at, told=Told(phone="+842383999999"))
    with pytest.raises(Changed):
        confirm_contact(place_id=PLACE, seen=0, by=HERE, at=at)
    assert PlaceContact.objects.get(place_id=PLACE).phone == TOLD.phone


@pytest.mark.django_db
def test_only_head_admin_and_reception_of_the_host_keep_a_contact(at):
    for by in (
        Actor("officer", "c", "UBND25-18001", frozenset({"head", "reception", "admin"})),
        Actor("officer", "s", COMMUNE, frozenset({"specialist", "approver"})),
        Actor("officer", "d", "VPUBND", frozenset({"oversight"})),
        Actor("citizen", "a"),
    ):
        with pytest.raises(NotFound):
            tell(at, by=by)
        with pytest.raises(NotFound):
            tell_closure(place_id=PLACE, first=at.date(), last=at.date(), reason="Mưa lũ", by=by, at=at)
    for role in ("head", "admin", "reception"):
        tell(at, seen=contact_of(PLACE, at).number, by=Actor("officer", role, COMMUNE, frozenset({role})))


@pytest.mark.django_db
def test_nothing_can_be_confirmed_where_no_phone_is_known(at):
    with pytest.raises(Incomplete):
        confirm_contact(place_id=PLACE, seen=0, by=HERE, at=at)


@pytest.mark.django_db
def test_a_place_opens_by_hours_calendar_and_closures(at):
    assert open_now(PLACE, local(8, 9))
    assert not open_now(PLACE, local(8, 12))
    assert next_opening(PLACE, local(8, 12)) == local(8, 13, 30)
    assert next_opening(PLACE, local(11, 18)) == local(14, 7)
    row = tell_closure(
        place_id=PLACE, first=date(2026, 9, 9), last=date(2026, 9, 10), reason="Mưa lũ", by=HERE, at=at
    )
    assert not open_now(PLACE, local(9, 9))
    assert next_opening(PLACE, local(8, 18)) == local(11, 7)
    found = standings_of([receiving_place(PLACE, date(2026, 9, 9))], local(9, 9))[0]
    assert found.closure.reason == "Mưa lũ"
    withdraw_closure(place_id=PLACE, closure_id=row.id, by=HERE, at=local(9, 8))
    assert open_now(PLACE, local(9, 9))


@pytest.mark.django_db
def test_a_place_that_receives_on_saturday_morning_is_open_then_but_not_on_a_holiday(at):
    tell(at, told=Told(phone=TOLD.phone, weekdays="07:30-11:30 13:30-17:00", saturday="07:30-11:00"))
    assert open_now(PLACE, local(12, 8))
    assert next_opening(PLACE, local(12, 12)) == local(14, 7, 30)
    assert not open_now(PLACE, datetime(2026, 2, 21, 9, tzinfo=ZONE))  # within the days of Tết


@pytest.mark.django_db
def test_outside_the_years_of_the_calendar_no_opening_is_promised():
    assert next_opening(PLACE, datetime(2059, 1, 1, tzinfo=UTC)) is None
    assert not open_now(PLACE, datetime(2059, 1, 1, 3, tzinfo=UTC))


@pytest.mark.django_db
def test_the_own_place_of_an_agency_comes_first():
    found = places_of(COMMUNE, date(2026, 9, 8))
    assert found[0].host_id == COMMUNE
    assert [one.id for one in places_of("STP", date(2026, 9, 8))] == ["TTPVHCC"]


@pytest.mark.parametrize(
    ("typed", "read"),
    [
        ("07:00-11:30 13:30-17:00", "07:00-11:30 13:30-17:00"),
        ("7h - 11h30, 13h30 – 17h", "07:00-11:30 13:30-17:00"),
        ("7g30-11g30 và 13g30-17g", "07:30-11:30 13:30-17:00"),
        ("8 đến 12", "08:00-12:00"),
        ("", ""),
    ],
)
def test_hours_are_read_as_people_write_them(typed, read):
    assert hours_from(typed) == read


@pytest.mark.parametrize("typed", ["cả ngày", "11:30-07:00", "7h-11h-12h", "25h-26h", "7h-11h 10h-12h", "7"])
def test_hours_that_cannot_be_are_refused(typed):
    with pytest.raises(ValueError, match="Giờ làm việc"):
        hours_from(typed)


def test_a_contact_needs_its_phone_and_names_each_wrong_field():
    _told, problems = told_from({"phone": "091234567", "email": "a@", "weekdays": "sáng"})
    assert [field for field, _ in problems] == ["phone", "email", "weekdays"]
    assert problems[0][1] == PHONE
    assert told_from({"email": "a@b.vn"})[1] == [("phone", "Cần ghi số điện thoại trực.")]
    assert told_from({"phone": "0238 312 3456"}) == (Told(phone="+842383123456"), [])


@given(st.text(max_size=40))
def test_whatever_is_typed_as_a_phone_becomes_a_number_or_a_sentence(typed):
    told, problems = told_from({"phone": typed})
    assert problems or (told.phone.startswith("+84") and len(told.phone) in (12, 13))
    assert all(text in (PHONE, NO_PHONE) for _, text in problems)


CALENDAR = WorkCalendar(
    first=date(2026, 1, 1), last=date(2026, 12, 31), closed={date(2026, 9, 2): "Quốc khánh"}
)
SESSIONS = sessions_of("07:00-11:30 13:30-17:00")


@given(
    at=st.datetimes(datetime(2026, 1, 1), datetime(2026, 9, 1)),  # noqa: DTZ001
    saturday=st.sampled_from([(), ((time(7), time(11)),)]),
    closed=st.lists(
        st.tuples(st.dates(date(2026, 1, 1), date(2026, 9, 1)), st.integers(0, 20)).map(
            lambda one: (one[0], one[0] + timedelta(days=one[1]))
        ),
        max_size=3,
    ),
)
def test_the_next_opening_is_open_and_nothing_before_it_begins_to_be(at, saturday, closed):
    opening, at = Opening(CALENDAR, SESSIONS, saturday, closed), at.replace(tzinfo=ZONE)
    found = opens_at(opening, at)
    assert found is not None
    assert found > at
    assert closes_at(opening, found) is not None
    assert closes_at(opening, found - timedelta(minutes=1)) is None
    quarter = at
    was_open = closes_at(opening, quarter) is not None
    while (quarter := quarter + timedelta(minutes=30)) < min(found, at + timedelta(days=4)):
        now_open = closes_at(opening, quarter) is not None
        assert not (now_open and not was_open)
        was_open = now_open
