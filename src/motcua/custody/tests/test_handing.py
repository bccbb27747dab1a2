"""What is of paper is in one pair of hands at any time, and changes them by signature of both."""

from datetime import timedelta

import pytest

from motcua.accounts.models import Role
from motcua.custody.errors import Incomplete, NotAllowed, NotFound
from motcua.custody.models import Handover, Item, Line
from motcua.custody.operations.handing import GIVER_LEFT, Answer, answer, hand_over
from motcua.custody.queries.handovers import handover, handovers, items_by_code, ready
from motcua.custody.rules.ways import Place
from motcua.dossiers.models import Dossier
from motcua.dossiers.operations import processing, returning
from motcua.dossiers.operations.reception import take_in
from motcua.dossiers.rules.handouts import Taker
from motcua.dossiers.tests.factories import counter_case, filed, photo
from motcua.ledger.models import Event

OWNER_CAME = Taker("owner", frozenset({"identity"}))
WHY = "Thiếu bản chính tờ khai, đề nghị xem lại."


def brought(cast, at, **more):
    """Take a dossier in at the counter; gives it and its papers."""
    done = take_in(case=counter_case(at, **more), by=cast.binh, at=at)
    return done, Item.objects.get(dossier_id=done.dossier_id, thing="papers")


def listed(cast, at, *items):
    return hand_over(way="out", items=[one.id for one in items], by=cast.binh, at=at)


def signed(handover_id, by, at, *, refuse=()):
    lines = Line.objects.filter(handover_id=handover_id)
    said = [Answer(one.id, one.item_id not in refuse, WHY if one.item_id in refuse else "") for one in lines]
    answer(handover_id=handover_id, answers=said, by=by, at=at)


def issued(cast, dossier_id, at):
    """Bring a dossier at work to its result."""
    acts = [(processing.propose, cast.bich), (processing.approve, cast.bao)]
    for act, by in acts:
        act(dossier_id=dossier_id, seen=seen(dossier_id), by=by, at=at)
    returning.issue(
        dossier_id=dossier_id,
        seen=seen(dossier_id),
        paper=returning.ResultPaper(photo(), "kq.jpg", "12/GKS"),
        by=cast.bich,
        at=at,
    )


def given(operation, dossier_id, by, at, **more):
    """Hand something over the counter to its owner."""
    operation(dossier_id=dossier_id, taker=OWNER_CAME, by=by, at=at, **more)


def seen(dossier_id):
    return Dossier.objects.get(id=dossier_id).version


def test_papers_taken_in_lie_at_the_one_stop_and_an_online_dossier_has_none(cast, at):
    _, papers = brought(cast, at)
    filed(cast.an, at=at)
    assert (papers.place, papers.held_by) == (Place.ONE_STOP, cast.binh.id)
    assert Item.objects.count() == 1


def test_a_dossier_goes_to_work_when_the_unit_signs_for_its_papers(cast, at):
    done, papers = brought(cast, at)
    made = listed(cast, at, papers)
    papers.refresh_from_db()
    assert (papers.place, Dossier.objects.get(id=done.dossier_id).stage) == ("one_stop", "received")
    signed(made, cast.bich, at)
    papers.refresh_from_db()
    assert (papers.place, papers.held_by) == (Place.UNIT, cast.bich.id)
    assert Dossier.objects.get(id=done.dossier_id).stage == "handling"
    fact = Event.objects.get(name="custody.ItemAccepted")
    assert (fact.thread, fact.facts["place"]) == (done.dossier_id, "unit")


def test_what_is_refused_stays_with_the_giver_and_can_be_listed_again(cast, at):
    (_, kept), (_, taken) = brought(cast, at), brought(cast, at)
    made = listed(cast, at, kept, taken)
    signed(made, cast.bich, at, refuse={kept.id})
    kept.refresh_from_db()
    assert (kept.place, kept.held_by) == (Place.ONE_STOP, cast.binh.id)
    assert [one.id for one in ready(cast.binh, "out")] == [kept.id]
    assert WHY not in str(Event.objects.get(name="custody.ItemRefused").facts)
    listed(cast, at, kept)


def test_a_refusal_says_why_and_half_an_answer_changes_nothing(cast, at):
    (_, one), (_, other) = brought(cast, at), brought(cast, at)
    made = listed(cast, at, one, other)
    lines = list(Line.objects.filter(handover_id=made).order_by("id"))
    said_of = [Answer(lines[0].id, True), Answer(lines[1].id, False, "không")]
    with pytest.raises(Incomplete) as said:
        answer(handover_id=made, answers=said_of, by=cast.bich, at=at)
    assert said.value.problems[0][0] == f"reason-{lines[1].id}"
    assert set(Item.objects.values_list("place", flat=True)) == {"one_stop"}


def test_nobody_signs_for_oneself_and_no_stranger_signs_at_all(cast, at):
    _, papers = brought(cast, at)
    with pytest.raises(NotAllowed):
        hand_over(way="out", items=[papers.id], by=cast.bich, at=at)
    made = hand_over(way="out", items=[papers.id], by=cast.bao, at=at)
    for who in (cast.bao, cast.binh):
        with pytest.raises(NotAllowed):
            signed(made, who, at)
    with pytest.raises(NotFound):
        signed(made, cast.chi, at)
    with pytest.raises(NotFound):
        handover(cast.chi, made)
    with pytest.raises(NotFound):
        handover(cast.an, made)
    assert handovers(cast.chi, at) == []
    assert handover(cast.dung, made).handover.id == made


def test_a_thing_stands_on_one_list_and_an_answered_list_is_closed(cast, at):
    _, papers = brought(cast, at)
    made = listed(cast, at, papers)
    with pytest.raises(Incomplete):
        listed(cast, at, papers)
    signed(made, cast.bich, at)
    with pytest.raises(NotAllowed):
        signed(made, cast.bich, at)


def test_lists_of_an_agency_are_numbered_without_a_gap(cast, at):
    for _ in range(3):
        listed(cast, at, brought(cast, at)[1])
        with pytest.raises(Incomplete):
            hand_over(way="out", items=[], by=cast.binh, at=at)
    numbers = [one.number[-2:] for one in Handover.objects.all()]
    assert sorted(numbers) == ["01", "02", "03"]


def test_a_dossier_that_waits_for_papers_cannot_be_accepted(cast, at):
    done, papers = brought(cast, at)
    made = listed(cast, at, papers)
    asked = [processing.Asked(7, "Tờ khai", WHY)]
    processing.ask_supplement(
        dossier_id=done.dossier_id, seen=seen(done.dossier_id), items=asked, by=cast.binh, at=at
    )
    with pytest.raises(Incomplete):
        signed(made, cast.bich, at)
    signed(made, cast.bich, at, refuse={papers.id})


def test_the_result_comes_back_by_list_and_leaves_with_its_owner(cast, at):
    done, papers = brought(cast, at)
    signed(listed(cast, at, papers), cast.bich, at)
    issued(cast, done.dossier_id, at)
    result = ready(cast.binh, "back").get()
    assert (result.thing, result.place) == ("result", Place.UNIT)
    signed(hand_over(way="back", items=[result.id], by=cast.bich, at=at), cast.binh, at)
    result.refresh_from_db()
    assert result.place == Place.ONE_STOP
    given(returning.give_back, done.dossier_id, cast.binh, at, seen=seen(done.dossier_id))
    result.refresh_from_db()
    assert result.place == Place.OWNER


def test_a_scanned_code_finds_what_lies_with_the_giver(cast, at):
    done, papers = brought(cast, at)
    assert items_by_code(cast.binh, "out", [done.code, "H41.0-1"]) == ([papers.id], ["H41.0-1"])
    assert items_by_code(cast.chi, "out", [done.code]) == ([], [done.code])


def test_papers_of_a_giver_who_has_left_are_listed_again_by_another(cast, at):
    done, papers = brought(cast, at)
    made = listed(cast, at, papers)
    Role.objects.filter(officer__account_id=cast.binh.id).update(valid_to=at.date() - timedelta(days=1))
    with pytest.raises(Incomplete) as said:
        signed(made, cast.bich, at)
    assert said.value.problems[0][1] == GIVER_LEFT
    signed(made, cast.bich, at, refuse={papers.id})
    signed(hand_over(way="out", items=[papers.id], by=cast.bao, at=at), cast.bich, at)
    assert Dossier.objects.get(id=done.dossier_id).stage == "handling"
