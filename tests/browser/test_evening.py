"""A whole evening at the one-stop: what came in is handed on, explained, given out or returned, and the day closes."""

import os
import re
from pathlib import Path

import pytest
from playwright.sync_api import expect

from tests.browser.visitors import save_picture

pytestmark = pytest.mark.browser
PAPERS, EVENING, BIRTH = "/office/papers/", "/office/evening/", "1.001193"
STOPPED = "Trẻ đã được đăng ký khai sinh ở xã khác, căn cứ dữ liệu hộ tịch."
WHY = "Cán bộ chuyên môn đi họp, sáng mai giao."


@pytest.fixture
def staff(visitors):
    """Bình receives, Bích handles, Bảo decides; each in front of a screen of their own."""
    return {name: visitors.officer(name) for name in ("binh", "bich", "bao")}


def take_in(officer, name):
    """Receive a birth at the counter, its result to be fetched; gives the code."""
    page = officer.page
    page.goto(f"/office/counter/?procedure={BIRTH}")
    page.fill("[name='owner.name']", name)
    page.fill("[name='owner.phone']", "0912345678")
    page.fill("[name='originals-7']", "1")
    page.check("[name=return_way][value=counter]")
    page.locator("[name=reason]").first.check()
    page.locator("[data-receive]").click()
    page.wait_for_url("**/office/counter/receipts/**")
    return re.search(r"H41\.[\w.]+-\d{8}-\d+", page.inner_text("main"))[0]


def press(officer, text):
    """Press the button that says so, and look at the page that comes."""
    with officer.page.expect_navigation():
        officer.page.locator(f"main button:has-text('{text}')").click()
    officer.check()


def hand_over(giver, taker, way, *codes):
    """Make a list of these dossiers and have it signed for by the other side."""
    page = giver.go(f"{PAPERS}?way={way}")
    page.fill("[name=scanned]", "\n".join(codes))
    press(giver, "Lập bảng kê và giao")
    made = taker.go(page.url.removeprefix(re.match(r"https?://[^/]+", page.url)[0]))
    press(taker, "Ký nhận")
    expect(made.locator("main")).not_to_contain_text("Chờ ký nhận")


def pictured(officer, name):
    """Keep a picture for people to look at, on a desk and on a phone."""
    if folder := os.environ.get("MOTCUA_PICTURES"):
        for width in (1366, 360):
            officer.page.set_viewport_size({"width": width, "height": 768})
            save_picture(officer.page, Path(folder), f"{name}-{width}")
        officer.page.set_viewport_size({"width": 1366, "height": 768})


def numbers(page):
    """Read the balance of the day: opening, came, went, there now."""
    rows = page.locator("main dl.summary").first.locator("dd").all_inner_texts()
    return [int(re.match(r"\d+", one.strip())[0]) for one in rows]


def test_the_day_closes_when_everything_is_handed_on_explained_given_or_returned(staff):
    binh, bich, bao = staff["binh"], staff["bich"], staff["bao"]
    names = ("Lầu Y Mỷ", "Vi Văn Thái", "Lô Thị Hoa", "Moong Văn Nghệ")
    gone, stays, finished, ended = (take_in(binh, name) for name in names)
    hand_over(binh, bich, "out", gone, finished)

    for officer, noun, typed in (
        (bich, "proposals", {}),
        (bao, "approvals", {}),
        (bich, "results", {"number": "125/GKS", "file": "green"}),
    ):
        officer.open_dossier(finished)
        officer.act(noun, **typed)
    hand_over(bich, binh, "back", finished)
    page = binh.go("/office/uncollected/")
    expect(page.locator("main")).to_contain_text(finished)
    pictured(binh, "uncollected")
    binh.open_dossier(finished)
    pictured(binh, "give-back")
    binh.give_to_owner("handovers")
    expect(binh.page.locator("main")).to_contain_text("Người nhận: Chủ hồ sơ")
    pictured(binh, "given-back")

    bao.open_dossier(ended)
    bao.act("stops", stop_reason=STOPPED)
    page = binh.go(EVENING)
    expect(page.locator("main")).to_contain_text(ended)
    page.locator(f"tr:has-text('{ended}') a[href$='#return-papers']").click()
    expect(page.locator("#return-papers")).to_be_visible()
    binh.check()
    pictured(binh, "return-papers")
    binh.give_to_owner("returned-papers")
    expect(binh.page.locator("main")).to_contain_text("Đã trả lại giấy tờ đã nộp")

    page = binh.go(EVENING)
    assert ended not in page.inner_text("main")
    before = numbers(page)
    press(binh, "Khóa ngày")
    expect(page.locator(".error-summary")).to_contain_text("Cần xử lý, hoặc ghi rõ vì sao để lại.")
    pictured(binh, "evening-refused")
    for field in page.locator("[name^=reason-]").all():
        field.fill(WHY)
    press(binh, "Khóa ngày")
    expect(page.locator("main")).to_contain_text("Đã khóa ngày")
    opening, came, went, there = numbers(page)
    assert [opening, came, went, there] == before
    assert opening + came - went == there
    assert came >= 5
    assert went >= 4
    expect(page.locator(f"tr:has-text('{stays}')")).to_contain_text("lập bảng kê và giao")
    pictured(binh, "evening-closed")


def test_a_number_of_the_evening_leads_to_its_list(staff, width):
    binh = staff["binh"]
    binh.page.set_viewport_size({"width": width, "height": 768})
    for link in (
        "/evening/things/came/",
        "/evening/things/papers-returned/",
        "channel=direct",
        "channel=counter",
    ):
        page = binh.go(EVENING)
        found = page.locator(f"main a[href*='{link}']")
        count = int(re.match(r"\d+", found.inner_text().strip())[0])
        found.click()
        binh.check()
        assert page.locator("main a[data-row]").count() == count
        if folder := os.environ.get("MOTCUA_PICTURES"):
            save_picture(page, Path(folder), f"list-{link.strip('/').replace('/', '-')}-{width}")
