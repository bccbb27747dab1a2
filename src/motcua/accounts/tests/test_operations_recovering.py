"""A lost second factor comes back by four eyes: never by one person, never for oneself."""

from dataclasses import replace
from datetime import timedelta
from uuid import UUID

import pytest

from motcua.accounts.errors import NotAllowed, NotFound
from motcua.accounts.models import Officer, Recovery, RecoveryYes
from motcua.accounts.operations import recovering
from motcua.accounts.operations.officers import give_role
from motcua.accounts.queries.guarding import factors, recoveries
from motcua.accounts.rules.recovering import VALID_FOR, Wanted, Yes, complete
from motcua.accounts.tests.factories import account_of, officer, with_app
from motcua.kernel.actors import SYSTEM
from motcua.ledger.models import Event

HERE, ELSEWHERE = "UBND25-17989", "UBND25-18001"


@pytest.fixture
def asked(cast, at):
    """Bình lost the phone and asked."""
    with_app(cast.binh, at=at)
    return recovering.ask_recovery(account_id=UUID(cast.binh.id), by=cast.binh, at=at)


@pytest.fixture
def keeper(cast, at):
    """Somebody who keeps the accounts there."""
    return officer("ke", "Vi Thị Kế", HERE, ["admin"], since=at.date(), at=at)


def confirm(row, who, at):
    return recovering.confirm_recovery(recovery_id=row.id, by=who, at=at)


def test_two_halves_by_two_people_make_the_password(cast, asked, keeper, at):
    first = confirm(asked, cast.bao, at)
    assert not first.done
    assert factors(asked.account_id), "one confirmation changes nothing"
    second = confirm(asked, keeper, at)
    assert second.done
    account = account_of(cast.binh)
    assert account.check_password(f"{first.half}-{second.half}")
    assert account.one_time_since == at
    assert factors(asked.account_id) == []
    assert not RecoveryYes.objects.exclude(half_sealed=None).exists()


def test_facts_name_both_and_hold_no_half(cast, asked, keeper, at):
    halves = [confirm(asked, who, at).half for who in (cast.bao, keeper)]
    names = list(
        Event.objects.filter(subject=cast.binh.id, name__contains="Recovery").values_list("name", flat=True)
    )
    assert sorted(names) == ["accounts.RecoveryAsked", *["accounts.RecoveryConfirmed"] * 2]
    given = Event.objects.filter(name="accounts.RecoveryConfirmed")
    assert {one.facts["confirmed_by"] for one in given} == {cast.bao.id, keeper.id}
    cleared = Event.objects.get(name="accounts.FactorsCleared")
    assert cleared.facts["factors"] == 1
    assert not any(half in str(one.facts) for half in halves for one in Event.objects.all())


def test_one_person_cannot_do_it_twice(cast, asked, at):
    confirm(asked, cast.bao, at)
    with pytest.raises(NotAllowed):
        confirm(asked, cast.bao, at)
    assert factors(asked.account_id)


def test_nobody_does_it_for_oneself(cast, at, keeper):
    with_app(cast.bao, at=at)
    row = recovering.ask_recovery(account_id=UUID(cast.bao.id), by=cast.bao, at=at)
    with pytest.raises(NotFound):
        confirm(row, cast.bao, at)


@pytest.mark.parametrize("name", ["bich", "chi", "an"])
def test_who_keeps_no_accounts_there_sees_nothing(cast, asked, at, name):
    who = getattr(cast, name)
    assert recoveries(who, at) == []
    with pytest.raises(NotFound):
        confirm(asked, who, at)


def test_oversight_is_the_second_but_never_both(cast, asked, at):
    other = officer("duc", "Phan Anh Đức", "VPUBND", ["oversight"], since=at.date(), at=at)
    confirm(asked, cast.dung, at)
    with pytest.raises(NotAllowed):
        confirm(asked, other, at)
    assert confirm(asked, cast.bao, at).done


def test_two_who_only_keep_accounts_do_not_let_themselves_in_as_the_head(cast, keeper, at):
    with_app(cast.bao, at=at)
    row = recovering.ask_recovery(account_id=UUID(cast.bao.id), by=cast.bao, at=at)
    another = officer("hai", "Hồ Văn Hai", HERE, ["admin"], since=at.date(), at=at)
    confirm(row, keeper, at)
    with pytest.raises(NotAllowed):
        confirm(row, another, at)
    assert confirm(row, cast.dung, at).done


def test_an_officer_of_two_agencies_needs_oversight(cast, asked, keeper, at):
    row = Officer.objects.get(account_id=cast.binh.id)
    give_role(officer=row, agency_id=ELSEWHERE, role="reception", valid_from=at.date(), by=SYSTEM, at=at)
    confirm(asked, keeper, at)
    with pytest.raises(NotAllowed):
        confirm(asked, cast.bao, at)
    assert confirm(asked, cast.dung, at).done


def test_a_request_ends_after_three_days_and_can_be_made_again(cast, asked, keeper, at):
    later = at + VALID_FOR + timedelta(minutes=1)
    assert recoveries(cast.bao, later) == []
    with pytest.raises(NotFound):
        confirm(asked, cast.bao, later)
    again = recovering.ask_recovery(account_id=asked.account_id, by=cast.binh, at=later)
    assert again.id != asked.id
    assert Recovery.objects.get(id=asked.id).outcome == "late"


def test_asking_twice_is_asking_once(cast, asked, at):
    assert recovering.ask_recovery(account_id=asked.account_id, by=cast.binh, at=at).id == asked.id


def test_a_refused_request_confirms_no_more(cast, asked, keeper, at):
    confirm(asked, keeper, at)
    recovering.refuse_recovery(recovery_id=asked.id, by=cast.bao, at=at)
    with pytest.raises(NotFound):
        confirm(asked, cast.bao, at)
    assert factors(asked.account_id)


def test_two_operators_at_the_machine_are_two_people(cast, asked, at):
    chi, dung = UUID(cast.chi.id), UUID(cast.dung.id)
    for pair in ((chi, chi), (chi, asked.account_id)):
        with pytest.raises(NotAllowed):
            recovering.recover_by_operators(
                account_id=asked.account_id, agency_id=HERE, operators=pair, by=SYSTEM, at=at
            )
    with pytest.raises(NotAllowed):
        recovering.recover_by_operators(
            account_id=asked.account_id, agency_id=HERE, operators=(chi, dung), by=cast.bao, at=at
        )
    password = recovering.recover_by_operators(
        account_id=asked.account_id, agency_id=HERE, operators=(chi, dung), by=SYSTEM, at=at
    )
    assert account_of(cast.binh).check_password(password)
    assert factors(asked.account_id) == []


def test_no_set_of_confirmations_by_one_person_is_enough(at):
    wanted = Wanted("x", HERE, frozenset({"reception"}), elsewhere=False, asked_at=at)
    head = Yes("a", frozenset({"head"}), here=True)
    assert not complete(wanted, [head, replace(head, roles=frozenset({"oversight"}))])
    assert not complete(wanted, [head, replace(head, by="x")])
    assert complete(wanted, [head, replace(head, by="b", roles=frozenset({"admin"}))])
