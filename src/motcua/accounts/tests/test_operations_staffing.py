"""Keeping accounts: the head of an agency, for its own people only, by dates, and never into a dead end."""

from datetime import date, timedelta
from uuid import UUID

import pytest

from motcua.accounts.errors import Incomplete, NotAllowed, NotFound
from motcua.accounts.models import Account, Role
from motcua.accounts.operations import officers, staffing
from motcua.accounts.operations.staffing import Newcomer
from motcua.accounts.queries import actor_of, roles_on, staff
from motcua.accounts.tests.factories import PASSWORD, account_of, officer
from motcua.kernel.actors import SYSTEM
from motcua.ledger.models import Event

TODAY = date(2026, 9, 8)
DAY = timedelta(days=1)


def newcomer(**more):
    return Newcomer(
        **{
            "username": "lan.moong",
            "name": "Moong  Thị Lan ",
            "title": "",
            "role": "reception",
            "since": TODAY,
        }
        | more
    )


def add(by, at, **more):
    return staffing.add_officer(agency_id=by.unit, who=newcomer(**more), by=by, at=at)


def grant(cast, at, who="binh", by="bao", **more):
    wanted = {"role": "specialist", "since": TODAY, "agency_id": cast.bao.unit} | more
    staffing.grant_role(account_id=UUID(getattr(cast, who).id), by=getattr(cast, by), at=at, **wanted)


def end(cast, at, who="binh", by="bao", until=TODAY, **more):
    row = Role.objects.get(officer_id=getattr(cast, who).id, **more)
    return staffing.end_role(
        role_id=row.id, agency_id=row.agency_id, until=until, by=getattr(cast, by), at=at
    )


def test_the_head_adds_an_officer_who_comes_in_with_a_password_for_once(cast, at):
    added = add(cast.bao, at, until=TODAY + 30 * DAY)
    account = Account.objects.get(username="lan.moong")
    assert account.check_password(added.password)
    assert account.one_time_since == at
    assert added.officer.name == "Moong Thị Lan"
    assert roles_on(account.id, TODAY) == {cast.bao.unit: {"reception"}}
    assert roles_on(account.id, TODAY + 31 * DAY) == {}
    fact = Event.objects.get(name="accounts.RoleGiven", subject=account.id)
    assert fact.facts["valid_to"] == "2026-10-08"
    assert (fact.actor_id, fact.unit) == (cast.bao.id, cast.bao.unit)


def test_reception_elsewhere_and_oversight_add_nobody(cast, at):
    for stranger in (cast.binh, cast.chi, cast.dung, cast.an):
        with pytest.raises(NotFound):
            staffing.add_officer(agency_id=cast.bao.unit, who=newcomer(), by=stranger, at=at)
    assert not Account.objects.filter(username="lan.moong").exists()


@pytest.mark.parametrize(
    ("wrong", "field"),
    [
        ({"username": "Lan Moong"}, "username"),
        ({"username": "binh"}, "username"),
        ({"username": "x"}, "username"),
        ({"name": "  "}, "name"),
        ({"role": "king"}, "role"),
        ({"since": None}, "since"),
        ({"since": TODAY - DAY}, "since"),
        ({"until": TODAY - DAY}, "until"),
    ],
)
def test_what_is_wrong_with_a_newcomer_is_said_at_its_field(cast, at, wrong, field):
    with pytest.raises(Incomplete) as caught:
        add(cast.bao, at, **wrong)
    assert [name for name, _ in caught.value.problems] == [field]


def test_oversight_of_the_province_is_given_by_no_agency(cast, at):
    with pytest.raises(NotAllowed):
        add(cast.bao, at, role="oversight")
    with pytest.raises(NotAllowed):
        grant(cast, at, who="bao", role="oversight")


def test_whoever_only_keeps_accounts_gives_no_role_to_themselves_and_touches_no_head(cast, at):
    keeper = officer("ke", "Kha Văn Kê", cast.bao.unit, ["admin"], since=TODAY, at=at)
    cast.ke = keeper
    grant(cast, at, by="ke")
    for who, role in (("ke", "reception"), ("binh", "head"), ("binh", "admin")):
        with pytest.raises(NotAllowed):
            grant(cast, at, who=who, by="ke", role=role)
    with pytest.raises(NotAllowed):
        end(cast, at, who="bao", by="ke", role="head")
    with pytest.raises(NotAllowed):
        staffing.reset_password(account_id=UUID(cast.bao.id), agency_id=keeper.unit, by=keeper, at=at)


def test_a_role_is_given_once_for_the_same_time_and_again_later(cast, at):
    grant(cast, at, until=TODAY + 9 * DAY)
    for since in (TODAY, TODAY + 5 * DAY):
        with pytest.raises(Incomplete):
            grant(cast, at, since=since)
    grant(cast, at, since=TODAY + 10 * DAY)
    assert Role.objects.filter(officer_id=cast.binh.id, role="specialist").count() == 2


def test_an_ended_role_stays_as_a_dated_row_and_opens_nothing_any_more(cast, at):
    end(cast, at, until=TODAY - DAY)
    assert roles_on(UUID(cast.binh.id), TODAY) == {}
    assert roles_on(UUID(cast.binh.id), TODAY - DAY) == {cast.binh.unit: {"reception"}}
    assert not actor_of(account_of(cast.binh), TODAY).roles
    fact = Event.objects.get(name="accounts.RoleEnded")
    assert fact.facts["valid_to"] == "2026-09-07"
    with pytest.raises(Incomplete):
        end(cast, at)


def test_a_role_does_not_end_in_a_past_in_which_it_was_used(cast, at):
    with pytest.raises(Incomplete):
        end(cast, at, until=TODAY - 2 * DAY)


def test_the_last_head_stays_until_another_takes_over_without_a_gap(cast, at):
    with pytest.raises(NotAllowed):
        end(cast, at, who="bao", role="head")
    grant(cast, at, who="bich", role="head", since=TODAY + 3 * DAY)
    with pytest.raises(NotAllowed):
        end(cast, at, who="bao", role="head", until=TODAY)
    end(cast, at, who="bao", role="head", until=TODAY + 2 * DAY)
    with pytest.raises(NotAllowed):
        end(cast, at, who="bich", role="head", until=TODAY + 4 * DAY)


def test_the_head_elsewhere_ends_and_gives_nothing_here(cast, at):
    for act in (grant, end):
        with pytest.raises(NotFound):
            act(cast, at, by="chi")


def test_an_officer_of_another_agency_is_not_drawn_in_by_knowing_the_id(cast, at):
    with pytest.raises(NotFound):
        grant(cast, at, who="chi")


def test_a_reset_password_is_new_and_must_be_changed(cast, at):
    password = staffing.reset_password(
        account_id=UUID(cast.binh.id), agency_id=cast.bao.unit, by=cast.bao, at=at
    )
    account = account_of(cast.binh)
    assert account.check_password(password)
    assert account.one_time_since == at
    assert Event.objects.get(name="accounts.PasswordReset").subject == cast.binh.id
    assert password not in str(Event.objects.get(name="accounts.PasswordReset").facts)


def test_no_password_is_reset_that_opens_another_agency_or_ones_own(cast, at):
    grant_elsewhere = {"agency_id": cast.chi.unit, "role": "reception", "valid_from": TODAY}
    officers.give_role(officer=account_of(cast.binh).officer, by=SYSTEM, at=at, **grant_elsewhere)
    for who in (cast.binh, cast.bao):
        with pytest.raises(NotAllowed):
            staffing.reset_password(account_id=UUID(who.id), agency_id=cast.bao.unit, by=cast.bao, at=at)


def test_ones_own_password_is_changed_with_the_old_one_and_to_a_good_one(cast, at):
    binh = UUID(cast.binh.id)
    for old, new, field in (
        ("sai", "mot-mat-khau-moi", "old"),
        (PASSWORD, PASSWORD, "new"),
        (PASSWORD, "ngan", "new"),
        (PASSWORD, "1234567890", "new"),
    ):
        with pytest.raises(Incomplete) as caught:
            officers.change_password(account_id=binh, old=old, new=new, by=cast.binh, at=at)
        assert caught.value.problems[0][0] == field
    with pytest.raises(NotFound):
        officers.change_password(account_id=binh, old=PASSWORD, new="mot-mat-khau-moi", by=cast.bao, at=at)
    staffing.reset_password(account_id=binh, agency_id=cast.bao.unit, by=SYSTEM, at=at)
    one_time = staffing.reset_password(account_id=binh, agency_id=cast.bao.unit, by=SYSTEM, at=at)
    officers.change_password(account_id=binh, old=one_time, new="mot-mat-khau-moi", by=cast.binh, at=at)
    assert account_of(cast.binh).one_time_since is None


def test_only_those_who_keep_accounts_see_who_works_there_and_did(cast, at):
    end(cast, at, until=TODAY - DAY)
    lines = staff(cast.bao, cast.bao.unit, TODAY)
    assert [line.officer.name for line in lines][-1] == "Lê Văn Bình"
    assert lines[-1].in_force(TODAY) == []
    for stranger in (cast.bich, cast.chi, cast.dung, cast.an):
        assert staff(stranger, cast.bao.unit, TODAY) == []
