"""An finds out whom to call: the directory, what pages say of a place, the poster, and the widget on other pages."""

import re
from datetime import datetime, timedelta
from uuid import UUID

import pytest
from django.conf import settings
from django.test import Client

from motcua.accounts.operations.contacts import tell_place, tell_work_contact
from motcua.accounts.rules.telling import Telling
from motcua.accounts.tests.factories import account_of
from motcua.directory.rules.contacts import Told
from motcua.dossiers.operations import processing
from motcua.dossiers.tests.factories import filed
from motcua.gateways import clock
from motcua.kernel.worktime import ZONE

PLACE = "MC-25-17989"
PHONE, PRINTED = "+842383123456", "0238 312 3456"


@pytest.fixture(autouse=True)
def _held_clock(at):
    with clock.set_to(at):
        yield


@pytest.fixture
def told(cast, at):
    """Bình has told how his place is reached; he is on duty and Bảo stands in."""
    tell_work_contact(
        account_id=UUID(cast.binh.id),
        agency_id=cast.binh.unit,
        typed=("0912000111", "binh@thiennhan.example.vn"),
        source="page",
        by=cast.binh,
        at=at,
    )
    said = Telling(
        Told(PHONE, "motcua@thiennhan.example.vn", "Xóm 5"), 0, UUID(cast.binh.id), UUID(cast.bao.id), "page"
    )
    tell_place(place_id=PLACE, telling=said, by=cast.binh, at=at)
    return cast


def page(path: str, client: Client | None = None) -> str:
    answer = (client or Client()).get(path)
    assert answer.status_code == 200
    return re.sub(r"\s+", " ", answer.content.decode())


def names(text: str) -> list[str]:
    return re.findall(r'class="contact-name"><a [^>]*>([^<]*)', text)


@pytest.mark.django_db
def test_a_place_is_found_without_diacritics_by_commune_agency_and_former_name():
    assert names(page("/contacts/?q=thien+nhan")) == ["Trung tâm Phục vụ hành chính công xã Thiên Nhẫn"]
    assert "Trung tâm Phục vụ hành chính công tỉnh Nghệ An" in names(page("/contacts/?q=so+tu+phap"))
    found = page("/contacts/?q=khanh+son+nam+dan")
    assert names(found) == ["Trung tâm Phục vụ hành chính công xã Thiên Nhẫn"]
    assert "Trước đây: Xã Khánh Sơn, Huyện Nam Đàn" in found
    assert "Không tìm thấy nơi tiếp nhận" in page("/contacts/?q=atlantis")


@pytest.mark.django_db
def test_the_whole_directory_is_read_page_by_page_each_place_once():
    seen, path = [], "/contacts/"
    while path:
        text = page(path)
        seen += names(text)
        more = re.search(r'href="(/contacts/[^"]*)" rel="next"', text)
        path = more[1].replace("&amp;", "&") if more else ""
    assert len(seen) == len(set(seen)) == 131


def test_a_place_tells_phone_mail_hours_who_is_on_duty_and_how_fresh_that_is(told):
    text = page(f"/contacts/{PLACE}/")
    for words in (
        PRINTED,
        "tel:" + PHONE,
        "motcua@thiennhan.example.vn",
        "Xóm 5",
        "Đang mở cửa, đến 11:30",
        "Lê Văn Bình",
        "0912 000 111",
        "Hồ Quốc Bảo",
        "Xác nhận ngày 08/9/2026",
    ):
        assert words in text, words


def test_a_place_that_is_closed_says_when_it_opens(told):
    with clock.set_to(datetime(2026, 9, 11, 18, tzinfo=ZONE)):
        assert "Mở lại lúc 7 giờ, Thứ Hai, ngày 14/9/2026" in page(f"/contacts/{PLACE}/")


@pytest.mark.django_db
def test_what_is_not_known_is_said_so_with_the_national_portal_and_blames_nobody():
    text = page(f"/contacts/{PLACE}/")
    assert "Hệ thống chưa có thông tin này." in text
    assert "https://dichvucong.gov.vn" in text
    assert "chưa công bố" not in text
    assert "Đang mở cửa" not in text, "hours nobody told are no promise"


@pytest.mark.django_db
def test_the_page_of_a_place_that_has_ended_leads_on_so_that_printed_codes_stay_good():
    text = page("/contacts/MC-412/")
    assert "đến hết Thứ Hai, ngày 30/6/2025" in text
    assert "Thành Vinh" in text
    assert Client().get("/contacts/MC-412/poster/").status_code == 404
    assert "nơi tiếp nhận hiện nay" in page("/w/MC-412")
    assert Client().get("/contacts/MC-0/").status_code == Client().get("/w/MC-0").status_code == 404


def test_tracking_and_both_receipts_say_whom_to_call(told, at):
    an, binh = Client(), Client()
    an.force_login(account_of(told.an))
    binh.force_login(account_of(told.binh))
    dossier, done = filed(told.an, at=at)
    processing.receive(dossier_id=dossier.id, seen=dossier.version, by=told.binh, at=at)
    assert PRINTED in page(f"/h/{done.code}/", an)
    assert PRINTED in page(f"/h/{done.code}/bien-nhan/", an)
    assert PRINTED in page(f"/office/dossiers/{dossier.id}/receipt/", binh)


@pytest.mark.django_db
def test_every_error_page_gives_a_phone_the_directory_and_the_other_language():
    for path, other in (("/khong-co/", "/en/khong-co/"), ("/en/khong-co/", "/khong-co/")):
        text = Client().get(path).content.decode()
        assert "1800 1096" in text
        assert "/contacts/" in text
        assert f'href="{other}"' in text
        assert 'class="top-nav"' in text
    refused = Client(enforce_csrf_checks=True).post("/tra-cuu/", {})
    assert refused.status_code == 403
    assert "1800 1096" in refused.content.decode()


def test_the_poster_bears_portal_phone_hours_steps_and_code_in_two_sizes(told):
    for size in ("a4", "a3"):
        text = page(f"/contacts/{PLACE}/poster/?size={size}")
        assert f"poster-{size}" in text
        for words in (
            settings.PUBLIC_ADDRESS.split("://")[1],
            PRINTED,
            "07:00",
            "Quét mã",
            "bưu cục",
            "<svg",
        ):
            assert words in text


def test_only_the_widget_may_be_framed_by_other_pages(told):
    answer = Client().get(f"/w/{PLACE}")
    assert "X-Frame-Options" not in answer.headers
    assert "frame-ancestors *" in answer.headers["Content-Security-Policy"]
    assert "unsafe" not in answer.headers["Content-Security-Policy"]
    assert not answer.cookies
    for path in ("/", "/contacts/", f"/contacts/{PLACE}/", f"/contacts/{PLACE}/poster/", "/w/"):
        other = Client().get(path)
        assert other.headers["X-Frame-Options"] == "DENY"
        assert "frame-ancestors 'none'" in other.headers["Content-Security-Policy"]


def test_the_widget_has_no_script_and_leads_out_of_the_frame(told):
    text = page(f"/w/{PLACE}")
    assert "<script" not in text
    assert re.search(r' on\w+="', text) is None
    assert f'href="{settings.PUBLIC_ADDRESS}/" target="_top"' in text
    assert PRINTED in text
    assert f'href="{settings.PUBLIC_ADDRESS}/en/" target="_top"' in page(f"/en/w/{PLACE}")


def test_a_contact_that_nobody_confirmed_for_long_still_shows_its_day(told, at):
    with clock.set_to(at + timedelta(days=90)):
        assert "Xác nhận ngày 08/9/2026" in page(f"/contacts/{PLACE}/")
