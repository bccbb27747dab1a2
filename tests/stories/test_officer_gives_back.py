"""Results wait on a list until somebody known takes them; papers of what was stopped go back the same way."""

import io
import re
import unicodedata
from datetime import timedelta

import pypdfium2
import pytest
from openpyxl import load_workbook

from motcua.custody.tests.test_handing import brought, seen
from motcua.dossiers.chores import raise_alarms
from motcua.dossiers.models import Dossier, Handout
from motcua.dossiers.operations import processing
from motcua.dossiers.operations.reception import take_in
from motcua.dossiers.tests.factories import counter_case
from motcua.dossiers.tests.test_handing_out import SON, give, issued
from motcua.gateways import clock
from tests.stories.english import vietnamese_on
from tests.stories.officer import OWNER_CAME, REASON, Officer, at_stage, codes_on, notes

LIST, EVENING, REGISTER = "/office/uncollected/", "/office/evening/", "/office/register/"
AUTHORISED = {
    "taker": "other",
    "shown": ["identity", "authorisation"],
    "taker-name": "Lầu Bá Chò",
    "taker-number": "040095000123",
}
DAY = timedelta(days=1)


@pytest.fixture(autouse=True)
def _held_clock(at):
    with clock.set_to(at):
        yield


def counted(page):
    """Give the number beside the title of a list."""
    return int(re.search(r'<h1>.*?<span class="count">(\d+)</span>', page, re.S)[1])


def test_the_result_is_given_to_somebody_authorised_and_the_officers_read_who_it_was(cast, at):
    dossier, binh = Dossier.objects.get(id=issued(cast, at)), Officer(cast.binh)
    half = binh.send(
        dossier, "handovers", 422, **{"taker": "other", "shown": ["identity"], "taker-name": "Lầu Bá Chò"}
    )
    page = half.content.decode()
    assert "Người nhận thay phải có giấy ủy quyền hoặc giấy giới thiệu" in page
    assert 'value="Lầu Bá Chò"' in page
    binh.send(dossier, "handovers", **AUTHORISED)
    shown = binh.open(dossier)
    assert "Người nhận: Người được ủy quyền – Lầu Bá Chò" in shown
    assert "Giấy tờ tùy thân; Giấy ủy quyền hoặc giấy giới thiệu" in shown
    assert "Lầu Bá Chò" in Officer(cast.dung).open(dossier)
    Officer(cast.chi).get(f"/office/dossiers/{dossier.id}/", status=404)


def test_the_name_of_who_took_it_is_not_on_the_page_of_its_owner(cast, at):
    dossier = at_stage(cast, "issued", at)
    Officer(cast.binh).send(dossier, "handovers", **AUTHORISED)
    owner = Officer(cast.an)
    code = dossier.codes.get().code
    assert "Đã nhận kết quả" in owner.text(f"/h/{code}/")
    assert "Lầu Bá Chò" not in owner.text(f"/h/{code}/")


def test_the_register_names_who_took_the_result_on_screen_in_the_workbook_and_in_print(cast, at):
    key, binh = issued(cast, at), Officer(cast.binh)
    give(key, SON, cast.binh, at)
    assert "Lầu Bá Chò" in binh.text(REGISTER)
    book = load_workbook(io.BytesIO(binh.get(f"{REGISTER}register.xlsx").content)).active
    heads, line = list(book.iter_rows(values_only=True))
    assert line[heads.index("Người nhận")] == "Người được ủy quyền: Lầu Bá Chò"
    pages = pypdfium2.PdfDocument(binh.get(f"{REGISTER}register.pdf").content)
    text = unicodedata.normalize("NFC", "".join(one.get_textpage().get_text_range() for one in pages))
    assert "Bá Chò" in " ".join(text.split())


def test_what_was_given_on_a_day_is_listed_by_that_day_and_the_way_it_was_given(cast, at):
    key, binh = issued(cast, at), Officer(cast.binh)
    later = at + DAY
    give(key, SON, cast.binh, later)
    day, next_day = at.date(), later.date()
    assert counted(binh.text(f"{REGISTER}?by=returned&from={day}&to={day}")) == 0
    page = binh.text(f"{REGISTER}?by=returned&from={next_day}&to={next_day}&channel=counter")
    assert (counted(page), len(codes_on(page))) == (1, 1)
    assert counted(binh.text(f"{REGISTER}?by=returned&from={next_day}&to={next_day}&channel=online")) == 0
    printed = binh.get(f"{REGISTER}register.pdf?by=returned&from={next_day}&to={next_day}").content
    text = "".join(one.get_textpage().get_text_range() for one in pypdfium2.PdfDocument(printed))
    assert "Trả kết quả từ ngày" in unicodedata.normalize("NFC", " ".join(text.split()))


def test_the_count_on_the_desk_is_the_length_of_the_list(cast, at):
    keys, binh = [issued(cast, at) for _ in range(3)], Officer(cast.binh)
    desk = binh.text("/office/")
    shown = re.search(
        r'href="/office/uncollected/" class="bucket[^>]*><span>[^<]*</span><span class="count">(\d+)', desk
    )
    page = binh.text(LIST)
    assert int(shown[1]) == counted(page) == len(codes_on(page)) == 3
    assert {f"dossier:{key}" for key in keys} == set(notes(cast.binh, "uncollected")[0])
    give(keys[0], SON, cast.binh, at)
    assert counted(binh.text(LIST)) == 2


def test_the_list_says_how_long_how_wanted_whom_to_call_and_whether_reminded(cast, at):
    issued(cast, at)
    later = at + 8 * DAY
    raise_alarms(at=later)
    with clock.set_to(later):
        page = Officer(cast.binh).text(LIST)
    assert "8 ngày" in page
    assert "Nhận tại quầy" in page
    assert 'href="tel:+84912345678"' in page
    assert "16/9/2026" in page  # when the owner was reminded


def test_pages_of_the_list_join_and_nonsense_is_the_first_page(cast, at, monkeypatch):
    monkeypatch.setattr("motcua.web.office.uncollected.views.PAGE", 2)
    codes, binh = (
        {Dossier.objects.get(id=issued(cast, at)).codes.get().code for _ in range(3)},
        Officer(cast.binh),
    )
    first = binh.text(LIST)
    onward = re.search(r'href="([^"]*after=[^"]*)" rel="next"', first)[1].replace("&amp;", "&")
    assert set(codes_on(first)) | set(codes_on(binh.text(onward))) == codes
    assert codes_on(binh.text(f"{LIST}?after=nonsense&way=radio")) == codes_on(first)


def test_a_stranger_sees_none_of_it_and_oversight_reads_it_agency_by_agency(cast, at):
    code = Dossier.objects.get(id=issued(cast, at)).codes.get().code
    chi, dung = Officer(cast.chi), Officer(cast.dung)
    for path in (LIST, f"{LIST}?agency={cast.binh.unit}"):
        assert code not in chi.text(path)
    assert code not in dung.text(LIST)
    assert f"agency={cast.binh.unit}" in dung.text(LIST)
    assert code in dung.text(f"{LIST}?agency={cast.binh.unit}")


def test_papers_of_a_stopped_dossier_are_returned_from_the_link_of_the_evening(cast, at):
    done, _ = brought(cast, at)
    dossier, binh = Dossier.objects.get(id=done.dossier_id), Officer(cast.binh)
    stop = {"dossier_id": dossier.id, "seen": seen(dossier.id), "reason": REASON}
    processing.stop(**stop, by=cast.bao, at=at)
    assert f"/office/dossiers/{dossier.id}/#return-papers" in binh.text(EVENING)
    assert 'id="return-papers"' in binh.open(dossier)
    assert 'id="return-papers"' not in Officer(cast.bich).open(dossier)
    binh.send(dossier, "returned-papers", 422, taker="owner")
    Officer(cast.bich).send(dossier, "returned-papers", 409, **OWNER_CAME)
    Officer(cast.chi).send(dossier, "returned-papers", 404, **OWNER_CAME)
    binh.send(dossier, "returned-papers", **OWNER_CAME)
    page = binh.open(dossier)
    assert "Đã trả lại giấy tờ đã nộp" in page
    assert "Người nhận: Chủ hồ sơ. Đã xem: Giấy tiếp nhận hồ sơ và hẹn trả kết quả." in page
    assert 'id="return-papers"' not in page
    assert Handout.objects.get().thing == "papers"
    binh.send(dossier, "returned-papers", 409, **OWNER_CAME)


def test_every_number_of_the_evening_leads_to_a_list_of_that_length(cast, at):
    give(issued(cast, at), SON, cast.binh, at)
    issued(cast, at)
    for channel in ("direct", "post"):
        take_in(case=counter_case(at, channel=channel), by=cast.binh, at=at)
    at_stage(cast, "received", at)
    binh = Officer(cast.binh)
    page = binh.text(EVENING)
    links = re.findall(
        r'<a href="(/office/(?:register|evening/things|uncollected)/[^"]*)" aria-label="[^"]*">(\d+)<', page
    )
    assert len(links) == 6 + 12 + 1
    for path, count in links:
        listed = binh.text(path.replace("&amp;", "&"))
        assert (counted(listed), len(codes_on(listed))) == (int(count), int(count)), path
    assert sum(int(count) for path, count in links if "register" in path) == 5 + 1


def test_the_pages_are_english_under_en(cast, at):
    issued(cast, at)
    give(issued(cast, at), SON, cast.binh, at)
    done, _ = brought(cast, at)
    stop = {"dossier_id": done.dossier_id, "seen": seen(done.dossier_id), "reason": REASON}
    processing.stop(**stop, by=cast.bao, at=at)
    waits = Dossier.objects.get(stage="issued")
    places = [LIST, EVENING, f"{EVENING}things/came/", f"{EVENING}things/waiting/", f"{REGISTER}?by=returned"]
    places += [f"/office/dossiers/{one}/" for one in (waits.id, done.dossier_id)]
    names = [
        "Nghệ An",
        "Tiếng Việt",
        "Lê Văn Bình",
        "Ủy ban nhân dân xã Thiên Nhẫn",
        "Lầu Y Mỷ",
        "Lầu Bá Chò",
    ]
    names += ["Trần Thị Bích", "Hồ Quốc Bảo", "Mường Xén", "Đăng ký khai sinh", REASON]
    wrong = {path: vietnamese_on(Officer(cast.binh).text(f"/en{path}"), *names) for path in places}
    wrong["agencies"] = vietnamese_on(
        Officer(cast.dung).text(f"/en{LIST}"), *names, "Võ Tiến Dũng", "Văn phòng Ủy ban nhân dân tỉnh"
    )
    assert {path: found for path, found in wrong.items() if found} == {}
