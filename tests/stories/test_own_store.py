"""What an agency has issued lies in its owner's store, and is handed in again instead of a photo of it."""

import pytest

from motcua.dossiers.models import Document, Result
from motcua.dossiers.operations.intake import submit
from motcua.dossiers.tests.factories import drafted
from motcua.gateways import clock
from tests.stories.citizen import Citizen
from tests.stories.officer import Officer, at_stage, form, fresh

STORE = "/ho-so/kho/"


@pytest.fixture(autouse=True)
def _held_clock(at):
    with clock.set_to(at):
        yield


@pytest.fixture
def result(cast, at):
    """A birth certificate of An's."""
    return Result.objects.get(dossier=at_stage(cast, "issued", at))


def taken(who, draft, result, component=4, status=302):
    answer = who.post(
        f"/nop/ban-nhap/{draft.id}/tep/kho/", {"stored": str(result.document_id), "stored-for": component}
    )
    assert answer.status_code == status, answer.content.decode()[:2000]
    return answer


def test_the_owner_finds_it_with_its_code_and_whether_it_holds(cast, result):
    page = Citizen(cast.an).text(STORE)
    for words in (result.code, "12/2026", "Còn hiệu lực", f"/v/{result.document_id}/"):
        assert words in page
    guest = Citizen()
    assert guest.get(STORE, 302).headers["Location"].startswith("/dang-nhap/")
    Officer(cast.bao).send(result.dossier, "reopenings", **form("reopenings"))
    page = Citizen(cast.an).text(STORE)
    assert "Đã bị thu hồi" in page
    assert "Tải kết quả" not in page


def test_it_is_handed_in_byte_for_byte_and_the_office_sees_that_it_is_genuine(cast, result, at):
    an, draft = Citizen(cast.an), drafted(cast.an, at=at)
    assert "Dùng kết quả đã có trong kho của tôi" in an.text(f"/nop/ban-nhap/{draft.id}/giay-to/")
    taken(an, draft, result)
    assert f"{result.code}.jpg" in an.text(f"/nop/ban-nhap/{draft.id}/giay-to/")
    file = draft.files.latest("id").file
    assert bytes(file.sha256) == bytes(result.digest)
    assert file.id != result.document.file_id
    draft.refresh_from_db()
    done = submit(draft_id=draft.id, seen=draft.version, by=cast.an, at=at)
    dossier = Document.objects.get(file=file).dossier
    page = Officer(cast.binh).open(dossier)
    assert f"đúng là kết quả {result.code} đã cấp, Còn hiệu lực" in page
    assert done.code in page


def test_nobody_elses_result_and_none_that_does_not_hold_can_be_handed_in(cast, result, at):
    an, draft = Citizen(cast.an), drafted(cast.an, at=at)
    guest = Citizen()
    assert "trong kho của tôi" not in guest.text(guest.begin() + "giay-to/")
    other = guest.draft_of(guest.begin())
    taken(guest, other, result, status=404)
    before = draft.files.count()
    for nowhere in (99, "", "x", "-1", "9" * 30):
        page = taken(an, draft, result, component=nowhere, status=422).content.decode()
        assert "Xin chọn dùng thay giấy tờ nào." in page
    assert draft.files.count() == before
    assert an.post(f"/nop/ban-nhap/{draft.id}/tep/kho/", {"stored": "x"}).status_code == 422
    Officer(cast.bao).send(result.dossier, "reopenings", **form("reopenings"))
    taken(an, draft, result, status=404)
    assert "trong kho của tôi" not in an.text(f"/nop/ban-nhap/{draft.id}/giay-to/")
    assert fresh(result.dossier).stage == "handling"


def test_the_store_of_officers_and_strangers_is_their_own(cast, result):
    for who in (cast.binh, cast.chi, cast.dung):
        assert Officer(who).client.get(STORE).status_code == 302
