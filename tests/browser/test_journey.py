"""The main path on real data in a real browser: filed on a phone, handled at a desk, the result at home."""

import os
import re
import time
from pathlib import Path

import pytest

from tests.browser.visitors import BIRTH, TYPED, messages_to, save_picture

WHY = "Ảnh chụp bị mờ ở góc dưới, xin chụp lại cho rõ chữ."

pytestmark = pytest.mark.browser


@pytest.fixture(scope="session")
def pictures(tmp_path_factory):
    """Where pictures of the pages go."""
    folder = Path(os.environ.get("MOTCUA_PICTURES") or tmp_path_factory.mktemp("pictures"))
    folder.mkdir(exist_ok=True)
    return folder


def test_a_birth_registration_from_the_first_page_to_the_downloaded_result(
    visitors, product, width, pictures
):
    def look(page, name):
        save_picture(page, pictures, f"{width}-{name}")

    citizen = visitors.visitor(width)
    page = citizen.go("/")
    look(page, "home")
    page.fill("input[name=q]", "khai sinh cho con")
    page.keyboard.press("Enter")
    page.wait_for_url("**/tim-kiem/**")
    citizen.check()
    look(page, "results")
    citizen.go(f"/thu-tuc/{BIRTH}/")
    look(page, "procedure")
    citizen.begin()
    look(page, "step")
    citizen.fill_all()
    citizen.add_photos("red", "blue")
    look(page, "papers")
    code, secret = citizen.file()
    look(page, "receipt")
    citizen.go(f"/h/{code}/")
    look(page, "tracking-new")

    reception = visitors.officer("binh", width)
    look(reception.page, "desk")
    reception.open_dossier(code)
    look(reception.page, "dossier")
    assert "Đã tiếp nhận" in reception.act("receptions").inner_text("main")
    reception.page.locator("summary:has-text('Yêu cầu bổ sung')").first.click()
    form = reception.page.locator("form[action$='/supplements/']")
    form.locator("[name=component]").first.check()
    form.locator("textarea").first.fill(WHY)
    look(reception.page, "dossier-supplement")
    with reception.page.expect_navigation():
        form.locator("button").first.click()
    reception.check()

    assert WHY in citizen.go(f"/h/{code}/").inner_text("main")
    look(page, "tracking-asked")
    citizen.go(f"/h/{code}/bo-sung/")
    citizen.add_photos("green")
    look(page, "supplement")
    citizen.page.locator("main form[action$='/bo-sung/'] .buttons button").first.click()
    page.wait_for_url(f"**/h/{code}/")
    citizen.check()

    reception.open_dossier(code)
    reception.act("transfers")
    specialist = visitors.officer("bich", width)
    specialist.open_dossier(code)
    specialist.act("proposals")
    approver = visitors.officer("bao", width)
    approver.open_dossier(code)
    approver.act("approvals")
    specialist.open_dossier(code)
    specialist.act("results", number="125/GKS", file="gold")

    assert "Đã có kết quả" in citizen.go(f"/h/{code}/").inner_text("main")
    look(page, "tracking-result")
    with page.expect_download() as kept:
        page.locator("main a[href*='/tep/']").first.click()
    assert Path(kept.value.path()).stat().st_size > 10_000
    assert "Đã nhận kết quả" in citizen.go(f"/h/{code}/").inner_text("main")
    look(page, "tracking-returned")

    elsewhere = visitors.visitor(width)
    assert "Đã nhận kết quả" in elsewhere.track(code, secret).inner_text("main")
    _news_arrive(product, code)


def _news_arrive(product, code):
    """Wait until the worker has told all the news of a dossier; each was told once."""
    for _ in range(120):
        told = [one["text"] for one in messages_to(product, TYPED["tel"]) if code in one["text"]]
        if len(told) >= 5:
            break
        time.sleep(0.5)
    assert len(told) == len(set(told)) == 5, told  # filed, received, asked, answered, issued


def test_the_same_without_script(visitors, width):
    citizen = visitors.visitor(width, script=False)
    citizen.begin()
    citizen.fill_all()
    citizen.add_photos("red", "blue")
    code, secret = citizen.file()
    reception = visitors.visitor(width, script=False)
    reception.sign_in_at_desk("binh")
    reception.open_dossier(code)
    reception.act("receptions")
    reception.act("transfers")
    for name, noun, typed in (
        ("bich", "proposals", {}),
        ("bao", "approvals", {}),
        ("bao", "results", {"number": "126/GKS", "file": "gold"}),
    ):
        one = visitors.visitor(width, script=False)
        one.sign_in_at_desk(name)
        one.open_dossier(code)
        one.act(noun, **typed)
    elsewhere = visitors.visitor(width, script=False)
    page = elsewhere.track(code, secret)
    with page.expect_download() as kept:
        page.locator("main a[href*='/tep/']").first.click()
    assert Path(kept.value.path()).stat().st_size > 10_000
    assert re.search("Đã nhận kết quả", elsewhere.go(f"/h/{code}/").inner_text("main"))
