"""Bình tells how his one-stop is reached, confirms it by one tap, and fills in a workbook."""

import io
import re
from datetime import timedelta

import pytest

from motcua.accounts.tests.test_contact_sheets import GOOD, PLACE, filled
from motcua.directory.queries.contacts import contact_of
from motcua.gateways import clock
from tests.stories.officer import Officer

pytestmark = pytest.mark.django_db
PAGE = "/office/contacts/"


@pytest.fixture(autouse=True)
def _held_clock(at):
    with clock.set_to(at):
        yield


def typed(seen=0, **cells):
    return {"seen": seen, **{f"{PLACE}.{name}": value for name, value in cells.items()}}


def tell(binh, at, **cells):
    answer = binh.client.post(f"{PAGE}{PLACE}/", typed(phone="0238 312 3456", **cells))
    assert answer.status_code == 302
    return contact_of(PLACE, at)


def hidden(shown):
    """What the page of the plan sends along."""
    page = shown.content.decode()
    return {name: re.search(rf'name="{name}" value="([^"]*)"', page)[1] for name in ("lines", "digest")}


def closed(**more):
    """Two days in the boxes of the form."""
    days = {}
    for name, day in (("first", 9), ("last", 10)):
        boxes = {"day": day, "month": 9, "year": 2026}
        days |= {f"{PLACE}.{name}.{part}": value for part, value in boxes.items()}
    return days | {f"{PLACE}.{name}": value for name, value in more.items()}


def test_a_contact_is_told_and_stands_on_the_public_page(cast, at):
    binh = Officer(cast.binh)
    assert "Chưa có điện thoại trực" in binh.text(PAGE)
    told = tell(binh, at, email="motcua@xa.example.vn", on_duty=cast.binh.id, stand_in=cast.bao.id)
    assert (told.phone, told.state) == ("+842383123456", "fresh")
    public = Officer(cast.chi).text(f"/contacts/{PLACE}/")
    assert "0238 312 3456" in public
    assert "Lê Văn Bình" in public


def test_what_is_wrong_is_told_at_its_field_and_what_was_typed_stays(cast, at):
    binh = Officer(cast.binh)
    answer = binh.client.post(f"{PAGE}{PLACE}/", typed(phone="12345", email="motcua@xa.example.vn"))
    assert answer.status_code == 422
    page = answer.content.decode()
    assert "Số điện thoại cần 10 chữ số" in page
    assert 'value="12345"' in page
    assert contact_of(PLACE, at).state == "missing"


def test_after_thirty_days_the_desk_asks_and_one_tap_confirms(cast, at):
    binh = Officer(cast.binh)
    told = tell(binh, at)
    assert "Thông tin liên hệ cần xác nhận" not in binh.text("/office/")
    later = at + timedelta(days=31)
    with clock.set_to(later):
        assert contact_of(PLACE, later).state == "stale"
        assert "Thông tin liên hệ cần xác nhận" in binh.text("/office/")
        assert binh.client.post(f"{PAGE}{PLACE}/confirmations/", {"seen": told.number}).status_code == 302
        assert contact_of(PLACE, later).state == "fresh"
        assert "Thông tin liên hệ cần xác nhận" not in binh.text("/office/")


def test_two_officers_who_write_at_once_do_not_overwrite_each_other(cast, at):
    binh, bao = Officer(cast.binh), Officer(cast.bao)
    tell(binh, at)
    answer = bao.client.post(f"{PAGE}{PLACE}/", typed(seen=0, phone="0238 399 9999"), follow=True)
    assert "vừa được người khác sửa" in answer.content.decode()
    assert contact_of(PLACE, at).phone == "+842383123456"


def test_a_workbook_is_looked_at_before_it_is_loaded(cast, at):
    binh = Officer(cast.binh)
    content = binh.client.get(f"{PAGE}template.xlsx").content
    upload = io.BytesIO(filled(content, GOOD))
    upload.name = "lien-he.xlsx"
    shown = binh.client.post(f"{PAGE}sheets/", {"sheet": upload})
    assert shown.status_code == 200
    assert contact_of(PLACE, at).state == "missing"
    kept = hidden(shown)
    assert binh.client.post(f"{PAGE}sheets/loads/", kept).status_code == 302
    assert contact_of(PLACE, at).phone == "+842383123456"


def test_a_workbook_that_would_do_something_else_by_now_is_shown_again(cast, at):
    binh = Officer(cast.binh)
    upload = io.BytesIO(filled(binh.client.get(f"{PAGE}template.xlsx").content, GOOD))
    upload.name = "lien-he.xlsx"
    shown = binh.client.post(f"{PAGE}sheets/", {"sheet": upload})
    tell(binh, at)
    kept = hidden(shown)
    assert binh.client.post(f"{PAGE}sheets/loads/", kept).status_code == 409
    forged = {"lines": kept["lines"] + "x", "digest": kept["digest"]}
    assert binh.client.post(f"{PAGE}sheets/loads/", forged).status_code == 302
    assert contact_of(PLACE, at).email == ""


def test_no_workbook_and_a_wrong_file_are_answered_in_words(cast):
    binh = Officer(cast.binh)
    assert "Xin chọn tệp Excel" in binh.client.post(f"{PAGE}sheets/", {}).content.decode()
    upload = io.BytesIO(b"%PDF-1.7 not a workbook")
    upload.name = "lien-he.xlsx"
    answer = binh.client.post(f"{PAGE}sheets/", {"sheet": upload})
    assert (answer.status_code, "Không đọc được tệp này" in answer.content.decode()) == (422, True)


def test_closed_days_are_told_and_taken_back(cast, at):
    binh = Officer(cast.binh)
    tell(binh, at)
    assert binh.client.post(f"{PAGE}{PLACE}/closures/", closed()).status_code == 422
    binh.client.post(f"{PAGE}{PLACE}/closures/", closed(reason="Mưa lũ chia cắt đường"))
    assert "Mưa lũ chia cắt đường" in binh.text(PAGE)


def test_dung_counts_what_is_missing_and_chi_sees_only_her_own(cast, at):
    tell(Officer(cast.binh), at, on_duty=cast.binh.id, email="motcua@xa.example.vn")
    page = Officer(cast.dung).text(f"{PAGE}province/")
    assert "Liên hệ còn thiếu, cả tỉnh" in page
    assert "0238 312 3456" not in Officer(cast.chi).text(PAGE)
    Officer(cast.chi).get(f"{PAGE}province/", status=404)
    assert Officer(cast.chi).client.post(f"{PAGE}{PLACE}/", typed(phone="0238 399 9999")).status_code == 404
