"""No leaf of a book goes missing, whatever becomes of each; and an outage has to make sense."""

from datetime import UTC, datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from motcua.counter.rules.books import FATES, balance, fate, first_ordinal, keeps_books, receives
from motcua.counter.rules.outages import log_problems, reception_problem
from motcua.kernel.actors import Actor
from motcua.kernel.references import dossier_code_format, dossier_code_valid

NOON = datetime(2026, 9, 8, 5, 0, tzinfo=UTC)
HOUR = timedelta(hours=1)
LEAVES = st.lists(st.tuples(st.booleans(), st.sampled_from([None, "lost", "spoiled"])), max_size=50)


@given(LEAVES)
def test_every_leaf_is_in_exactly_one_heap_and_the_heaps_add_up_to_the_book(leaves):
    fates = [fate(entered=entered, loss=loss) for entered, loss in leaves]
    found = balance(len(leaves), fates)
    assert found.missing == 0
    assert found.unused + found.used + found.spoiled + found.lost == len(leaves)
    assert found.used == sum(entered for entered, _ in leaves)
    assert set(fates) <= set(FATES)


@given(LEAVES.filter(bool), st.data())
def test_a_leaf_that_is_taken_away_is_noticed(leaves, data):
    fates = [fate(entered=entered, loss=loss) for entered, loss in leaves]
    del fates[data.draw(st.integers(0, len(fates) - 1))]
    assert balance(len(leaves), fates).missing == 1


@pytest.mark.parametrize("form", ["yyMMdd-4", "yyyyMMdd-7"])
def test_the_codes_of_a_book_are_codes_and_known_at_sight(form):
    code = dossier_code_format("H41.12", NOON.date(), first_ordinal(form), form)
    assert dossier_code_valid(code)
    assert code.rpartition("-")[2].startswith("9")


@pytest.mark.parametrize(
    ("role", "keeps", "takes_in"),
    [
        ("reception", True, True),
        ("head", True, True),
        ("admin", True, False),
        ("specialist", False, False),
        ("oversight", False, False),
    ],
)
def test_who_keeps_books_and_who_may_read_their_secrets(role, keeps, takes_in):
    viewer = Actor("officer", "x", "UBND25-17989", frozenset({role}))
    assert (keeps_books(viewer), receives(viewer)) == (keeps, takes_in)


@given(st.integers(-100, 100), st.one_of(st.none(), st.integers(-100, 100)), st.integers(-100, 100))
def test_a_dossier_is_entered_late_only_within_its_outage_and_never_ahead_of_time(began, ended, received):
    began_at = NOON + began * HOUR
    ended_at = None if ended is None else NOON + ended * HOUR
    moment = NOON + received * HOUR
    fine = reception_problem(moment, began_at, ended_at, NOON) is None
    assert fine == (began_at <= moment <= NOON and (ended_at is None or moment <= ended_at))


@pytest.mark.parametrize(
    ("what", "began", "ended", "handwritten", "fields"),
    [
        ("line", -2, None, None, []),
        ("line", -2, -1, 0, []),
        ("line", -2, -1, None, ["handwritten"]),
        ("line", -2, -3, 4, ["ended"]),
        ("line", -2, 1, 4, ["ended"]),
        ("fire", -2, None, None, ["what"]),
        ("power", 1, None, None, ["began"]),
        ("power", -24 * 32, None, None, ["began"]),
    ],
)
def test_an_outage_ends_after_it_began_and_not_in_the_future(what, began, ended, handwritten, fields):
    ended_at = None if ended is None else NOON + ended * HOUR
    found = log_problems(what, NOON + began * HOUR, ended_at, handwritten, NOON)
    assert [field for field, _ in found] == fields
