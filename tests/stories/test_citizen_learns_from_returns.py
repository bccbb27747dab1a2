"""Before filing, a citizen sees why dossiers of this procedure came back here lately, and checks just those points."""

from datetime import timedelta

import pytest

from motcua.accounts.operations.parties import Person
from motcua.catalogue.queries import version_in_force
from motcua.dossiers.operations.bulk import Copied, Held, copy_in
from motcua.dossiers.queries.returned import returns
from motcua.gateways import clock
from motcua.kernel.actors import SYSTEM
from tests.stories.citizen import BIRTH, COMMUNE, Citizen

ELSEWHERE = "UBND25-18001"
CERTIFICATE, SURROGACY = 4, 7
BY_HAND = "Sổ hộ khẩu của ông Lô Văn Kèo"


@pytest.fixture(autouse=True)
def _held_clock(at):
    with clock.set_to(at):
        yield


def paper(seq, at):
    names = {one.seq: one.name for one in version_in_force(BIRTH, at.date()).components}
    return (seq, names[seq], "Ảnh mờ, xin chụp lại.")


def came_in(at, *, count, asked=(), days_ago=10, stage="handling", agency=COMMUNE):
    """Copy in that many dossiers filed some days ago, each asked for these papers."""
    filed = at - timedelta(days=days_ago)
    hold = Held(
        kind="supplement",
        placed_at=filed + timedelta(hours=2),
        placed_by="x",
        stage="submitted",
        lifted_at=filed + timedelta(hours=5),
        items=tuple(asked),
    )
    one = Copied(
        owner=Person(name="Lô Thị Hằng", number="040190123456"),
        procedure=BIRTH,
        version_id=version_in_force(BIRTH, at.date()).id,
        agency_id=agency,
        stage=stage,
        submitted_at=filed,
        received_at=None if stage == "refused" else filed + timedelta(hours=6),
        ended_at=filed + timedelta(hours=6) if stage == "refused" else None,
        holds=(hold,) if asked else (),
    )
    copy_in(dossiers=[one] * count, by=SYSTEM, at=at)


@pytest.fixture
def forty(cast, at):
    """Forty dossiers of the last ninety days: 17 lacked the birth certificate paper, 2 another one, 3 were refused."""
    came_in(at, count=17, asked=[paper(CERTIFICATE, at)])
    came_in(at, count=2, asked=[paper(SURROGACY, at)])
    came_in(at, count=4, asked=[(0, BY_HAND, "Chưa rõ.")])
    came_in(at, count=3, stage="refused")
    came_in(at, count=14)


def test_the_check_page_names_how_many_came_back_for_which_paper(forty):
    guest = Citizen()
    address = guest.begin()
    guest.fill(address)
    page = guest.text(f"{address}kiem-tra/")
    assert "Trong 90 ngày qua, nơi này nhận 40 hồ sơ" in page
    assert "17 trong 40 hồ sơ gần đây phải bổ sung giấy này." in page
    assert "4 hồ sơ phải bổ sung giấy tờ khác." in page
    assert "3 hồ sơ bị từ chối tiếp nhận." in page
    assert "17 trong 40 hồ sơ" in guest.text(f"{address}giay-to/")


def test_what_stands_in_no_list_was_written_by_hand_and_is_never_shown(forty):
    guest = Citizen()
    address = guest.begin()
    assert "Lô Văn Kèo" not in guest.text(f"{address}kiem-tra/") + guest.text(f"{address}giay-to/")


def test_the_ticks_are_no_duty_and_stay_when_the_page_is_shown_again(forty):
    guest = Citizen()
    address = guest.begin()
    guest.fill(address)
    guest.add_papers(address)
    again = guest.post(f"{address}nop/", {"seen": "1", "looked_at": str(CERTIFICATE)}).content.decode()
    assert f'value="{CERTIFICATE}" checked' in again
    assert guest.submit(address).status_code == 302


def test_a_reason_that_fewer_than_three_met_is_not_told(forty, at):
    found = returns(BIRTH, COMMUNE, at=at)
    assert paper(SURROGACY, at)[1] not in found.papers
    assert found.papers == {paper(CERTIFICATE, at)[1]: 17}


def test_nothing_is_told_of_fewer_than_ten_dossiers(cast, at):
    came_in(at, count=9, asked=[paper(CERTIFICATE, at)])
    assert returns(BIRTH, COMMUNE, at=at) is None
    guest = Citizen()
    assert "hồ sơ tương tự" not in guest.text(f"{guest.begin()}kiem-tra/")


def test_only_the_last_ninety_days_of_this_agency_count(forty, at):
    came_in(at, count=20, asked=[paper(CERTIFICATE, at)], days_ago=91)
    came_in(at, count=20, asked=[paper(CERTIFICATE, at)], agency=ELSEWHERE)
    assert returns(BIRTH, COMMUNE, at=at).filed == 40


def test_a_dossier_asked_twice_for_a_paper_is_one_dossier(cast, at):
    came_in(at, count=12, asked=[paper(CERTIFICATE, at), paper(CERTIFICATE, at)])
    assert returns(BIRTH, COMMUNE, at=at).papers == {paper(CERTIFICATE, at)[1]: 12}
