"""A result leaves the counter with somebody whose name or standing is known: who it was, and what was shown."""

from datetime import date, timedelta

import pytest

from motcua.accounts.models import Party
from motcua.accounts.operations.parties import Person
from motcua.accounts.queries import party_number
from motcua.dossiers.errors import Incomplete, NotAllowed, NotFound
from motcua.dossiers.models import Dossier, Handout
from motcua.dossiers.operations import processing, returning
from motcua.dossiers.operations.reception import take_in
from motcua.dossiers.queries.handouts import handouts_of
from motcua.dossiers.queries.timeline import timeline
from motcua.dossiers.rules.handouts import Taker, taker_problems
from motcua.dossiers.tests.factories import counter_case, photo
from motcua.ledger.models import Event

OWNER = Taker("owner", frozenset({"receipt"}))
SON = Taker("other", frozenset({"identity", "authorisation"}), "Lầu Bá  Chò", "040095000123")
REASON = "Thửa đất không thuộc địa bàn xã, căn cứ hồ sơ địa chính."


def issued(cast, at, **more):
    """Bring a dossier taken in at the counter to its result."""
    key = take_in(case=counter_case(at, return_way="counter", **more), by=cast.binh, at=at).dossier_id
    for act, by in (
        (processing.transfer, cast.binh),
        (processing.propose, cast.bich),
        (processing.approve, cast.bao),
    ):
        act(dossier_id=key, seen=seen(key), by=by, at=at)
    result = {"paper": returning.ResultPaper(photo(), "kq.jpg", "12/GKS")}
    returning.issue(dossier_id=key, seen=seen(key), by=cast.bich, at=at, **result)
    return key


def seen(key):
    return Dossier.objects.get(id=key).version


def give(key, taker, by, at):
    returning.give_back(dossier_id=key, seen=seen(key), taker=taker, by=by, at=at)


@pytest.mark.parametrize(
    ("taker", "wrong"),
    [
        (OWNER, []),
        (Taker("owner", frozenset({"identity"})), []),
        (SON, []),
        (Taker("", frozenset({"identity"})), ["taker"]),
        (Taker("neighbour", frozenset({"identity"})), ["taker"]),
        (Taker("submitter", frozenset({"identity"})), ["taker"]),  # the owner came in person
        (Taker("owner"), ["shown"]),
        (Taker("owner", frozenset({"authorisation"})), ["shown"]),
        (Taker("other", frozenset({"receipt", "identity"}), "Lầu Bá Chò"), ["shown"]),
        (Taker("other", frozenset({"receipt", "authorisation"}), "Lầu Bá Chò"), ["shown"]),
        (Taker("other", SON.shown, "  "), ["taker-name"]),
        (Taker("other", SON.shown, "Lầu Bá Chò", "12"), ["taker-number"]),
    ],
)
def test_what_must_be_known_of_whoever_takes_something(taker, wrong):
    assert [field for field, _ in taker_problems(taker, date(2026, 9, 8), by_another=False)] == wrong


def test_where_another_filed_it_that_person_may_come(cast, at):
    key = issued(cast, at, submitter=Person(name="Lầu Y Xia", number="040090123457", phone="0987000111"))
    give(key, Taker("submitter", frozenset({"receipt"})), cast.binh, at)
    assert Handout.objects.get().who == "submitter"


def test_without_knowing_who_came_nothing_is_given(cast, at):
    key = issued(cast, at)
    with pytest.raises(Incomplete):
        give(key, Taker("owner"), cast.binh, at)
    assert Dossier.objects.get(id=key).stage == "issued"
    assert not Handout.objects.exists()


def test_the_name_of_somebody_authorised_stays_in_its_row_and_the_number_is_sealed(cast, at):
    key = issued(cast, at)
    give(key, SON, cast.binh, at)
    row, fact = Handout.objects.get(), Event.objects.get(name="dossiers.ResultReturned")
    assert (row.who, row.shown, row.by) == ("other", ["identity", "authorisation"], cast.binh.id)
    assert fact.facts == {**fact.facts, "how": "counter", "taker": "other", "handout_id": str(row.id)}
    assert not {"Chò", "040095000123"} & set(str(fact.facts).split())
    party = Party.objects.get(id=row.party_id)
    assert (party.name, party_number(party)) == ("Lầu Bá Chò", "040095000123")
    assert b"040095000123" not in bytes(party.number_sealed)


def test_the_officers_there_and_oversight_see_who_took_it_and_no_stranger(cast, at):
    key = issued(cast, at)
    give(key, SON, cast.binh, at)
    for who in (cast.bich, cast.dung):
        [one] = handouts_of(who, cast.binh.unit, [key])
        assert (one.name, one.number[-3:]) == ("Lầu Bá Chò", "123")
    for who in (cast.chi, cast.an):
        assert handouts_of(who, cast.binh.unit, [key]) == []
    assert handouts_of(cast.chi, cast.chi.unit, [key]) == []


def test_a_corrected_result_is_given_again_and_both_takers_are_kept(cast, at):
    key = issued(cast, at)
    give(key, OWNER, cast.binh, at)
    returning.reopen(dossier_id=key, seen=seen(key), reason=REASON, by=cast.bao, at=at)
    assert Dossier.objects.get(id=key).returned_how == ""
    for act, by in ((processing.propose, cast.bich), (processing.approve, cast.bao)):
        act(dossier_id=key, seen=seen(key), by=by, at=at)
    again = {"paper": returning.ResultPaper(photo("green"), "kq.jpg", "13/GKS")}
    returning.issue(dossier_id=key, seen=seen(key), by=cast.bich, at=at, **again)
    give(key, SON, cast.binh, at + timedelta(minutes=1))
    assert list(Handout.objects.order_by("at").values_list("who", flat=True)) == ["owner", "other"]


def stopped(cast, at):
    key = take_in(case=counter_case(at), by=cast.binh, at=at).dossier_id
    processing.stop(dossier_id=key, seen=seen(key), reason=REASON, by=cast.bao, at=at)
    return key


def test_papers_go_back_once_and_only_when_the_dossier_has_ended_without_a_result(cast, at):
    open_one = take_in(case=counter_case(at), by=cast.binh, at=at).dossier_id
    with pytest.raises(NotAllowed):
        returning.return_papers(dossier_id=open_one, taker=OWNER, by=cast.binh, at=at)
    key = stopped(cast, at)
    returning.return_papers(dossier_id=key, taker=OWNER, by=cast.binh, at=at)
    assert timeline(key, audience="citizen")[-1].label == "Đã trả lại giấy tờ đã nộp"
    with pytest.raises(NotAllowed):
        returning.return_papers(dossier_id=key, taker=OWNER, by=cast.binh, at=at)
    assert Handout.objects.get().thing == "papers"


def test_papers_are_returned_by_the_one_stop_alone(cast, at):
    key = stopped(cast, at)
    for who, refused in (
        (cast.bich, NotAllowed),
        (cast.dung, NotAllowed),
        (cast.chi, NotFound),
        (cast.an, NotFound),
    ):
        with pytest.raises(refused):
            returning.return_papers(dossier_id=key, taker=OWNER, by=who, at=at)
