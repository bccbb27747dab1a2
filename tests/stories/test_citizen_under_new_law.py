"""The procedure changes while a draft lies open: the person is told, loses nothing, and files under the new law."""

from datetime import timedelta

import pytest

from motcua.catalogue.tests.conftest import nothing_kept
from motcua.catalogue.tests.reforms import reform
from motcua.dossiers.errors import NotFound, Superseded
from motcua.dossiers.models import Document, Dossier, Draft, DraftFile
from motcua.dossiers.operations import drafting, intake
from motcua.dossiers.tests.factories import drafted
from motcua.gateways import clock
from motcua.kernel.worktime import ZONE
from motcua.web.shared.formats import day_short
from tests.stories.citizen import BIRTH, Citizen, Fields

__all__ = ["nothing_kept"]
WEIGHT = {
    "key": "weight",
    "kind": "text",
    "required": True,
    "label": {"vi": "Cân nặng khi sinh", "en": "Weight at birth"},
}


def ask_for_weight(form):
    """Ask for the weight instead of the home village."""
    child = next(one for one in form["sections"] if one["key"] == "child")
    child["fields"] = [one for one in child["fields"] if one["key"] != "hometown"] + [WEIGHT]


def turned_round(listed):
    """Give the papers other numbers, as a new closed list has."""
    last = max(one.seq for one in listed)
    for one in listed:
        one.seq = last + 1 - one.seq
    return listed


@pytest.fixture
def later(at):
    """The day on which the new version is in force."""
    return at + timedelta(days=3)


@pytest.fixture
def law_day(later):
    return later.astimezone(ZONE).date()


@pytest.fixture
def guest(cast, at):
    with clock.set_to(at):
        yield Citizen()


@pytest.fixture
def begun(guest, law_day):
    """A draft filled in before the law changes, and the id of the version that will be in force."""
    address = guest.begin()
    guest.fill(address)
    guest.add_papers(address)
    return address, reform(BIRTH, law_day, change=ask_for_weight, papers=turned_round)


def test_until_that_day_the_draft_is_filed_under_its_own_version(guest, begun):
    address, new = begun
    assert "/bien-nhan/" in guest.submit(address).headers["Location"]
    assert Dossier.objects.get().version_id != new


def test_whoever_comes_back_is_told_the_day_and_what_is_new(guest, begun, later, law_day):
    address, _new = begun
    with clock.set_to(later):
        for step in ("", "child/", "giay-to/", "kiem-tra/"):
            assert guest.get(f"{address}{step}", 302).headers["Location"] == f"{address}quy-dinh-moi/"
        page = guest.text(f"{address}quy-dinh-moi/")
    assert f"Quy định mới áp dụng từ {day_short(law_day)}" in page
    assert "Cân nặng khi sinh" in page
    assert "Quê quán" in page.split("Không còn phải khai")[1]


def test_what_was_typed_and_sent_moves_along_and_is_filed_after_a_second_check(guest, begun, later):
    address, new = begun
    before = DraftFile.objects.order_by("component").first()
    with clock.set_to(later):
        answer = guest.send(f"{address}quy-dinh-moi/", {})
        assert answer.headers["Location"] == f"{address}kiem-tra/"
        check = guest.text(f"{address}kiem-tra/")
        assert "Đã chuyển sang quy định" in check
        assert "Cân nặng khi sinh: Vui lòng nhập thông tin này." in check
        assert "Nguyễn Văn Hòa" in check
        assert "giay-chung-sinh.jpg" in check
        assert DraftFile.objects.get(id=before.id).component != before.component
        guest.fill(address, **{"child.weight": "3,2 kg"})
        assert "/bien-nhan/" in guest.submit(address).headers["Location"]
    dossier = Dossier.objects.get()
    assert dossier.version_id == new
    assert dossier.answers["child.weight"] == "3,2 kg"
    titles = Document.objects.values_list("title", flat=True)
    assert any(one.startswith("Giấy chứng sinh") for one in titles)


def test_what_is_being_typed_as_the_law_changes_is_saved_first(guest, begun, later):
    address, _new = begun
    hidden = Fields(guest.text(f"{address}child/")).hidden
    with clock.set_to(later):
        answer = guest.post(f"{address}child/", {**hidden, "child.name": "Nguyễn Đúng Lúc"})
        assert answer.headers["Location"] == f"{address}quy-dinh-moi/"
        guest.send(f"{address}quy-dinh-moi/", {})
        assert "Nguyễn Đúng Lúc" in guest.text(f"{address}kiem-tra/")


def test_a_check_page_left_open_over_the_change_files_nothing(guest, begun, later):
    address, _new = begun
    draft = guest.draft_of(address)
    with clock.set_to(later):
        answer = guest.post(f"{address}nop/", {"seen": str(draft.version), "declared": "1"})
    assert answer.headers["Location"] == f"{address}quy-dinh-moi/"
    assert not Dossier.objects.exists()


def test_a_stranger_moves_no_draft(guest, begun, later, cast):
    address, _new = begun
    for stranger in (Citizen(), Citizen(cast.chi)):
        with clock.set_to(later):
            assert stranger.post(f"{address}quy-dinh-moi/", {}).status_code == 404


def test_the_operation_refuses_the_old_law_and_moves_only_once(an, chi, at, later, law_day):
    draft = drafted(an, at=at)
    new = reform(BIRTH, law_day)
    with pytest.raises(Superseded):
        intake.submit(draft_id=draft.id, seen=draft.version, by=an, at=later)
    with pytest.raises(NotFound):
        drafting.follow(draft_id=draft.id, by=chi, at=later)
    moved = drafting.follow(draft_id=draft.id, by=an, at=later)
    assert moved.version_id == new
    assert drafting.follow(draft_id=draft.id, by=an, at=later).version == moved.version
    assert intake.submit(draft_id=draft.id, seen=moved.version, by=an, at=later).code
    assert Draft.objects.get().dossier_id == Dossier.objects.get().id
