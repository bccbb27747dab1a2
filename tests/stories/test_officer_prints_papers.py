"""Legal papers of a dossier: what a lawyer reads on them, and who may have them."""

import unicodedata
from datetime import date

import pypdfium2
import pytest
import zxingcpp
from django.conf import settings
from django.test import Client

from motcua.accounts.models import Officer as OfficerRow
from motcua.accounts.tests.factories import account_of
from motcua.directory.queries import paper_form
from motcua.dossiers.models import Dossier
from motcua.dossiers.operations import processing
from motcua.dossiers.operations.reception import take_in
from motcua.dossiers.tests.factories import counter_case, filed
from motcua.gateways import clock
from tests.stories.officer import REASON, Officer, address, fresh

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def _held_clock(at):
    with clock.set_to(at):
        yield


def read(answer) -> str:
    assert answer.headers["Content-Type"] == "application/pdf"
    assert "no-store" in answer.headers["Cache-Control"]
    pages = pypdfium2.PdfDocument(answer.content)
    text = " ".join(page.get_textpage().get_text_range() for page in pages)
    return unicodedata.normalize("NFC", " ".join(text.split()))


def asked(cast, at, titles=("Giấy chứng sinh",)):
    dossier, done = filed(cast.an, at=at)
    processing.receive(dossier_id=dossier.id, seen=fresh(dossier).version, by=cast.binh, at=at)
    items = [processing.Asked(4, title, REASON) for title in titles]
    processing.ask_supplement(
        dossier_id=dossier.id, seen=fresh(dossier).version, items=items, by=cast.binh, at=at
    )
    return dossier, done


def test_the_request_to_complete_a_dossier_is_form_02_with_every_line_and_its_reason(cast, at):
    dossier, done = asked(cast, at)
    binh = Officer(cast.binh)
    assert "papers/supplement/1/" in binh.open(dossier)
    paper = read(binh.get(f"{address(dossier)}papers/supplement/1/"))
    name = OfficerRow.objects.get(account_id=cast.binh.id).name
    for words in (
        "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM",
        "PHIẾU YÊU CẦU BỔ SUNG, HOÀN THIỆN HỒ SƠ",
        f"Số: {done.code}/HDHS",
        REASON,
        "lập một lần, đầy đủ",
        name,
        "Nguyễn Văn Hòa",
    ):
        assert words in paper


@pytest.mark.parametrize("key", ["receipt", "receipt_a5"])
def test_the_receipt_is_form_01_with_the_closed_list_both_moments_and_codes_that_scanners_read(cast, at, key):
    entry = counter_case(at)
    take_in(case=entry, by=cast.binh, at=at)
    dossier = Dossier.objects.get(entry__id=entry.id)
    code = dossier.codes.get().code
    answer = Officer(cast.binh).get(f"{address(dossier)}papers/{key}/0/")
    paper = read(answer).replace("/ ", "/")  # the narrow sheet breaks the number there
    for words in (
        "GIẤY TIẾP NHẬN HỒ SƠ VÀ HẸN TRẢ KẾT QUẢ",
        f"Số: {code}/TNHS",
        "Bản chính",
        "toàn bộ danh mục giấy tờ",
        "Thời gian nhận hồ sơ: 09 giờ 00 phút, ngày 08 tháng 9 năm 2026",
        "Thời gian trả kết quả giải quyết hồ sơ: 17 giờ 00 phút, ngày",
        "Số lượng hồ sơ: 01 (bộ)",
        OfficerRow.objects.get(account_id=cast.binh.id).name,
        dossier.owner_name,
    ):
        assert words in paper
    [page, *_] = pypdfium2.PdfDocument(answer.content)
    wide, high = (round(side / 72 * 25.4) for side in page.get_size())
    assert (wide, high) == ((210, 297) if key == "receipt" else (148, 210))
    codes = {one.text for one in zxingcpp.read_barcodes(page.render(scale=4).to_pil())}
    assert codes == {code, f"{settings.PUBLIC_ADDRESS}/h/{code}/"}


def test_the_owner_has_the_receipt_once_the_dossier_was_received(cast, at):
    dossier, done = filed(cast.an, at=at)
    an = Client()
    an.force_login(account_of(cast.an))
    assert an.get(f"/h/{done.code}/van-ban/receipt/0/").status_code == 404
    processing.receive(dossier_id=dossier.id, seen=fresh(dossier).version, by=cast.binh, at=at)
    assert "GIẤY TIẾP NHẬN" in read(an.get(f"/h/{done.code}/van-ban/receipt/0/"))
    Officer(cast.chi).get(f"{address(dossier)}papers/receipt/0/", status=404)


def test_the_slip_of_control_follows_the_dossier_from_hand_to_hand(cast, at):
    dossier, done = filed(cast.an, at=at)
    processing.receive(dossier_id=dossier.id, seen=fresh(dossier).version, by=cast.binh, at=at)
    processing.transfer(dossier_id=dossier.id, seen=fresh(dossier).version, by=cast.binh, at=at)
    paper = read(Officer(cast.binh).get(f"{address(dossier)}papers/control_slip/0/"))
    assert "PHIẾU KIỂM SOÁT QUÁ TRÌNH GIẢI QUYẾT HỒ SƠ" in paper
    assert "Bộ phận chuyên môn" in paper
    assert "Người thực hiện" in paper
    assert done.code in paper


def test_a_refusal_and_a_stop_give_the_very_reason_the_officer_wrote(cast, at):
    refused, _ = filed(cast.an, at=at)
    processing.refuse(dossier_id=refused.id, seen=fresh(refused).version, reason=REASON, by=cast.binh, at=at)
    stopped, done = filed(cast.an, at=at)
    processing.receive(dossier_id=stopped.id, seen=fresh(stopped).version, by=cast.binh, at=at)
    processing.stop(dossier_id=stopped.id, seen=fresh(stopped).version, reason=REASON, by=cast.bao, at=at)
    binh = Officer(cast.binh)
    paper = read(binh.get(f"{address(refused)}papers/refusal/0/"))
    assert "PHIẾU TỪ CHỐI TIẾP NHẬN GIẢI QUYẾT HỒ SƠ" in paper
    assert REASON in paper
    notice = read(binh.get(f"{address(stopped)}papers/stop/0/"))
    assert "THÔNG BÁO DỪNG GIẢI QUYẾT HỒ SƠ" in notice
    assert "TM. ỦY BAN NHÂN DÂN" in notice
    assert REASON in notice
    assert done.code in notice


def test_a_paper_that_the_dossier_does_not_have_is_no_page_and_strangers_get_none(cast, at):
    dossier, _ = asked(cast, at)
    for path in ("supplement/2/", "supplement/0/", "refusal/0/", "stop/0/", "payslip/0/", "control_slip/1/"):
        Officer(cast.binh).get(f"{address(dossier)}papers/{path}", status=404)
    Officer(cast.chi).get(f"{address(dossier)}papers/supplement/1/", status=404)
    Officer(cast.dung).get(f"{address(dossier)}papers/supplement/1/")


def test_the_owner_has_the_papers_made_out_to_them_and_not_those_of_the_office(cast, at):
    _, done = asked(cast, at)
    an, stranger = Client(), Client()
    an.force_login(account_of(cast.an))
    page = an.get(f"/h/{done.code}/").content.decode()
    assert f"/h/{done.code}/van-ban/supplement/1/" in page
    assert "control_slip" not in page
    assert REASON in read(an.get(f"/h/{done.code}/van-ban/supplement/1/"))
    assert an.get(f"/h/{done.code}/van-ban/control_slip/0/").status_code == 404
    assert stranger.get(f"/h/{done.code}/van-ban/supplement/1/").status_code == 404


def test_the_form_is_that_of_the_circular_in_force_on_the_day(cast):
    from_old, from_new = (paper_form("apology", date(year, 9, 1)) for year in (2021, 2026))
    assert (from_old.number, from_old.title) == ("Mẫu số 04", "Phiếu xin lỗi và hẹn lại ngày trả kết quả")
    assert (from_new.number, from_new.title) == (
        "Mẫu số 04",
        "Văn bản xin lỗi và đề nghị gia hạn thời gian giải quyết",
    )
