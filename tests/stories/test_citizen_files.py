"""A citizen files a birth registration: as a guest, as an account, with errors, twice."""

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile

from motcua.dossiers.models import Dossier, Draft
from motcua.gateways import clock
from tests.stories.citizen import BIRTH, Citizen, jpeg, secret_on


@pytest.fixture(autouse=True)
def _held_clock(at):
    with clock.set_to(at):
        yield


@pytest.fixture
def guest(cast):
    return Citizen()


def test_a_guest_files_a_birth_registration_and_gets_code_and_secret(guest):
    page = guest.text(f"/thu-tuc/{BIRTH}/")
    assert "/nop/1.001193/" in page
    code = guest.file()
    receipt = guest.text(f"/h/{code}/bien-nhan/")
    assert code in receipt
    assert "giay-chung-sinh.jpg" in receipt
    assert "Xã Thiên Nhẫn".lower() in receipt.lower()
    assert len(secret_on(receipt).replace("-", "")) == 10
    assert Dossier.objects.get(codes__code=code).status == 1


def test_an_account_files_and_finds_the_dossier_among_its_own(cast):
    an = Citizen(cast.an)
    code = an.file()
    assert code in an.text("/ho-so/")
    assert "Đã nộp, chờ tiếp nhận" in an.text(f"/h/{code}/")


def test_filing_twice_gives_the_same_dossier(guest):
    address = guest.begin()
    guest.fill(address)
    guest.add_papers(address)
    first, second = guest.submit(address), None
    second = guest.post(f"{address}nop/", {"seen": "1", "declared": "1"})
    assert first.headers["Location"] == second.headers["Location"]
    assert Dossier.objects.count() == 1


def test_the_back_button_after_filing_leads_to_the_receipt(guest):
    address = guest.begin()
    guest.fill(address)
    guest.add_papers(address)
    guest.submit(address)
    for step in ("", "child/", "giay-to/", "kiem-tra/"):
        assert "/bien-nhan/" in guest.get(f"{address}{step}", 302).headers["Location"]


def test_a_wrong_answer_is_kept_and_said_at_its_field(guest):
    address = guest.begin()
    answer = guest.send(
        f"{address}submitter/", {"submitter.name": "Nguyễn Thị An", "submitter.phone": "0912"}
    )
    text = answer.content.decode()
    assert answer.status_code == 422
    assert 'href="#submitter.phone"' in text
    assert 'value="Nguyễn Thị An"' in text
    assert 'value="0912"' in guest.text(f"{address}submitter/")


def test_the_check_page_lists_all_that_is_missing_with_links_to_the_fields(guest):
    address = guest.begin()
    text = guest.text(f"{address}kiem-tra/")
    assert f"{address}child/?sua=1#child.name" in text
    assert "Nộp hồ sơ</button>" not in text
    answer = guest.post(f"{address}nop/", {"seen": "1", "declared": "1"})
    assert answer.status_code == 422
    assert not Dossier.objects.exists()


def test_a_change_from_the_check_page_leads_back_to_it(guest):
    address = guest.begin()
    guest.fill(address)
    answer = guest.send(f"{address}submitter/", {"to_check": "1", "submitter.name": "Trần Văn Mới"})
    assert answer.headers["Location"] == f"{address}kiem-tra/"
    assert "Trần Văn Mới" in guest.text(f"{address}kiem-tra/")


def test_the_declaration_must_be_ticked(guest):
    address = guest.begin()
    guest.fill(address)
    answer = guest.post(f"{address}nop/", {"seen": str(guest.draft_of(address).version)})
    assert answer.status_code == 422
    assert not Dossier.objects.exists()


def test_what_is_typed_is_saved_as_one_types(guest):
    address = guest.begin()
    answer = guest.send(f"{address}child/", {"child.name": "Nguyễn An"}, headers={"X-Autosave": "1"})
    assert answer.json()["saved"] == "09:00"
    assert answer.json()["fields"]["seen"] == str(guest.draft_of(address).version)
    assert 'value="Nguyễn An"' in guest.text(f"{address}child/")


def test_ones_own_autosave_is_no_conflict(guest):
    address = guest.begin()
    shown = guest.draft_of(address).version
    guest.send(f"{address}child/", {"child.name": "Nguyễn An"}, headers={"X-Autosave": "1"})
    answer = guest.post(f"{address}child/", {"seen": shown, "basis": "", "child.name": "Nguyễn An Nhiên"})
    assert answer.status_code != 409


def test_a_page_changed_elsewhere_says_so_and_keeps_what_was_typed(guest):
    address = guest.begin()
    shown = guest.draft_of(address).version
    guest.send(f"{address}child/", {"child.name": "Lê Văn Một"})
    answer = guest.post(f"{address}child/", {"seen": shown, "basis": "x", "child.name": "Hồ Thị Hai"})
    text = answer.content.decode()
    assert answer.status_code == 409
    assert 'value="Hồ Thị Hai"' in text
    assert "Lê Văn Một" in text


def test_a_bad_file_is_refused_with_a_sentence_and_the_others_stay(guest):
    address = guest.begin()
    guest.upload(address, 4)
    answer = guest.upload(address, 4, SimpleUploadedFile("don.docx", b"PK\x03\x04 no", "image/jpeg"))
    assert answer.status_code == 422
    assert "don.docx" in answer.content.decode()
    assert "giay-chung-sinh.jpg" in answer.content.decode()


def test_a_file_that_is_too_large_is_refused_with_its_size(guest):
    address = guest.begin()
    large = SimpleUploadedFile("lon.jpg", b"\xff\xd8\xff" + b"0" * (21 * 1024 * 1024), "image/jpeg")
    answer = guest.upload(address, 4, large, headers={"HX-Request": "true"})
    assert answer.status_code == 422
    assert answer.headers["Content-Type"].startswith("text/plain")
    assert "20 MB" in answer.content.decode()


def test_a_file_can_be_taken_out_again(guest):
    address = guest.begin()
    guest.upload(address, 4)
    file = guest.draft_of(address).files.get()
    guest.post(f"{address}tep/{file.id}/bo/", {})
    assert "giay-chung-sinh.jpg" not in guest.text(f"{address}giay-to/")


def test_files_chosen_but_not_sent_go_along_with_the_page(guest):
    address = guest.begin()
    answer = guest.post(f"{address}giay-to/", {"component-4": [jpeg("a.jpg"), jpeg("b.jpg")]})
    assert answer.status_code == 302
    assert "b.jpg" in guest.text(f"{address}giay-to/")


def test_a_stranger_finds_no_draft(guest, cast):
    address = guest.begin()
    for other in (Citizen(), Citizen(cast.an), Citizen(cast.binh)):
        for step in ("", "child/", "giay-to/", "kiem-tra/"):
            other.get(f"{address}{step}", 404)
        assert other.post(f"{address}nop/", {"seen": "1", "declared": "1"}).status_code == 404
        assert other.upload(address, 4).status_code == 404


def test_a_draft_can_be_put_away(guest):
    address = guest.begin()
    assert address in guest.text("/ho-so/")
    guest.post(f"{address}bo/", {})
    assert address not in guest.text("/ho-so/")
    assert Draft.objects.get().discarded_at is not None


def test_a_file_for_a_paper_that_this_case_does_not_ask_for_is_refused_in_words(an):
    citizen = Citizen(an)
    place = citizen.begin()
    draft = citizen.draft_of(place)
    answer = citizen.post(f"{place}tep/", {"component": "component-99", "component-99": jpeg()})
    assert answer.status_code == 422
    assert "không phải nộp kèm" in answer.content.decode()
    assert not draft.files.exists()


def test_the_check_page_says_whose_answers_are_missing(an):
    citizen = Citizen(an)
    page = citizen.text(f"{citizen.begin()}kiem-tra/")
    for whose in ("Người yêu cầu", "Người được khai sinh"):
        assert f"{whose} – " in page, whose
