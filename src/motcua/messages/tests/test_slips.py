"""Slips: made once, seen and handed over by their own one-stop alone, taken back with a reason."""

from datetime import date, timedelta

import pytest

from motcua.kernel.actors import SYSTEM, Actor
from motcua.ledger.models import Event
from motcua.messages import queries
from motcua.messages.errors import Incomplete, NotFound
from motcua.messages.models import Slip, SlipHandover
from motcua.messages.operations import hand_over, make_slips, place_slip, undo_handover
from motcua.messages.rules.slips import Handing, problems_of
from motcua.messages.tests.factories import by_hand, slip_of

HERE, AWAY = "UBND25-17989", "UBND25-18001"
BINH = Actor("officer", "binh", HERE, frozenset({"reception"}), via="desk")
CHI = Actor("officer", "chi", AWAY, frozenset({"reception", "head"}), via="desk")
BICH = Actor("officer", "bich", HERE, frozenset({"specialist"}), via="desk")
REASON = "Đánh dấu nhầm sang phiếu của nhà bên."
TODAY = date(2026, 9, 8)

pytestmark = pytest.mark.django_db


def handing(**changes):
    base = {"carrier": "village_head", "carrier_name": "Lô Văn Tám", "handed_on": TODAY}
    return Handing(**{**base, **changes})


def waiting(viewer=BINH, late_before=None):
    return queries.waiting_slips(viewer, late_before=late_before)


def counts(viewer=BINH, late_before=None):
    return queries.slip_counts(viewer, late_before=late_before, since=TODAY - timedelta(days=14))


def test_the_same_fact_makes_one_slip_however_often_it_is_heard(at):
    draft = by_hand(HERE)
    for _ in range(3):
        make_slips(drafts=[draft], by=SYSTEM, at=at)
    assert Slip.objects.count() == 1


def test_a_slip_says_in_vietnamese_what_others_read_and_look_up(at):
    slip_of(HERE, at, written_out=["Lý do: thiếu chữ ký của người cha."])
    [one] = waiting()
    assert (one.name, one.hamlet) == ("Vi Thị Mai", "Bản Na Kho")
    assert "H41.12-260908-0001" in one.text
    assert "Thứ Năm" in one.text
    assert one.text.endswith("Lý do: thiếu chữ ký của người cha.")


def test_name_and_text_lie_sealed_in_the_database(at):
    slip_of(HERE, at)
    blob = bytes(Slip.objects.get().words_sealed)
    assert b"Mai" not in blob
    assert b"H41.12" not in blob


@pytest.mark.parametrize("stranger", [CHI, BICH])
def test_nobody_but_the_counter_there_sees_or_notes_a_slip(at, stranger):
    slip_id = slip_of(HERE, at)
    assert waiting(stranger) == []
    assert queries.slip_for(stranger, slip_id) is None
    for act in (
        lambda: hand_over(slip_ids=[slip_id], handing=handing(), by=stranger, at=at),
        lambda: undo_handover(slip_id=slip_id, reason=REASON, by=stranger, at=at),
        lambda: place_slip(slip_id=slip_id, hamlet="Bản Xa", by=stranger, at=at),
    ):
        with pytest.raises(NotFound):
            act()
    assert Slip.objects.get().handed_on is None


def test_of_a_pile_with_a_foreign_slip_none_is_noted(at):
    pile = [slip_of(HERE, at), slip_of(AWAY, at)]
    with pytest.raises(NotFound):
        hand_over(slip_ids=pile, handing=handing(), by=BINH, at=at)
    assert not SlipHandover.objects.exists()


def test_a_hand_over_is_noted_once_with_who_and_when(at):
    slip_id = slip_of(HERE, at)
    assert hand_over(slip_ids=[slip_id, slip_id], handing=handing(), by=BINH, at=at) == 1
    assert hand_over(slip_ids=[slip_id], handing=handing(carrier="postman"), by=BINH, at=at) == 0
    [shown] = queries.handed_slips(BINH, since=TODAY)
    assert (shown.carrier_name, shown.handed_on) == ("Lô Văn Tám", TODAY)
    assert Event.objects.filter(name="messages.SlipHanded").count() == 1
    assert (counts().waiting, counts().handed) == (0, 1)


def test_a_tick_made_by_mistake_is_taken_back_with_its_reason_and_the_slip_waits_again(at):
    slip_id = slip_of(HERE, at)
    hand_over(slip_ids=[slip_id], handing=handing(), by=BINH, at=at)
    with pytest.raises(Incomplete):
        undo_handover(slip_id=slip_id, reason="nhầm", by=BINH, at=at)
    undo_handover(slip_id=slip_id, reason=REASON, by=BINH, at=at)
    assert [one.id for one in waiting()] == [slip_id]
    hand_over(slip_ids=[slip_id], handing=handing(carrier="self", carrier_name=""), by=BINH, at=at)
    assert {one.undone_reason for one in SlipHandover.objects.all()} == {REASON, ""}
    assert REASON not in str(list(Event.objects.values_list("facts", flat=True)))


def test_what_waits_too_long_comes_first_with_its_whole_hamlet(at):
    slip_of(HERE, at, hamlet="Bản An")
    slip_of(HERE, at - timedelta(days=5), hamlet="Xóm Vinh")
    slip_of(HERE, at, hamlet="Xóm Vinh")
    late = at - timedelta(days=3)
    assert [one.hamlet for one in waiting(late_before=late)] == ["Xóm Vinh", "Xóm Vinh", "Bản An"]
    assert (counts(late_before=late).waiting, counts(late_before=late).late) == (3, 1)


def test_a_hamlet_that_the_address_does_not_tell_is_written_down_in_one_form(at):
    slip_id = slip_of(HERE, at, hamlet="")
    place_slip(slip_id=slip_id, hamlet="  Bản   Na Kho ", by=BINH, at=at)
    assert [one.hamlet for one in waiting()] == ["Bản Na Kho"]
    assert queries.hamlets_of(BINH) == ["Bản Na Kho"]
    with pytest.raises(Incomplete):
        place_slip(slip_id=slip_id, hamlet=" ", by=BINH, at=at)


@pytest.mark.parametrize(
    ("changes", "field"),
    [
        ({"carrier": "cousin"}, "carrier"),
        ({"carrier_name": " "}, "carrier_name"),
        ({"handed_on": None}, "handed_on"),
        ({"handed_on": TODAY + timedelta(days=1)}, "handed_on"),
        ({"handed_on": TODAY - timedelta(days=9)}, "handed_on"),
    ],
)
def test_who_carried_it_and_when_must_be_said_and_be_possible(changes, field):
    assert [one for one, _ in problems_of(handing(**changes), TODAY - timedelta(days=8), TODAY)] == [field]


def test_who_fetches_it_in_person_needs_no_other_name():
    assert problems_of(handing(carrier="self", carrier_name=""), TODAY, TODAY) == []
