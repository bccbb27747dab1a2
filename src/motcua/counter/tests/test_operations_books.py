"""A book of blank receipts: numbers nobody else gets, secrets nobody sees without need, and no leaf lost from sight."""

from concurrent.futures import ThreadPoolExecutor

import pytest
from django.db import connection

from conftest import make_cast
from motcua.counter.errors import Incomplete, NotAllowed, NotFound
from motcua.counter.models import Book, Leaf
from motcua.counter.operations.books import find_leaf, make_book, withdraw_leaf
from motcua.counter.queries.books import blank_leaf, book, books, to_print
from motcua.dossiers.tests.factories import filed
from motcua.kernel.references import dossier_code_valid
from motcua.ledger.blocks import kept_blocks
from motcua.ledger.models import Event

WHY = "Bị ướt khi trời mưa"


def _first(made):
    return Leaf.objects.get(book=made, number=1)


def test_each_leaf_has_a_code_of_its_own_that_online_filing_never_gives(cast, at):
    made = make_book(size=10, by=cast.binh, at=at)
    codes = list(Leaf.objects.filter(book=made).order_by("number").values_list("code", flat=True))
    assert len(set(codes)) == 10
    assert all(dossier_code_valid(code) for code in codes)
    assert filed(cast.an, at=at)[1].code not in codes
    [block] = kept_blocks()
    assert (block.valid_from, block.valid_to) == (made.day, made.day)
    assert codes[0].endswith(str(block.first))
    assert codes[-1].endswith(str(block.last))


def test_a_second_book_of_the_day_goes_on_where_the_first_ended(cast, at):
    one, two = (make_book(size=10, by=cast.binh, at=at) for _ in range(2))
    assert (one.number, two.number) == (1, 2)
    first, second = kept_blocks()
    assert second.first == first.last + 1
    assert make_book(size=10, by=cast.chi, at=at).number == 1


@pytest.mark.parametrize("size", [0, 9, 51])
def test_a_book_has_ten_to_fifty_leaves(cast, at, size):
    with pytest.raises(Incomplete):
        make_book(size=size, by=cast.binh, at=at)


def test_strangers_keep_no_book_and_see_none(cast, at):
    made = make_book(size=10, by=cast.binh, at=at)
    for stranger in (cast.an, cast.bich, cast.dung):
        with pytest.raises(NotFound):
            make_book(size=10, by=stranger, at=at)
        assert books(stranger) == []
    with pytest.raises(NotFound):
        book(cast.chi, made.id)
    assert book(cast.dung, made.id).balance.unused == 10
    with pytest.raises(NotFound):
        to_print(cast.dung, book(cast.dung, made.id))
    for act, more in ((withdraw_leaf, {"kind": "lost", "reason": WHY}), (find_leaf, {"note": WHY})):
        with pytest.raises(NotFound):
            act(leaf_id=_first(made).id, by=cast.chi, at=at, **more)


def test_a_lost_leaf_is_found_again_and_a_spoiled_one_is_not(cast, at):
    made = make_book(size=10, by=cast.binh, at=at)
    lost, spoiled = Leaf.objects.filter(book=made).order_by("number")[:2]
    withdraw_leaf(leaf_id=lost.id, kind="lost", reason=WHY, by=cast.binh, at=at)
    withdraw_leaf(leaf_id=spoiled.id, kind="spoiled", reason=WHY, by=cast.bao, at=at)
    assert book(cast.binh, made.id).balance == book(cast.dung, made.id).balance
    assert [line.fate for line in book(cast.binh, made.id).lines[:3]] == ["lost", "spoiled", "unused"]
    assert len(to_print(cast.binh, book(cast.binh, made.id))) == 8
    assert blank_leaf(cast.binh, lost.code) is None
    find_leaf(leaf_id=lost.id, note="Thấy trong ngăn bàn", by=cast.binh, at=at)
    assert blank_leaf(cast.binh, lost.code) == lost
    with pytest.raises(NotAllowed):
        find_leaf(leaf_id=spoiled.id, note=WHY, by=cast.binh, at=at)
    with pytest.raises(NotAllowed):
        withdraw_leaf(leaf_id=spoiled.id, kind="lost", reason=WHY, by=cast.binh, at=at)


def test_a_loss_is_explained_and_the_words_stay_in_their_row(cast, at):
    made = make_book(size=10, by=cast.binh, at=at)
    with pytest.raises(Incomplete):
        withdraw_leaf(leaf_id=_first(made).id, kind="lost", reason="  ", by=cast.binh, at=at)
    withdraw_leaf(leaf_id=_first(made).id, kind="lost", reason=WHY, by=cast.binh, at=at)
    facts = Event.objects.get(name="counter.LeafWithdrawn").facts
    assert facts["code"] == _first(made).code
    assert WHY not in str(facts)


def test_what_was_printed_is_sealed_and_the_ledger_holds_no_secret(cast, at):
    made = make_book(size=10, by=cast.binh, at=at)
    secrets = {one.secret for one in to_print(cast.binh, book(cast.binh, made.id))}
    assert len(secrets) == 10
    facts = str(list(Event.objects.values_list("facts", flat=True)))
    assert not any(secret in facts for secret in secrets)


@pytest.mark.database_clone
def test_two_books_made_at_once_share_no_number(database_clone, at):
    cast = make_cast(at)

    def make(_):
        try:
            return make_book(size=10, by=cast.binh, at=at).number
        finally:
            connection.close()

    with ThreadPoolExecutor(4) as pool:
        assert sorted(pool.map(make, range(4))) == [1, 2, 3, 4]
    assert Book.objects.count() == 4
    assert Leaf.objects.values("code").distinct().count() == 40
