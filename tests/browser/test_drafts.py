"""Filing as it is in life: interrupted, on two machines, over a bad line, with the back button and double clicks."""

import re
from uuid import uuid4

import pytest
from playwright.sync_api import expect

from tests.browser.visitors import photo

NOTE = "[data-autosave-note]"
SLOW = {"offline": False, "latency": 400, "downloadThroughput": 50_000, "uploadThroughput": 50_000}

A_CODE_A_MINUTE = 61_000

pytestmark = pytest.mark.browser


@pytest.fixture
def citizen(visitors):
    """Somebody on a phone who has begun."""
    one = visitors.visitor(360)
    one.draft = one.begin()
    return one


@pytest.fixture
def at_papers(citizen):
    """The same, at the page of the papers."""
    citizen.fill_all()
    return citizen


def first_field(page):
    return page.locator("main form input.input[name$='.name']").first


def test_what_is_typed_is_saved_by_itself_and_is_there_after_a_reload(citizen):
    page = citizen.page
    first_field(page).fill("Nguyễn Thị Tự Lưu")
    expect(page.locator(NOTE)).to_have_text(re.compile(r"Đã lưu lúc \d\d:\d\d"), timeout=15_000)
    page.reload()
    expect(first_field(page)).to_have_value("Nguyễn Thị Tự Lưu")


def test_a_draft_goes_on_on_another_machine_of_the_same_account(visitors, product):
    phone_number = f"09{uuid4().int % 10**8:08}"
    phone, desk = visitors.visitor(360), visitors.visitor(1366)
    phone.sign_in(phone_number, product)
    phone.begin()
    first_field(phone.page).fill("Lê Thị Hai Máy")
    expect(phone.page.locator(NOTE)).to_have_text(re.compile("Đã lưu lúc"), timeout=15_000)
    desk.page.wait_for_timeout(A_CODE_A_MINUTE)
    desk.sign_in(phone_number, product)
    desk.page.locator("main a[href*='/ban-nhap/']").first.click()
    desk.page.wait_for_url("**/ban-nhap/**")
    expect(first_field(desk.page)).to_have_value("Lê Thị Hai Máy")


def test_drafts_begun_as_a_guest_are_kept_at_sign_in(citizen, product):
    citizen.sign_in(f"09{uuid4().int % 10**8:08}", product)
    citizen.check()
    assert citizen.page.locator("main a[href*='/ban-nhap/']").count() == 1


def test_a_large_photo_shows_how_far_it_has_gone(at_papers):
    page = at_papers.page
    line = at_papers.context.new_cdp_session(page)
    line.send("Network.enable")
    line.send("Network.emulateNetworkConditions", SLOW)
    page.evaluate("""() => {
        window.seen = [];
        new MutationObserver(() => document.querySelectorAll(".files-row .hint").forEach((hint) => {
            const found = hint.textContent.match(/(\\d+) %/);
            if (found) window.seen.push(Number(found[1]));
        })).observe(document.body, {subtree: true, childList: true, characterData: true});
    }""")
    page.locator("[data-upload]").first.locator("input[multiple]").set_input_files([photo("red")])
    page.locator("[data-upload] .files >> text=anh-red.jpg").first.wait_for(timeout=60_000)
    seen = page.evaluate("window.seen")
    assert seen == sorted(seen)
    assert len(set(seen)) >= 2, seen


def test_over_a_slow_line_it_is_filed_all_the_same(at_papers):
    line = at_papers.context.new_cdp_session(at_papers.page)
    line.send("Network.enable")
    line.send("Network.emulateNetworkConditions", SLOW)
    at_papers.add_photos("red")
    code, secret = at_papers.file()
    assert code
    assert len(re.sub(r"\W", "", secret)) == 10


def test_back_and_forward_do_no_harm(at_papers):
    page, draft = at_papers.page, at_papers.draft
    at_papers.add_photos("red")
    page.go_back()
    page.go_forward()
    page.go_back()
    at_papers.go(f"{draft}giay-to/")
    assert page.locator(".files-row:has-text('anh-red.jpg')").count() == 1
    code, _ = at_papers.file()
    page.go_back()
    page.reload()
    assert code in page.inner_text("main")
    assert "/bien-nhan/" in page.url


def test_pressing_twice_files_once(at_papers):
    page = at_papers.page
    at_papers.add_photos("red")
    sent = []
    page.on("request", lambda request: sent.append(request.url) if request.url.endswith("/nop/") else None)
    at_papers.go_on()
    at_papers.steps_until("/kiem-tra/")
    page.locator("[name=declared]").check()
    page.locator("main form:has([name=declared]) button.button").first.dblclick()
    page.wait_for_url("**/bien-nhan/")
    code = page.inner_text("#dossier-code")
    at_papers.go("/ho-so/")
    assert page.inner_text("main").count(code.rsplit("-", 1)[0]) == 1
    assert len(sent) == 1


def test_a_program_is_no_paper_and_the_sentence_says_so(at_papers):
    page = at_papers.page
    bad = {"name": "don.pdf", "mimeType": "application/pdf", "buffer": b"MZ" + b"\x90" * 5000}
    page.locator("[data-upload]").first.locator("input[multiple]").set_input_files([bad])
    row = page.locator(".files-wrong").first
    row.wait_for()
    assert "don.pdf" in row.inner_text()
    at_papers.check()


def test_an_error_leads_to_its_field_and_keeps_what_was_typed(citizen):
    page = citizen.page
    first_field(page).fill("Nguyễn Thị Giữ Nguyên")
    page.locator("main form .buttons button").first.click()
    page.locator(".error-summary").wait_for()
    citizen.check()
    assert page.evaluate("document.activeElement.classList.contains('error-summary')")
    page.locator(".error-summary a").first.click()
    inside = "document.activeElement.closest('fieldset, .field') !== null"
    assert page.evaluate(inside)
    expect(first_field(page)).to_have_value("Nguyễn Thị Giữ Nguyên")


def offset_of(request):
    """Read where a piece of a file begins."""
    return int(re.search(rb'name="offset"\r\n\r\n(\d+)', request.post_data_buffer or b"")[1])


def test_a_photo_whose_line_breaks_goes_on_from_where_it_was(at_papers):
    page, offsets = at_papers.page, []

    def bad_line(route):
        offsets.append(offset_of(route.request))
        return route.abort("connectionreset") if len(offsets) in (2, 3) else route.continue_()

    page.route("**/tep/phan/", bad_line)
    page.locator("[data-upload]").first.locator("input[multiple]").set_input_files([photo("red")])
    page.locator(".files-row:has-text('Mất kết nối, sẽ tự gửi tiếp')").wait_for()
    page.locator("[data-upload] .files >> text=anh-red.jpg").first.wait_for()
    assert offsets[0] == 0
    assert offsets[1] == offsets[2] == offsets[3] > 0
    page.reload()
    assert page.locator(".files-row:has-text('anh-red.jpg')").count() == 1


def test_a_file_chosen_again_after_a_reload_goes_on_from_where_it_was(at_papers, tmp_path):
    page, offsets, one = at_papers.page, [], photo("blue")
    (tmp_path / one["name"]).write_bytes(one["buffer"])

    def line_that_ends(route):
        offsets.append(offset_of(route.request))
        return route.abort("connectionreset") if len(offsets) > 1 and not page.reloaded else route.continue_()

    page.reloaded = False
    page.route("**/tep/phan/", line_that_ends)
    chosen = page.locator("[data-upload]").first.locator("input[multiple]")
    chosen.set_input_files(tmp_path / one["name"])
    page.locator(".files-row:has-text('sẽ tự gửi tiếp')").wait_for()
    page.reload()
    page.reloaded, before = True, len(offsets)
    chosen.set_input_files(tmp_path / one["name"])
    page.locator("[data-upload] .files >> text=anh-blue.jpg").first.wait_for()
    assert offsets[0] == offsets[before] == 0
    assert offsets[1] == offsets[before + 1] > 0, "the server tells at once where to go on"
