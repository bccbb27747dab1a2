"""Who answers at a receiving place, how officers are reached at work, and what is missing in the province."""

from datetime import date, timedelta
from uuid import UUID

import pytest

from conftest import COMMUNE
from motcua.accounts.errors import Incomplete, NotFound
from motcua.accounts.models import Duty, Officer, Role, WorkContact
from motcua.accounts.operations.contacts import tell_place, tell_work_contact
from motcua.accounts.queries.contacts import duty_of, receiving_officers
from motcua.accounts.queries.coverage import coverage
from motcua.accounts.rules.telling import Telling
from motcua.directory.errors import Changed
from motcua.directory.errors import NotFound as NoPlace
from motcua.directory.models import PlaceContact
from motcua.directory.queries import receiving_place
from motcua.directory.rules.contacts import Told

PLACE = "MC-25-17989"
TOLD = Told(phone="+842383123456", email="motcua@thiennhan.example.vn")
ON = date(2026, 9, 8)


def telling(on_duty=None, stand_in=None, seen=0):
    ids = [UUID(one.id) if one else None for one in (on_duty, stand_in)]
    return Telling(TOLD, seen, ids[0], ids[1], "page")


def tell(cast, at, said):
    tell_place(place_id=PLACE, telling=said, by=cast.binh, at=at)


def test_a_place_names_who_is_on_duty_and_who_stands_in(cast, at):
    tell(cast, at, telling(cast.binh, cast.bao))
    found = duty_of(receiving_place(PLACE, ON), ON)
    assert (found.on_duty.name, found.stand_in.name) == ("Lê Văn Bình", "Hồ Quốc Bảo")


def test_only_those_who_work_there_can_be_named_and_then_nothing_is_kept(cast, at):
    with pytest.raises(Incomplete) as refused:
        tell(cast, at, telling(cast.chi, cast.bao))
    assert [field for field, _ in refused.value.problems] == ["on_duty"]
    with pytest.raises(Incomplete):
        tell(cast, at, telling(cast.binh, cast.binh))
    assert not PlaceContact.objects.exists()
    assert not Duty.objects.exists()


def test_whoever_leaves_the_agency_is_on_duty_no_more(cast, at):
    tell(cast, at, telling(cast.binh, cast.bao))
    Role.objects.filter(officer_id=cast.binh.id).update(valid_to=ON - timedelta(days=1))
    found = duty_of(receiving_place(PLACE, ON), ON)
    assert found.on_duty is None
    assert found.stand_in.name == "Hồ Quốc Bảo"


def test_duty_is_told_anew_only_when_it_changes(cast, at):
    tell(cast, at, telling(cast.binh))
    tell(cast, at, telling(cast.binh, seen=1))
    assert Duty.objects.count() == 1
    with pytest.raises(Changed):
        tell(cast, at, telling(cast.bao, seen=1))
    tell(cast, at, telling(cast.bao, seen=2))
    assert list(Duty.objects.order_by("number").values_list("on_duty__name", "told_by")) == [
        ("Lê Văn Bình", cast.binh.id),
        ("Hồ Quốc Bảo", cast.binh.id),
    ]


def test_nobody_tells_of_another_agencys_place(cast, at):
    with pytest.raises(NoPlace):
        tell_place(place_id=PLACE, telling=telling(), by=cast.chi, at=at)
    with pytest.raises(NoPlace):
        tell_place(place_id=PLACE, telling=telling(), by=cast.dung, at=at)


def test_work_contacts_are_kept_with_who_told_them_and_officers_tell_their_own(cast, at):
    bich = UUID(cast.bich.id)

    def told(by, phone="0912 000 111", agency=COMMUNE):
        tell_work_contact(
            account_id=bich, agency_id=agency, typed=(phone, "B@X.vn"), source="page", by=by, at=at
        )

    told(cast.binh)
    told(cast.bich, "0912000222")
    told(cast.bich, "0912000222")
    officer = Officer.objects.get(account_id=bich)
    assert (officer.work_phone, officer.work_email) == ("+84912000222", "b@x.vn")
    assert [one.told_by for one in WorkContact.objects.order_by("id")] == [cast.binh.id, cast.bich.id]
    with pytest.raises(NotFound):
        told(cast.chi)
    with pytest.raises(NotFound):
        told(cast.chi, agency=cast.chi.unit)
    with pytest.raises(Incomplete):
        told(cast.binh, "12345")


def test_the_officers_who_receive_are_listed_with_their_work_contacts_only(cast):
    assert [one.name for one in receiving_officers([COMMUNE], ON)] == ["Lê Văn Bình"]


def test_oversight_counts_what_is_missing_and_nobody_else_does(cast, at):
    def line(later=timedelta()):
        return next(one for one in coverage(cast.dung, at + later) if one.agency.id == COMMUNE)

    assert (line().places, line().no_phone, line().no_mail, line().no_duty) == (1, 1, 1, 1)
    tell(cast, at, telling(cast.binh))
    assert line().complete
    assert line(timedelta(days=31)).stale == 1
    assert coverage(cast.binh, at) == coverage(cast.an, at) == []
    names = [one.key for one in coverage(cast.dung, at)]
    assert names == sorted(names)
    assert len(names) == 131
