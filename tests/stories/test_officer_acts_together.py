"""One act for many dossiers: each is done or not done by itself, and what was not done is named with its reason."""

import pytest

from motcua.dossiers.operations import processing
from motcua.dossiers.rules.permits import acts_together
from motcua.dossiers.rules.workflow import TABLE, TOGETHER, Stage
from motcua.gateways import clock
from motcua.ledger.models import Event
from tests.stories.officer import DESK, REASON, Officer, at_stage, fresh

TOGETHER_AT = "/office/together/"


@pytest.fixture(autouse=True)
def _held_clock(at):
    with clock.set_to(at):
        yield


@pytest.fixture
def proposed(cast, at):
    """Three dossiers that wait for approval."""
    return [at_stage(cast, "approving", at) for _ in range(3)]


def ticked(*dossiers):
    return [f"{one.id}:{fresh(one).version}" for one in dossiers]


def send(officer, do, dossiers, **more):
    return officer.client.post(TOGETHER_AT, {"do": do, "dossier": dossiers, **more})


def test_bảo_ticks_three_and_approves_them_at_once(cast, proposed):
    bao = Officer(cast.bao)
    page = bao.text(DESK)
    assert all(f'value="{one}"' in page for one in ticked(*proposed))
    assert send(bao, "approve", ticked(*proposed)).status_code == 302
    assert "Phê duyệt: 3 hồ sơ đã xong." in bao.text(DESK)
    assert {fresh(one).stage for one in proposed} == {"approved"}
    assert Event.objects.filter(name="dossiers.DossierApproved").count() == 3


def test_only_what_one_of_these_acts_can_be_done_to_is_ticked(cast, at):
    new, received = at_stage(cast, "submitted", at), at_stage(cast, "received", at)
    page = Officer(cast.binh).text(DESK)
    assert f'value="{ticked(received)[0]}"' in page
    assert f'value="{ticked(new)[0]}"' not in page


def test_what_cannot_be_done_is_named_with_its_reason_and_the_others_are_done(cast, proposed, at):
    one, other, third = proposed
    marks = ticked(*proposed)
    processing.send_back(dossier_id=other.id, seen=fresh(other).version, reason=REASON, by=cast.bao, at=at)
    answer = send(Officer(cast.bao), "approve", marks)
    page = answer.content.decode()
    assert answer.status_code == 200
    assert "Chưa làm được với 1 hồ sơ" in page
    assert other.codes.get().code in page
    assert "Nội dung vừa được thay đổi ở nơi khác" in page
    assert one.codes.get().code not in page
    assert [fresh(each).stage for each in (one, other, third)] == ["approved", "handling", "approved"]


def test_a_stranger_the_overseer_and_a_colleague_without_the_role_change_nothing(cast, proposed):
    for who in (cast.chi, cast.dung, cast.binh):
        answer = send(Officer(who), "approve", ticked(*proposed))
        assert answer.status_code == 409
        assert proposed[0].owner_name not in answer.content.decode()
    assert 'name="dossier"' not in Officer(cast.dung).text(DESK)
    assert {fresh(one).stage for one in proposed} == {"approving"}


def test_dossiers_are_given_to_a_colleague_who_does_that_step(cast, at):
    two = [at_stage(cast, "handling", at) for _ in range(2)]
    bao = Officer(cast.bao)
    assert send(bao, "assign", ticked(*two), holder=str(cast.bich.id)).status_code == 302
    assert {str(fresh(one).holder_id) for one in two} == {cast.bich.id}
    wrong = send(bao, "assign", ticked(*two), holder=str(cast.binh.id))
    assert "Người được chọn không làm bước này" in wrong.content.decode()


@pytest.mark.parametrize("do", ["receive", "stop", "refuse", "issue", "give_back", "nonsense", ""])
def test_what_needs_a_look_at_each_or_words_of_its_own_is_not_done_to_many(cast, proposed, do):
    assert send(Officer(cast.bao), do, ticked(*proposed)).status_code == 404


@pytest.mark.parametrize("marks", [["x"], ["1:2"], ["01a07ebe-5d00-7000-a787-8585e09199f2:x"]])
def test_marks_of_nonsense_find_nothing(cast, marks):
    assert send(Officer(cast.bao), "approve", marks).status_code == 404


def test_nothing_ticked_or_nobody_named_is_said_in_words(cast, proposed):
    bao = Officer(cast.bao)
    send(bao, "approve", [])
    assert "Cần đánh dấu ít nhất một hồ sơ." in bao.text(DESK)
    send(bao, "assign", ticked(*proposed))
    assert "Cần chọn người xử lý." in bao.text(DESK)
    send(bao, "approve", [ticked(proposed[0])[0]] * 101)
    assert "nhiều nhất 100 hồ sơ" in bao.text(DESK)


def test_no_act_for_many_needs_words_or_a_file():
    assert all(not move.needs for (_stage, act), move in TABLE.items() if act in TOGETHER)


def test_each_is_offered_what_their_role_does(cast):
    offered = {who.id: acts_together(who, set(Stage)) for who in (cast.binh, cast.bich, cast.bao)}
    assert [[str(one) for one in acts] for acts in offered.values()] == [
        ["transfer"],
        ["assign", "propose"],
        ["transfer", "assign", "propose", "approve"],
    ]
    assert acts_together(cast.an, set(Stage)) == acts_together(cast.dung, set(Stage)) == []
