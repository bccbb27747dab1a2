"""Papers of a dossier that ended without a result come back to the one-stop by list, and from there to their owner."""

import pytest

from motcua.custody.errors import NotAllowed, NotFound
from motcua.custody.models import Item
from motcua.custody.operations.evenings import close_day
from motcua.custody.operations.handing import hand_over
from motcua.custody.operations.returning import return_papers
from motcua.custody.queries.evenings import evening
from motcua.custody.queries.handovers import ready
from motcua.custody.rules.evenings import GIVE_BACK
from motcua.custody.rules.ways import Place
from motcua.custody.tests.test_handing import brought, given, listed, seen, signed
from motcua.dossiers.errors import Incomplete
from motcua.dossiers.models import Handout
from motcua.dossiers.operations import processing
from motcua.dossiers.rules.handouts import Taker
from motcua.ledger.models import Event

REASON = "Thửa đất không thuộc địa bàn xã, căn cứ hồ sơ địa chính."


def stopped(cast, at, dossier_id):
    processing.stop(dossier_id=dossier_id, seen=seen(dossier_id), reason=REASON, by=cast.bao, at=at)


def test_papers_at_the_one_stop_go_to_their_owner_and_the_day_closes(cast, at):
    done, papers = brought(cast, at)
    stopped(cast, at, done.dossier_id)
    assert [one.what for one in evening(cast.binh, at).left] == [GIVE_BACK]
    given(return_papers, done.dossier_id, cast.binh, at)
    papers.refresh_from_db()
    assert papers.place == Place.OWNER
    assert (Handout.objects.get().thing, Handout.objects.get().who) == ("papers", "owner")
    assert Event.objects.get(name="dossiers.PapersReturned").thread == done.dossier_id
    row = close_day(reasons={}, by=cast.binh, at=at)
    assert (row.opening, row.came, row.went, row.closing) == (0, 1, 1, 0)


def test_papers_at_the_unit_come_back_by_list_first(cast, at):
    done, papers = brought(cast, at)
    signed(listed(cast, at, papers), cast.bich, at)
    stopped(cast, at, done.dossier_id)
    with pytest.raises(NotAllowed) as said:
        given(return_papers, done.dossier_id, cast.binh, at)
    assert "bảng kê" in str(said.value)
    assert [one.id for one in ready(cast.bich, "back")] == [papers.id]
    signed(hand_over(way="back", items=[papers.id], by=cast.bich, at=at), cast.binh, at)
    given(return_papers, done.dossier_id, cast.binh, at)
    assert Item.objects.get().place == Place.OWNER


def test_papers_are_not_returned_twice_nor_without_knowing_to_whom(cast, at):
    done, _ = brought(cast, at)
    stopped(cast, at, done.dossier_id)
    with pytest.raises(Incomplete):
        return_papers(dossier_id=done.dossier_id, taker=Taker("owner"), by=cast.binh, at=at)
    given(return_papers, done.dossier_id, cast.binh, at)
    with pytest.raises(NotAllowed):
        given(return_papers, done.dossier_id, cast.binh, at)


def test_a_stranger_is_not_told_whether_there_are_papers(cast, at):
    done, _ = brought(cast, at)
    stopped(cast, at, done.dossier_id)
    for who in (cast.chi, cast.an, cast.dung):
        with pytest.raises(NotFound):
            given(return_papers, done.dossier_id, who, at)
    assert Item.objects.get().place == Place.ONE_STOP
