"""The desk without a mouse, and closed to everybody whose desk it is not."""

import pytest
from playwright.sync_api import expect

pytestmark = pytest.mark.browser
FOCUSED = "document.activeElement"


@pytest.fixture(scope="module")
def filed(request, chromium, product):
    """Two dossiers lie on Bình's desk."""
    from tests.browser.visitors import Visitors  # noqa: PLC0415

    found, codes = Visitors(chromium, product), []
    for _ in range(2):
        one = found.visitor(360, script=False)
        one.begin()
        one.fill_all()
        one.add_photos("red")
        codes.append(one.file())
    found.leave()
    return codes


def test_a_dossier_is_found_opened_and_received_by_keys_alone(visitors, filed):
    page = visitors.officer("binh").page
    page.goto("/office/?list=new")
    page.keyboard.press("j")
    first = page.evaluate(f"{FOCUSED}.textContent")
    page.keyboard.press("j")
    second = page.evaluate(f"{FOCUSED}.textContent")
    assert first != second
    page.keyboard.press("k")
    assert page.evaluate(f"{FOCUSED}.textContent") == first
    page.keyboard.press("/")
    assert page.evaluate(f"{FOCUSED}.hasAttribute('data-key-search')")
    page.keyboard.type("Nguyễn Văn")
    page.keyboard.press("Enter")
    page.wait_for_url("**/office/search/**")
    page.keyboard.press("j")
    with page.expect_navigation():
        page.keyboard.press("Enter")
    assert "/office/dossiers/" in page.url


def test_help_on_the_keys_comes_and_goes_with_keys(visitors, filed):
    officer = visitors.officer("binh")
    page = officer.page
    page.keyboard.press("?")
    expect(page.locator("#keys-help")).to_be_visible()
    officer.check()
    page.keyboard.press("Escape")
    expect(page.locator("#keys-help")).to_be_hidden()


def test_everything_on_a_dossier_can_be_reached_and_done_with_the_tab_key(visitors, filed):
    officer = visitors.officer("binh")
    page = officer.open_dossier(filed[0][0])
    for _ in range(120):
        page.keyboard.press("Tab")
        if page.evaluate(f"!!({FOCUSED}.closest && {FOCUSED}.closest(\"form[action$='/receptions/']\"))"):
            break
    with page.expect_navigation():
        page.keyboard.press("Enter")
    assert "Đã tiếp nhận" in page.inner_text("main")
    officer.check()


def test_the_keys_of_a_dossier_lead_to_its_acts_and_back_to_the_list(visitors, filed):
    officer = visitors.officer("binh")
    page = officer.page
    page.goto("/office/?list=new")
    page.keyboard.press("j")
    with page.expect_navigation():
        page.keyboard.press("Enter")
    page.keyboard.press("a")  # to the button that receives it; in a select, letters would choose
    assert page.evaluate(f"!!{FOCUSED}.closest('.dossier-acts')")
    with page.expect_navigation():
        page.keyboard.press("u")
    assert page.url.endswith("/office/?list=new")


def test_asking_for_papers_keeps_the_page_within_its_screen(visitors, filed):
    officer = visitors.officer("binh")
    page = officer.open_dossier(filed[1][0])
    page.locator("summary", has_text="Yêu cầu bổ sung").first.click()
    officer.check()


def test_a_code_scanned_anywhere_opens_its_dossier(visitors, filed):
    page = visitors.officer("binh").page
    code = filed[1][0]
    page.evaluate(
        """code => [...code, "Enter"].forEach((key) =>
            document.body.dispatchEvent(new KeyboardEvent("keydown", {key, bubbles: true})))""",
        code,
    )
    page.wait_for_url("**/office/dossiers/**")
    assert code in page.inner_text("main")


def test_strangers_are_refused_everywhere(visitors, filed):
    code, _ = filed[1]
    page = visitors.officer("binh").open_dossier(code)
    dossier = page.url
    file = page.locator("a[target=viewer]").first.get_attribute("href")
    elsewhere, guest = visitors.officer("chi"), visitors.visitor(360)
    for path in (dossier, f"{dossier}receipt/", file):
        assert elsewhere.page.goto(path).status == 404
        assert guest.page.goto(path).url.split("?")[0].endswith("/office/sign-in/")
    elsewhere.check()
    for stranger in (elsewhere, guest):
        for path in ("bien-nhan/", "bo-sung/", "rut/"):
            assert stranger.page.goto(f"/h/{code}/{path}").status == 404, path
        assert "Nguyễn Văn Hòa" not in stranger.go(f"/h/{code}/").inner_text("body")
    guest.page.fill("[name=secret]", "AAAAAAAAAA")
    guest.page.locator("main form button[type=submit]").first.click()
    guest.page.locator(".error-summary").wait_for()
    guest.check()


def test_the_overseers_see_and_cannot_act(visitors, filed):
    page = visitors.officer("dung").open_dossier(filed[1][0])
    assert page.locator("main form[action*='/dossiers/']").count() == 0
