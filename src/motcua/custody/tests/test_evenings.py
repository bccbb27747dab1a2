"""An evening balances: what lies at the one-stop is what lay there, with what came, without what went."""

from collections import Counter
from datetime import timedelta
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from motcua.custody.errors import Incomplete, NotAllowed, NotFound
from motcua.custody.models import Evening, Item, Remainder
from motcua.custody.operations.evenings import close_day
from motcua.custody.queries.evenings import evening
from motcua.custody.rules.evenings import tally
from motcua.custody.rules.ways import Place
from motcua.custody.tests.test_handing import brought, listed, signed

WHY = "Cán bộ chuyên môn đi họp, sáng mai giao."
PLACES = ["", *Place]


@given(st.lists(st.lists(st.sampled_from(PLACES), max_size=6), max_size=12), st.integers(0, 6))
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
