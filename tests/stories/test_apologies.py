"""A dossier will not be ready: the head apologises and gives a new day, its owner reads both, the Office counts."""

import io
import re
import unicodedata
from datetime import timedelta

import pypdfium2
import pytest
from django.test import Client
from openpyxl import load_workbook

from conftest import COMMUNE
from motcua.accounts.models import Officer as OfficerRow
from motcua.accounts.models import Party
from motcua.accounts.tests.factories import account_of, officer
from motcua.directory.models import Extension
from motcua.directory.warm import forget_all
from motcua.dossiers.chores import raise_alarms
from motcua.dossiers.events import ApologySent
from motcua.dossiers.models import Apology, DossierCode
from motcua.dossiers.notices import owner_messages, owner_slips
from motcua.dossiers.tests.apologies import AFTER, EVE, HOUR, WHY, apologised, drafted, received
from motcua.gateways import clock
from motcua.ledger.delivery import Heard, read_back
from motcua.ledger.models import Event
from tests.stories.officer import Officer, address, codes_on, fresh

pytestmark = pytest.mark.django_db

FINDINGS = "/office/apologies/findings/"
DAYS = {"from": "2026-09-01", "to": "2026-09-30"}
NEXT_DAY = AFTER + timedelta(hours=15)


@pytest.fixture(autouse=True)
def _held_clock(at):
    with clock.set_to(EVE + HOUR):
        yield


def code_of(dossier):
    return DossierCode.objects.get(dossier=dossier).code


def page_of(cast, dossier, path=""):
    an = Client()
    an.force_login(account_of(cast.an))
    answer = an.get(f"/h/{code_of(dossier)}/{path}")
    assert answer.status_code == 200
    return answer


def plain(answer):
    text = answer if isinstance(answer, str) else answer.content.decode()
    return " ".join(re.sub(r"<[^>]+>", " ", text).split())


def read(answer):
    pages = pypdfium2.PdfDocument(answer.content)
    text = " ".join(page.get_textpage().get_text_range() for page in pages)
    return unicodedata.normalize("NFC", " ".join(text.split()))


def sign(officer, dossier, status=302, **typed):
    return officer.send(dossier, "apologies", status, **{"sign_apology-reason": WHY, "days": "3", **typed})


def test_the_letter_waits_on_the_heads_desk_counted_and_its_owner_hears_nothing(cast, at):
    dossier = drafted(cast, at)
    bao = Officer(cast.bao)
    desk = bao.text("/office/")
    assert "Có thư xin lỗi chờ ký" in desk
    assert codes_on(bao.text("/office/apologies/")) == [code_of(dossier)]
    assert "Gửi chậm nhất hết 14/9/2026" in plain(bao.open(dossier))
    assert "Có thư xin lỗi chờ ký" not in Officer(cast.binh).text("/office/")
    assert "xin lỗi" not in page_of(cast, dossier).content.decode().lower()


def test_the_head_reads_the_letter_ready_made_and_only_working_days_are_offered(cast, at):
    page = Officer(cast.bao).text(f"{address(drafted(cast, at))}apology/")
    text = plain(page)
    assert "hẹn trả kết quả lúc 17 giờ 00 phút, ngày 15 tháng 9 năm 2026" in text
    assert "Gửi chậm nhất hết Thứ Hai, ngày 14/9/2026" in text
    offered = re.findall(r'<option value="(\d+)">([^<]+)</option>', page)
    assert [int(days) for days, _ in offered] == list(range(1, 11))
    assert offered[3][1].startswith("Thứ Hai, ngày 21/9/2026")
    assert "nghỉ cuối tuần" in text
    assert "Nghị định 118/2025/NĐ-CP" in text


def test_signed_the_owner_reads_the_new_day_beside_the_first_and_why(cast, at):
    dossier = drafted(cast, at)
    sign(Officer(cast.bao), dossier)
    text = plain(page_of(cast, dossier))
    assert "Hẹn lại ngày trả kết quả" in text
    assert "Thứ Sáu, ngày 18/9/2026" in text
    assert "Thứ Ba, ngày 15/9/2026" in text
    assert WHY in text
    assert "Cơ quan đã xin lỗi và hẹn lại, muộn hơn hẹn lần đầu 3 ngày làm việc." in text
    assert "Cơ quan xin lỗi và hẹn lại ngày trả kết quả" in text
    officer = plain(Officer(cast.binh).open(dossier))
    assert "Hẹn lần đầu" in officer
    assert "Cơ quan xin lỗi và hẹn lại ngày trả kết quả" in officer
    assert "Có thư xin lỗi chờ ký" not in Officer(cast.bao).text("/office/")


def test_a_reason_may_be_chosen_and_what_is_missing_is_named_with_all_that_was_typed(cast, at):
    dossier, bao = drafted(cast, at), Officer(cast.bao)
    wrong = sign(bao, dossier, 422, **{"sign_apology-reason": "Bận.", "days": ""}).content.decode()
    assert "Cần nêu rõ lý do" in wrong
    assert "Cần chọn một ngày trong danh sách." in wrong
    assert ">\nBận.</textarea>" in wrong
    sign(bao, dossier, cause="absent", **{"sign_apology-reason": ""})
    assert "chưa bố trí kịp người thay" in Apology.objects.get(dossier=dossier).remark.text


def test_colleagues_do_not_sign_and_strangers_learn_nothing(cast, at):
    dossier = drafted(cast, at)
    binh, chi, dung = Officer(cast.binh), Officer(cast.chi), Officer(cast.dung)
    for who, status in ((binh, 409), (dung, 409), (chi, 404)):
        who.get(f"{address(dossier)}apology/", status=404)
        sign(who, dossier, status)
        who.send(dossier, "apologies/dismissals", status)
    assert WHY in sign(binh, dossier, 409).content.decode()  # nothing typed is lost
    assert codes_on(chi.text("/office/apologies/")) == []
    assert codes_on(binh.text("/office/apologies/")) == [code_of(dossier)]
    assert fresh(dossier).extra_days == 0


def test_a_second_letter_is_refused_in_words(cast, at):
    dossier = apologised(cast, at)
    answer = sign(Officer(cast.bao), dossier, 409)
    assert "Không thể thực hiện việc này" in answer.content.decode()
    Officer(cast.bao).get(f"{address(dossier)}apology/", status=404)


def test_the_letter_is_form_04_word_for_word(cast, at):
    dossier = apologised(cast, at)
    paper = read(Officer(cast.binh).get(f"{address(dossier)}papers/apology/1/"))
    name = OfficerRow.objects.get(account_id=cast.bao.id).name
    for words in (
        "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM",
        "VĂN BẢN XIN LỖI VÀ ĐỀ NGHỊ GIA HẠN THỜI GIAN GIẢI QUYẾT",
        "Số: 01/PXL",
        "ngày 14 tháng 9 năm 2026",
        "Kính gửi: Nguyễn Văn Hòa",
        code_of(dossier),
        "09 giờ 00 phút, ngày 08 tháng 9 năm 2026",
        "17 giờ 00 phút, ngày 15 tháng 9 năm 2026",
        "Cơ quan chậm giải quyết: Ủy ban nhân dân",
        f"Lý do: {WHY}",
        "xin lỗi ông/bà",
        "17 giờ 00 phút, ngày 18 tháng 9 năm 2026 tại",
        "TM. ỦY BAN NHÂN DÂN",
        name,
        "Văn phòng Ủy ban nhân dân tỉnh",
    ):
        assert words in paper
    mine = page_of(cast, dossier, "van-ban/apology/1/")
    assert WHY in read(mine)
    Officer(cast.chi).get(f"{address(dossier)}papers/apology/1/", status=404)
    Officer(cast.binh).get(f"{address(dossier)}papers/apology/2/", status=404)


def test_where_the_row_of_the_day_lets_a_deputy_sign_the_letter_says_for_whom(cast, at):
    """KT.: a deputy signs for the head (Decree 30/2020), and only where the row of the day allows it."""
    deputy = officer("duyet", "Lữ Thị Duyệt", COMMUNE, ["approver"], since=at.date(), at=at)
    refused = drafted(cast, at)
    sign(Officer(deputy), refused, 409)
    Extension.objects.filter(valid_to=None).update(signers="head approver")
    forget_all()
    try:
        dossier = drafted(cast, at)
        sign(Officer(deputy), dossier)
        paper = read(Officer(cast.binh).get(f"{address(dossier)}papers/apology/1/"))
    finally:
        Extension.objects.filter(valid_to=None).update(signers="head")
        forget_all()
    assert "KT. CHỦ TỊCH" in paper.upper()
    assert "PHÓ CHỦ TỊCH" in paper.upper()
    assert "Lữ Thị Duyệt" in paper
    assert OfficerRow.objects.get(account_id=cast.bao.id).name not in paper


def test_the_owner_is_told_both_days_by_the_way_they_chose(cast, at):
    dossier = apologised(cast, at)
    event = Event.objects.get(thread=dossier.id, name="dossiers.ApologySent")
    [message] = owner_messages(Heard(event, read_back(ApologySent, event.facts)))
    assert (message.channel, message.template) == ("sms", "dossier_apology")
    assert message.values["due"] == "Thứ Sáu, ngày 18/9/2026"
    assert message.values["promised"] == "Thứ Ba, ngày 15/9/2026"


def test_who_has_neither_phone_nor_mail_gets_a_slip_with_the_reason_in_full(cast, at):
    dossier = drafted(cast, at)
    Party.objects.update(phone_sealed=None, email_sealed=None)
    sign(Officer(cast.bao), dossier)
    event = Event.objects.get(thread=dossier.id, name="dossiers.ApologySent")
    heard = Heard(event, read_back(ApologySent, event.facts))
    [slip] = owner_slips(heard)
    assert f"Lý do: {WHY}" in slip.written_out


def test_a_late_dossier_without_apology_is_a_finding(cast, at):
    quiet, sorry = drafted(cast, at), received(cast, at)
    raise_alarms(at=EVE)
    sign(Officer(cast.bao), sorry)
    with clock.set_to(NEXT_DAY):
        dung = Officer(cast.dung)
        page = dung.text(FINDINGS, data=DAYS)
        links = re.findall(r'href="([^"]+kind=(\w+)&amp;agency=UBND25-17989)">(\d+)<', page)
        assert {kind: int(many) for _, kind, many in links} == {"without": 1, "sent": 1}
        pages = {kind: dung.text(link.replace("&amp;", "&")) for link, kind, _ in links}
    behind = {kind: codes_on(one) for kind, one in pages.items()}
    assert "từ 01/9/2026 đến hết 30/9/2026 · Ủy ban nhân dân xã Thiên Nhẫn" in plain(pages["without"])
    assert behind == {"without": [code_of(quiet)], "sent": [code_of(sorry)]}


def test_on_its_last_day_it_is_no_finding_yet(cast, at):
    drafted(cast, at)
    with clock.set_to(AFTER):  # past the moment, on the day itself: dates are compared
        assert "kind=without" not in Officer(cast.dung).text(FINDINGS, data=DAYS)


def test_an_apology_after_its_last_day_and_a_new_day_that_is_broken_are_findings_too(cast, at):
    apologised(cast, at, when=NEXT_DAY, days=2)
    with clock.set_to(NEXT_DAY + timedelta(days=10)):
        page = Officer(cast.bao).text(FINDINGS, data=DAYS)
    found = dict(re.findall(r"kind=(\w+)&amp;agency=UBND25-17989\">(\d+)<", page))
    assert found == {"sent": "1", "sent_late": "1", "again": "1"}


def test_a_head_sees_the_own_agency_whatever_the_address_says_and_colleagues_no_figures(cast, at):
    dossier = drafted(cast, at)
    with clock.set_to(NEXT_DAY):
        chi, binh = Officer(cast.chi), Officer(cast.binh)
        assert "UBND25-17989" not in chi.text(FINDINGS, data=DAYS)
        asked = {**DAYS, "kind": "without", "agency": "UBND25-17989"}
        assert code_of(dossier) not in chi.text(f"{FINDINGS}dossiers/", data=asked)
        assert code_of(dossier) in Officer(cast.bao).text(f"{FINDINGS}dossiers/", data=asked)
        for path in (FINDINGS, f"{FINDINGS}dossiers/", f"{FINDINGS}apologies.xlsx"):
            binh.get(path, status=404)


def test_the_workbook_has_the_numbers_and_the_dossiers_behind_them(cast, at):
    dossier = drafted(cast, at)
    with clock.set_to(NEXT_DAY):
        answer = Officer(cast.dung).get(f"{FINDINGS}apologies.xlsx", data=DAYS)
    book = load_workbook(io.BytesIO(answer.content))
    numbers, lines = (list(sheet.values) for sheet in book.worksheets)
    assert numbers[1][1:] == (1, 0, 0, 0)
    assert lines[1][:2] == ("Trễ mà không xin lỗi", code_of(dossier))


def test_what_was_copied_in_from_another_system_is_no_finding(cast, at):
    dossier = drafted(cast, at)
    dossier.origin.filed_by = "import"
    dossier.origin.save(update_fields=["filed_by"])
    with clock.set_to(NEXT_DAY):
        assert "kind=without" not in Officer(cast.dung).text(FINDINGS, data=DAYS)


def test_the_register_and_the_desk_show_that_it_was_put_off(cast, at):
    dossier = apologised(cast, at)
    binh = Officer(cast.binh)
    assert "đã hẹn lại" in binh.text("/office/?list=open")
    book = binh.text("/office/register/", data={"from": "2026-09-08", "to": "2026-09-08"})
    assert "hẹn lại" in plain(book)
    assert code_of(dossier) in book
