"""An evening balances: what lies at the one-stop is what lay there, with what came, without what went."""

from collections import Counter
from datetime import timedelta
from itertools import pairwise

import pytest
from hypothesis import given as supposing
from hypothesis import strategies as st

from motcua.custody.errors import Incomplete, NotAllowed, NotFound
from motcua.custody.models import Evening, Item, Remainder
from motcua.custody.operations.evenings import close_day
from motcua.custody.operations.handing import hand_over
from motcua.custody.operations.returning import return_papers
from motcua.custody.queries.evenings import days_left_open, evening, things
from motcua.custody.rules.evenings import KINDS, tally
from motcua.custody.rules.ways import Place
from motcua.custody.tests.test_handing import brought, given, issued, listed, seen, signed
from motcua.dossiers.operations import processing

WHY = "Cán bộ chuyên môn đi họp, sáng mai giao."
PLACES = ["", *Place]


@supposing(st.lists(st.lists(st.sampled_from(PLACES), max_size=6), max_size=12), st.integers(0, 6))
def test_the_count_balances_wherever_things_went_and_whenever_the_day_began(ways, cut):
    paths = [["", *way] for way in ways]
    moves = [list(pairwise(path)) for path in paths]
    before = Counter(one for path in moves for one in path[:cut])
    today = Counter(one for path in moves for one in path[cut:])
    lying = sum(path[-1] == Place.ONE_STOP for path in paths)
    assert tally(before, today, lying).balances
    assert not tally(before, today, lying + 1).balances


def test_a_day_is_closed_when_everything_was_handed_on(cast, at):
    for _ in range(2):
        signed(listed(cast, at, brought(cast, at)[1]), cast.bich, at)
    close_day(reasons={}, by=cast.binh, at=at)
    row = Evening.objects.get()
    assert (row.opening, row.came, row.went, row.closing) == (0, 2, 2, 0)
    with pytest.raises(NotAllowed):
        close_day(reasons={}, by=cast.bao, at=at)


def test_what_stays_must_be_explained_and_opens_the_next_morning(cast, at):
    _, papers = brought(cast, at)
    with pytest.raises(Incomplete) as said:
        close_day(reasons={papers.id: "bận"}, by=cast.binh, at=at)
    assert [field for field, _ in said.value.problems] == [f"reason-{papers.id}"]
    morning = at + timedelta(days=1)
    assert evening(cast.binh, morning).unclosed is not None
    close_day(reasons={papers.id: WHY}, by=cast.binh, at=at)
    assert Remainder.objects.get().item_id == papers.id
    next_day = evening(cast.binh, morning)
    assert (next_day.unclosed, next_day.count.opening, next_day.count.closing) == (None, 1, 1)


def test_papers_on_an_unsigned_list_are_still_here(cast, at):
    _, papers = brought(cast, at)
    listed(cast, at, papers)
    assert [one.item.id for one in evening(cast.binh, at).left] == [papers.id]


def test_a_thing_that_vanished_keeps_the_day_open(cast, at):
    _, papers = brought(cast, at)
    Item.objects.filter(id=papers.id).update(place=Place.OWNER)
    with pytest.raises(NotAllowed):
        close_day(reasons={}, by=cast.binh, at=at)


def test_only_the_one_stop_closes_its_day(cast, at):
    brought(cast, at)
    for who in (cast.bich, cast.dung, cast.an):
        with pytest.raises(NotFound):
            close_day(reasons={}, by=who, at=at)
    assert evening(cast.chi, at).count.closing == 0


def transferred(cast, at, dossier_id):
    processing.transfer(dossier_id=dossier_id, seen=seen(dossier_id), by=cast.binh, at=at)


def test_papers_of_a_dossier_transferred_without_a_list_are_asked_for_every_evening_until_they_are_on_one(
    cast, at
):
    done, papers = brought(cast, at)
    transferred(cast, at, done.dossier_id)
    for day in range(3):
        [left] = evening(cast.binh, at + timedelta(days=day)).left
        assert (left.item.id, "đã chuyển xử lý" in left.what) == (papers.id, True)
    later = at + timedelta(days=3)
    made = listed(cast, later, papers)
    assert "nhắc ký nhận" in evening(cast.binh, later).left[0].what
    signed(made, cast.bich, later)
    assert evening(cast.binh, later).left == []


def test_they_can_be_listed_while_the_dossier_waits_and_after_its_result_was_issued(cast, at):
    (waiting, one), (finished, other) = brought(cast, at), brought(cast, at)
    transferred(cast, at, waiting.dossier_id)
    asked = [processing.Asked(7, "Tờ khai", WHY)]
    more = {"dossier_id": waiting.dossier_id, "seen": seen(waiting.dossier_id), "items": asked}
    processing.ask_supplement(**more, by=cast.bich, at=at)
    transferred(cast, at, finished.dossier_id)
    issued(cast, finished.dossier_id, at)
    assert len(evening(cast.binh, at).left) == 2
    signed(listed(cast, at, one, other), cast.bich, at)
    assert evening(cast.binh, at).left == []


def test_what_waits_for_papers_before_it_was_transferred_may_stay(cast, at):
    done, _ = brought(cast, at)
    asked = [processing.Asked(7, "Tờ khai", WHY)]
    more = {"dossier_id": done.dossier_id, "seen": seen(done.dossier_id), "items": asked}
    processing.ask_supplement(**more, by=cast.binh, at=at)
    view = evening(cast.binh, at)
    assert (view.left, view.counts["waiting"]) == ([], 1)


def test_each_count_of_the_evening_is_as_long_as_its_list(cast, at):
    yesterday = at - timedelta(days=1)
    brought(cast, yesterday)
    done, papers = brought(cast, at)
    signed(listed(cast, at, papers), cast.bich, at)
    issued(cast, done.dossier_id, at)
    result = Item.objects.get(thing="result")
    signed(hand_over(way="back", items=[result.id], by=cast.bich, at=at), cast.binh, at)
    ended, _ = brought(cast, at)
    stop = {"dossier_id": ended.dossier_id, "seen": seen(ended.dossier_id), "reason": WHY}
    processing.stop(**stop, by=cast.bao, at=at)
    given(return_papers, ended.dossier_id, cast.binh, at)
    counts = evening(cast.binh, at).counts
    assert counts == {slug: len(things(cast.binh, slug, at=at)) for slug in KINDS}
    known = ("came", "went", "here", "taken-in", "handed-over", "results-in", "papers-returned", "results")
    assert [counts[slug] for slug in known] == [3, 2, 2, 2, 1, 1, 1, 1]
    first = things(cast.binh, "came", at=at, limit=1)
    rest = things(cast.binh, "came", at=at, after=first[0].key)
    assert len({one.id for one in first + rest}) == 3


def test_no_stranger_reads_what_an_evening_counts(cast, at):
    brought(cast, at)
    assert things(cast.chi, "came", at=at) == []
    for who in (cast.bich, cast.dung, cast.an):
        assert things(who, "came", at=at) is None
    assert things(cast.binh, "everything", at=at) is None


def test_the_last_day_left_open_is_told_of_each_one_stop_by_itself(cast, at):
    _, papers = brought(cast, at)
    morning = at + timedelta(days=1)
    assert days_left_open([cast.binh.unit, cast.chi.unit], morning) == {cast.binh.unit: at.date()}
    assert days_left_open([cast.binh.unit], at) == {}
    close_day(reasons={papers.id: WHY}, by=cast.binh, at=at)
    assert days_left_open([cast.binh.unit], morning) == {}
