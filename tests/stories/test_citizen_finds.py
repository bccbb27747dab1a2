"""A citizen finds the way: search, procedure pages, the doors of the day, signing in."""

import gzip
import re
from datetime import UTC, datetime
from pathlib import Path

import pytest
from django.conf import settings
from django.db import connection
from django.test.utils import CaptureQueriesContext

from motcua.gateways import clock
from motcua.messages.models import Message
from motcua.messages.sealing import open_words
from motcua.web.shared import assets
from tests.stories.citizen import BIRTH, Citizen

AUTUMN_2021 = datetime(2021, 9, 1, 2, tzinfo=UTC)
SUMMER_2024 = datetime(2024, 8, 1, 2, tzinfo=UTC)


@pytest.fixture(autouse=True)
def _held_clock(at):
    with clock.set_to(at):
        yield


@pytest.fixture
def guest(cast):
    return Citizen()


@pytest.mark.parametrize("words", ["khai sinh", "khai sinh cho con", "lam giay khai sinh", BIRTH])
def test_birth_registration_is_found_by_everyday_words(guest, words):
    page = guest.get("/tim-kiem/", data={"q": words}).content.decode()
    assert f'href="/thu-tuc/{BIRTH}/"' in page


def test_suggestions_answer_as_one_types(guest):
    page = guest.get("/tim-kiem/goi-y/", data={"q": "khai si"}).content.decode()
    assert "Đăng ký khai sinh" in page
    assert "<html" not in page


def test_nothing_found_says_what_to_do(guest):
    assert "Xem các lĩnh vực" in guest.get("/tim-kiem/", data={"q": "zzzzqqqq"}).content.decode()


@pytest.mark.parametrize(
    "path", ["/", "/tim-kiem/", "/linh-vuc/", "/ho-tro/", "/tra-cuu/", "/ho-so/", "/dang-nhap/"]
)
def test_every_page_is_there_in_both_languages(guest, path):
    assert '<html lang="vi">' in guest.text(path)
    assert '<html lang="en">' in guest.text(f"/en{path}")


def test_every_life_event_and_its_first_procedure_open(guest):
    events = re.findall(r'href="(/cuoc-song/[^"]+)"', guest.text("/"))
    assert len(events) > 10
    for event in events:
        hits = re.findall(r'href="(/thu-tuc/[^"]+)"', guest.text(event))
        assert hits
        guest.get(hits[0])


def test_a_field_is_read_page_by_page(guest):
    largest = re.findall(r'href="(/linh-vuc/[^"]+)".*?(\d+) thủ tục', guest.text("/linh-vuc/"))
    page = guest.text(max(largest, key=lambda one: int(one[1]))[0])
    first = set(re.findall(r'href="(/thu-tuc/[^"]+)"', page))
    following = re.search(r'href="([^"]+\?after=[^"]+)"', page)
    assert following
    assert first.isdisjoint(re.findall(r'href="(/thu-tuc/[^"]+)"', guest.text(following[1])))


@pytest.mark.parametrize("path", ["/", f"/thu-tuc/{BIRTH}/", "/cuoc-song/sinh-con/", "/tim-kiem/?q=ket+hon"])
def test_a_reader_gets_no_cookie_and_costs_no_query_when_warm(guest, path):
    guest.get(path)
    with CaptureQueriesContext(connection) as queries:
        answer = guest.get(path)
    assert not answer.cookies
    assert len(queries) <= 1


def test_the_procedure_page_answers_the_five_questions(guest):
    page = guest.text(f"/thu-tuc/{BIRTH}/")
    for answer in ("1 ngày", "Không mất phí", "Giấy chứng sinh", "Ủy ban nhân dân cấp xã", "ước tính"):
        assert answer in page
    assert "giả định áp dụng từ 01/7/2025" in page


def test_the_guide_fits_the_facts_on_one_page(guest):
    page = guest.text(f"/thu-tuc/{BIRTH}/huong-dan/")
    assert "<svg" in page
    assert "Giấy chứng sinh" in page


def test_a_localised_code_leads_to_the_national_one(guest):
    assert guest.get(f"/thu-tuc/{BIRTH}.000.00.00.H41/", 301).headers["Location"] == f"/thu-tuc/{BIRTH}/"
    guest.get("/thu-tuc/9.999999/", 404)
    guest.get("/thu-tuc/xyz/", 404)


def test_a_procedure_of_a_vertical_body_leads_to_its_own_portal(guest):
    page = guest.text("/thu-tuc/1.000005/")
    assert "Nộp tại cổng riêng của ngành" in page
    assert "/nop/1.000005/" not in page
    assert guest.get("/nop/1.000005/", status=302).headers["Location"] == "/thu-tuc/1.000005/"


@pytest.mark.parametrize(
    ("moment", "level", "places"),
    [(AUTUMN_2021, "trực tuyến mức độ 3", 460), (SUMMER_2024, "trực tuyến một phần", 460)],
)
def test_until_july_2025_both_doors_are_open_as_equals(guest, moment, level, places):
    with clock.set_to(moment):
        page, first = guest.text(f"/thu-tuc/{BIRTH}/"), guest.text(f"/nop/{BIRTH}/")
    assert "/nop/1.001193/" in page
    assert re.search(
        r'href="https://dichvucong\.gov\.vn/thu-tuc-hanh-chinh/[0-9a-f-]+">Đến Cổng Dịch vụ công', page
    )
    assert "có giá trị như nộp tại đây" in page
    assert "118/2025" not in page
    assert level in page.lower()
    assert first.count("<option") == places + 1
    assert "theo tên gọi mới" not in first


def test_from_july_2025_places_have_the_names_of_that_day(guest):
    assert "có giá trị như nộp tại đây" not in guest.text(f"/thu-tuc/{BIRTH}/")
    first = guest.text(f"/nop/{BIRTH}/")
    assert "theo tên gọi mới từ 01/7/2025" in first
    assert first.count("<option") == 130 + 1


def test_in_2021_a_procedure_without_a_version_says_that_the_system_does_not_know(guest):
    with clock.set_to(AUTUMN_2021):
        assert "Hệ thống chưa có thông tin này" in guest.text("/thu-tuc/1.000028/")


def test_from_july_2025_the_demonstration_names_the_law(guest):
    page = guest.text(f"/thu-tuc/{BIRTH}/")
    assert "118/2025" in page
    assert "/nop/1.001193/" in page


def test_from_july_2025_the_national_portal_is_the_only_door(guest, monkeypatch):
    address = guest.begin()
    guest.fill(address)
    monkeypatch.setattr(settings, "DEMONSTRATION", False)
    page = guest.text(f"/thu-tuc/{BIRTH}/")
    assert "/nop/1.001193/" not in page
    assert "Nộp tại Cổng Dịch vụ công quốc gia" in page
    assert guest.post(f"/nop/{BIRTH}/", {"agency": "UBND25-17989"}).status_code == 200
    assert guest.post(f"{address}nop/", {"seen": "1", "declared": "1"}).status_code == 409


def test_one_time_codes_end_in_july_2024(guest, monkeypatch):
    monkeypatch.setattr(settings, "DEMONSTRATION", False)
    with clock.set_to(AUTUMN_2021):
        assert 'name="contact"' in guest.text("/dang-nhap/")
    with clock.set_to(SUMMER_2024):
        page = guest.text("/dang-nhap/")
        assert 'name="contact"' not in page
        assert "VNeID" in page
        assert guest.post("/dang-nhap/", {"contact": "0912345678"}).status_code == 422


def test_signing_in_by_code_takes_the_drafts_along(guest):
    address = guest.begin()
    answer = guest.post("/dang-nhap/", {"contact": "0987 654 321", "next": address})
    assert answer.headers["Location"] == "/dang-nhap/ma/"
    wrong = guest.post("/dang-nhap/ma/", {"code": "000000x"})
    assert wrong.status_code == 422
    answer = guest.post("/dang-nhap/ma/", {"code": code_sent()})
    assert answer.headers["Location"] == address
    assert address in guest.text("/ho-so/")
    assert guest.draft_of(address).account_id is not None
    guest.post("/dang-xuat/", {})
    guest.get(f"{address}child/", 404)


def test_signing_in_leads_nowhere_else(guest):
    answer = guest.post("/dang-nhap/", {"contact": "an@vidu.vn", "next": "https://evil.example/"})
    assert answer.status_code == 302
    assert guest.post("/dang-nhap/ma/", {"code": code_sent()}).headers["Location"] == "/ho-so/"


def test_help_finds_a_place_by_its_name(guest):
    page = guest.get("/ho-tro/", data={"noi": "thien nhan"}).content.decode()
    assert "Thiên Nhẫn" in page
    assert "Hưng Nguyên" not in page


ASSETS = [Path(assets.BUILT / name).read_bytes() for name in ("motcua.css", "motcua.js", "favicon.svg")]


@pytest.mark.parametrize(
    "path",
    [
        *(
            "/",
            "/tim-kiem/?q=khai+sinh",
            "/cuoc-song/sinh-con/",
            "/linh-vuc/",
            "/ho-tro/",
            "/tra-cuu/",
            "/dang-nhap/",
        ),
        *(f"/thu-tuc/{BIRTH}/", f"/thu-tuc/{BIRTH}/huong-dan/", f"/nop/{BIRTH}/", "/thu-tuc/1.000005/"),
    ],
)
def test_the_first_visit_weighs_at_most_60_kilobytes(guest, path):
    parts = [guest.get(path).content, *ASSETS]
    assert sum(len(gzip.compress(part, 6)) for part in parts) <= 60_000


def code_sent() -> str:
    """Read the code from the last message."""
    message = Message.objects.latest("created_at")
    return re.findall(r"\b\d{6}\b", open_words(message.id, message.text_sealed).text)[0]


def test_the_answers_name_the_usual_papers_and_lead_to_the_rare_ones(guest):
    page = guest.text("/thu-tuc/1.001193/")
    answers, rest = page.split('href="#papers"')
    assert "Giấy chứng sinh" in answers
    assert "mang thai hộ" not in answers
    assert "mang thai hộ" in rest
