"""An officer helps somebody to file, in a real browser: finds the procedure, writes a call down, fills in the form."""

import os
from pathlib import Path

import pytest

from tests.browser.visitors import save_picture

pytestmark = pytest.mark.browser
SAID = "Hỏi ông Hòa có đồng ý nhờ nộp giúp không, ông trả lời đồng ý."


def picture(page, name):
    """Keep a picture where somebody wants to look."""
    if folder := os.environ.get("MOTCUA_PICTURES"):
        save_picture(page, Path(folder), name)


def test_an_officer_writes_a_call_down_and_the_form_opens(visitors, width):
    binh = visitors.officer("binh", width)
    page = binh.go("/office/assist/")
    page.fill("#q", "đăng ký khai sinh")
    page.locator("main form button").first.click()
    binh.check()
    picture(page, f"assist-{width}")
    page.locator("main a[href$='/new/1.001193/']").click()
    page.fill("#name", "Nguyễn Văn Hòa")
    page.locator("input[name=place][value=phone]").check()
    page.locator("input[name=way][value=voice]").check()
    binh.check()
    picture(page, f"assist-ask-{width}")
    page.locator("main form button").click()
    for part, typed in (("day", "1"), ("month", "6"), ("year", "2026"), ("time", "8:30")):
        page.locator(f"[name='called_at.{part}']").fill(typed)
    page.fill("#said", SAID)
    binh.check()
    picture(page, f"assist-call-{width}")
    page.locator("main form button").click()
    page.wait_for_url("**/ban-nhap/**")
    binh.check()
    page = binh.go("/office/assist/")
    picture(page, f"assist-list-{width}")
    page.locator("main a[href$='/confirmation/']").first.click()
    binh.check()
    assert SAID in page.locator("main").inner_text()
    picture(page, f"assist-confirmation-{width}")
    binh.go(page.locator("main a[href$='/sheet/']").get_attribute("href"))
    picture(page, f"assist-sheet-{width}")
