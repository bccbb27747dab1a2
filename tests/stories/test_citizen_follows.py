"""A citizen follows a dossier: by code and secret, answering, withdrawing, taking the result; strangers see nothing."""

from datetime import timedelta

import pytest

from motcua.dossiers.models import Dossier
from motcua.dossiers.operations import processing, returning
from motcua.dossiers.operations.processing import Asked
from motcua.dossiers.tests.factories import photo
from motcua.gateways import clock
from tests.stories.citizen import Citizen, jpeg, secret_on

WHY = "Ảnh giấy chứng sinh bị mờ, xin chụp lại cho rõ chữ."


@pytest.fixture(autouse=True)
def _held_clock(at):
    with clock.set_to(at):
        yield


@pytest.fixture
def guest(cast):
    return Citizen()


@pytest.fixture
def code(guest):
    return guest.file()


def dossier_of(code):
    return Dossier.objects.get(codes__code=code)


def do(act, code, by, at, **more):
    dossier = dossier_of(code)
    return act(dossier_id=dossier.id, seen=dossier.version, by=by, at=at, **more)


def ask(code, cast, at):
    do(processing.receive, code, cast.binh, at)
    do(processing.ask_supplement, code, cast.binh, at, items=[Asked(4, "Giấy chứng sinh", WHY)])


def test_code_and_secret_open_the_dossier_on_another_machine(guest, code):
    secret = secret_on(guest.text(f"/h/{code}/bien-nhan/"))
    other = Citizen()
    assert "Mã bí mật" in other.text(f"/h/{code}/")
    answer = other.post("/tra-cuu/", {"code": code.lower(), "secret": secret.lower().replace("-", " ")})
    assert answer.headers["Location"] == f"/h/{code}/"
    page = other.text(f"/h/{code}/")
    assert "Bộ phận Một cửa" in page
    assert "Cơ quan phải trả lời chậm nhất" in page


def test_a_wrong_secret_and_an_unknown_code_get_the_same_answer(code):
    wrong, unknown = Citizen(), Citizen()
    one = wrong.post("/tra-cuu/", {"code": code, "secret": "AAAAA-AAAAA"})
    two = unknown.post("/tra-cuu/", {"code": "H41.X-20260908-0000009", "secret": "AAAAA-AAAAA"})
    assert one.status_code == two.status_code == 422
    said = "Mã hồ sơ hoặc mã bí mật không đúng"
    assert said in one.content.decode()
    assert said in two.content.decode()
    assert wrong.get(f"/h/{code}/").content.count(b"<h1>") == unknown.get("/h/H41.X-1/").content.count(
        b"<h1>"
    )


def test_guessing_slows_the_guesser_but_the_right_secret_always_opens(guest, code):
    secret = secret_on(guest.text(f"/h/{code}/bien-nhan/"))
    other = Citizen()
    for _ in range(8):
        answer = other.post("/tra-cuu/", {"code": code, "secret": "0000000000"})
    assert "xin chờ đến" in answer.content.decode()
    assert other.post("/tra-cuu/", {"code": code, "secret": secret}).status_code == 302


def test_strangers_find_nothing_anywhere(code, cast):
    paths = [f"/h/{code}/{rest}" for rest in ("bien-nhan/", "bo-sung/", "rut/", f"tep/{cast.an.id}/")]
    for other in (Citizen(), Citizen(cast.an), Citizen(cast.binh), Citizen(cast.chi), Citizen(cast.dung)):
        for path in paths:
            other.get(path, 404)
        assert "Nguyễn Văn Hòa" not in other.text(f"/h/{code}/")
        assert other.post(f"/h/{code}/rut/", {"seen": "1"}).status_code == 404
        assert other.post(f"/h/{code}/bo-sung/tep/", {"component-4": jpeg()}).status_code == 404


def test_a_received_dossier_tells_the_due_date_and_why(guest, code, cast, at):
    do(processing.receive, code, cast.binh, at + timedelta(minutes=30))
    page = guest.text(f"/h/{code}/")
    assert "Hẹn trả kết quả" in page
    assert "Vì sao là ngày này?" in page
    assert "Cơ quan đã tiếp nhận hồ sơ" in page


def test_a_supplement_request_is_answered_from_the_page(guest, code, cast, at):
    ask(code, cast, at)
    page = guest.text(f"/h/{code}/")
    assert WHY in page
    assert f"/h/{code}/bo-sung/" in page
    empty = guest.send(f"/h/{code}/bo-sung/", {})
    assert empty.status_code == 422
    assert "Chưa có tệp nào" in empty.content.decode()
    guest.post(f"/h/{code}/bo-sung/tep/", {"component": "component-4", "component-4": jpeg("chup-lai.jpg")})
    assert "chup-lai.jpg" in guest.text(f"/h/{code}/bo-sung/")
    assert guest.send(f"/h/{code}/bo-sung/", {}).headers["Location"] == f"/h/{code}/"
    page = guest.text(f"/h/{code}/")
    assert "Đã gửi giấy tờ bổ sung" in page
    assert dossier_of(code).status == 2
    assert guest.get(f"/h/{code}/bo-sung/", 302)


def test_answering_twice_changes_nothing(guest, code, cast, at):
    ask(code, cast, at)
    seen = dossier_of(code).version
    data = {"seen": seen, "component-4": jpeg()}
    guest.post(f"/h/{code}/bo-sung/", data)
    again = guest.post(f"/h/{code}/bo-sung/", {"seen": seen})
    assert again.status_code == 302
    assert dossier_of(code).status == 2


def test_a_file_of_the_answer_can_be_taken_out_before_it_is_sent(guest, code, cast, at):
    ask(code, cast, at)
    guest.post(f"/h/{code}/bo-sung/tep/", {"component": "component-4", "component-4": jpeg("nham.jpg")})
    document = dossier_of(code).documents.get(kind="supplement")
    guest.post(f"/h/{code}/bo-sung/tep/{document.id}/bo/", {})
    assert "nham.jpg" not in guest.text(f"/h/{code}/bo-sung/")


def test_withdrawing_asks_first_and_then_tells_the_agency(guest, code):
    assert "Rút hồ sơ này?" in guest.text(f"/h/{code}/rut/")
    assert dossier_of(code).status == 1
    guest.send(f"/h/{code}/rut/", {"reason": "Nộp nhầm nơi"})
    assert dossier_of(code).status == 7
    assert "Đã đề nghị rút hồ sơ" in guest.text(f"/h/{code}/")
    guest.get(f"/h/{code}/rut/", 302)


def test_the_result_is_downloaded_and_counts_as_returned(guest, code, cast, at):
    for act, by in [
        (processing.receive, cast.binh),
        (processing.transfer, cast.binh),
        (processing.propose, cast.bich),
        (processing.approve, cast.bao),
    ]:
        do(act, code, by, at)
    do(
        returning.issue,
        code,
        cast.bich,
        at,
        paper=returning.ResultPaper(photo("green"), "giay-khai-sinh.jpg", "12/2026"),
    )
    page = guest.text(f"/h/{code}/")
    assert "Tải kết quả" in page
    result = dossier_of(code).documents.get(kind="result")
    answer = guest.get(f"/h/{code}/tep/{result.id}/")
    assert b"".join(answer.streaming_content)[:2] == b"\xff\xd8"
    assert dossier_of(code).status == 10
    guest.get(f"/h/{code}/tep/{result.id}/")


def test_a_refusal_is_told_with_its_reason(guest, code, cast, at):
    do(processing.refuse, code, cast.binh, at, reason="Trẻ đã được đăng ký khai sinh tại xã khác.")
    page = guest.text(f"/h/{code}/")
    assert "Cơ quan từ chối tiếp nhận hồ sơ" in page
    assert "Trẻ đã được đăng ký khai sinh tại xã khác." in page


def test_a_late_dossier_says_so(guest, code, cast, at):
    do(processing.receive, code, cast.binh, at)
    with clock.set_to(at + timedelta(days=20)):
        assert "Quá hạn" in guest.text(f"/h/{code}/")


def test_the_page_is_there_in_english_too(guest, code):
    assert 'lang="en"' in guest.text(f"/en/h/{code}/")


def test_the_page_says_until_when_papers_are_awaited_and_that_it_is_over(guest, code, cast, at):
    ask(code, cast, at)
    for page in (guest.text(f"/h/{code}/"), guest.text(f"/h/{code}/bo-sung/")):
        assert "Xin gửi chậm nhất đến hết Thứ Năm, ngày 08/10/2026." in page
        assert "cơ quan xem xét và có thể dừng giải quyết" in page
    with clock.set_to(at + timedelta(days=31)):
        page = guest.text(f"/h/{code}/")
        assert "Đã hết hạn vào Thứ Năm, ngày 08/10/2026." in page
        assert "vẫn gửi được" in page
