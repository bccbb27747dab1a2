"""The parts in a real browser: readable by machines, useful by keyboard, and careful with what was typed.

No server and no database: the browser's requests are answered here, with the pages' own policy.
"""

import time
from collections.abc import Iterator
from typing import Any
from urllib.parse import parse_qs, quote, urlsplit

import pytest
from axe_playwright_python.sync_playwright import Axe
from django.template import engines
from django.test import RequestFactory
from playwright.sync_api import Browser, Page, Route, expect

from motcua.web.shared import parts_page, security
from motcua.web.shared.assets import BUILT

HOST = "http://motcua.test"
POLICY = "; ".join(
    f"{name} {' '.join(sources)}" for name, sources in security.CONTENT_SECURITY_POLICY["DIRECTIVES"].items()
)
SAVE, UPLOAD, SEND = "save", "upload", "send"
PIECES = "/pieces/"

pytestmark = pytest.mark.browser


class Visit:
    """A page, what it posted, and what went wrong on it."""

    def __init__(self, page: Page) -> None:
        self.page, self.posts, self.errors = page, [], []
        self.offline = False
        page.on("pageerror", lambda error: self.errors.append(str(error)))
        page.on("console", self._heard)
        page.route("**/*", self._answer)

    def open(self, sample: str, lang: str = "vi") -> Page:
        self.page.goto(f"{HOST}/_parts/{sample}?lang={lang}")
        return self.page

    def wait_for_posts(self, count: int) -> None:
        """Wait until so many were sent, by the real clock: the page's own may be held."""
        until = time.monotonic() + 30
        while len(self.posts) < count:
            assert time.monotonic() < until, f"{len(self.posts)} of {count} were sent"
            self.page.wait_for_timeout(20)

    def _heard(self, message: Any) -> None:
        if "Content Security Policy" in message.text:
            self.errors.append(message.text)

    def _answer(self, route: Route) -> None:
        path = urlsplit(route.request.url).path
        if route.request.method == "POST":
            self._posted(route)
        elif path.startswith("/static/"):
            name = path.rsplit("/", 1)[-1].split(".")  # perhaps with a hash in the middle
            route.fulfill(path=BUILT / f"{name[0]}.{name[-1]}")
        elif path.endswith("/suggest"):
            hits = [
                {"name": name, "href": "/_parts/procedure"}
                for name in ("Đăng ký khai sinh", "Đăng ký kết hôn")
            ]
            route.fulfill(
                content_type="text/html", body=str(engines["jinja2"].env.globals["ui"].suggestions(hits))
            )
        else:
            route.fulfill(
                content_type="text/html", headers={"Content-Security-Policy": POLICY}, body=_rendered(route)
            )

    def _posted(self, route: Route) -> None:
        headers, body = (
            route.request.headers,
            (route.request.post_data_buffer or b"").decode(errors="replace"),
        )
        kind = SAVE if "x-autosave" in headers else UPLOAD if route.request.url.endswith(PIECES) else SEND
        self.posts.append((kind, body))
        if self.offline:
            return route.abort()
        if kind != SEND:
            time.sleep(0.3)  # long enough for a person to press the next button
        answers = {
            SAVE: ("application/json", '{"saved": "14:40", "fields": {"revision": "9"}}'),
            UPLOAD: ("text/html", '<ul class="files"><li>stored</li></ul>'),
            SEND: ("text/html", "<p>sent</p>"),
        }
        content_type, text = answers[kind]
        return route.fulfill(content_type=content_type, body=text)


def _rendered(route: Route) -> bytes:
    address = urlsplit(route.request.url)
    name = address.path.removeprefix("/_parts/")
    request = RequestFactory().get(
        "/_parts/", {key: values[0] for key, values in parse_qs(address.query).items()}
    )
    answer = parts_page.sample(request, name) if name in parts_page.SAMPLES else parts_page.parts(request)
    return answer.content


@pytest.fixture
def visit(chromium: Browser) -> Iterator[Visit]:
    context = chromium.new_context(viewport={"width": 1366, "height": 768})
    visit = Visit(context.new_page())
    yield visit
    context.close()
    assert visit.errors == []


@pytest.fixture
def filing(visit: Visit) -> Visit:
    page = visit.open("filing")
    page.evaluate(
        """() => {
            const form = document.querySelector("form[data-autosave]");
            form.insertAdjacentHTML("afterbegin", "<input type=hidden name=revision value=8>");
            form.action = "/sent";
            form.querySelectorAll("[data-upload]").forEach((box) => { box.dataset.pieces = "/pieces/"; });
        }"""
    )
    return visit


PICTURE = {"name": "a.jpg", "mimeType": "image/jpeg", "buffer": b"x" * 500}
NAME = "[id='child.name']"
NOTE = "[data-autosave-note]"
GO_ON = "text=Tiếp tục"


SEEN = [(sample, width, "vi") for sample in ("", *parts_page.SAMPLES) for width in (360, 1366)]


@pytest.mark.parametrize(("sample", "width", "lang"), [*SEEN, ("", 360, "en")])
def test_no_violation_and_no_sideways_scrolling(chromium, sample, width, lang):
    context = chromium.new_context(viewport={"width": width, "height": 768}, bypass_csp=True)
    page = Visit(context.new_page()).open(sample, lang)
    found = Axe().run(page)
    wide = page.evaluate("document.documentElement.scrollWidth")
    context.close()
    assert found.violations_count == 0, found.generate_report()
    assert wide <= width


def test_search_suggests_and_the_keyboard_chooses(visit):
    page = visit.open("home")
    page.fill("#search", "khai sinh")
    page.wait_for_selector("#search-list li")
    page.keyboard.press("ArrowDown")
    assert page.get_attribute("#search", "aria-activedescendant") == "search-1"
    page.keyboard.press("Escape")
    assert page.get_attribute("#search", "aria-expanded") == "false"
    page.keyboard.press("ArrowDown")
    page.keyboard.press("Enter")
    page.wait_for_url("**/procedure")


def test_officer_walks_the_list_without_the_mouse(visit):
    page = visit.open("desk")
    page.keyboard.press("j")
    page.keyboard.press("j")
    assert page.evaluate("document.activeElement.textContent").endswith("0005")
    page.keyboard.press("/")
    assert page.evaluate("document.activeElement.id") == "quick-search"
    page.keyboard.type("jk")
    assert page.input_value("#quick-search") == "jk"
    page.evaluate("document.activeElement.blur()")
    page.keyboard.press("?")
    page.check("#keys-off")
    page.keyboard.press("Escape")
    page.keyboard.press("j")
    assert page.evaluate("document.activeElement.hasAttribute('data-row')") is False


@pytest.mark.parametrize("code", ["H41.89.7-260901-0004", "https://dvc.test/v/0192/H41.89.7-260901-0004?k=j"])
def test_a_scanned_code_leads_to_the_dossier(visit, code):
    page = visit.open("desk")
    page.evaluate(
        """(code) => [...code, "Enter"].forEach((key) => {
            document.body.dispatchEvent(new KeyboardEvent("keydown", { key, bubbles: true }));
        })""",
        code,
    )
    page.wait_for_url(f"**/find/?q={quote(code, safe='')}")


def test_typing_is_saved_and_kept_through_a_lost_connection(filing):
    page = filing.page
    filing.offline = True
    page.fill(NAME, "Nguyễn")
    expect(page.locator(NOTE)).to_contain_text("mất kết nối")
    filing.offline = False
    page.fill(NAME, "Nguyễn Văn Bình")
    page.evaluate("dispatchEvent(new Event('online'))")
    expect(page.locator(NOTE)).to_contain_text("14:40")
    assert "Nguyễn Văn Bình" in filing.posts[-1][1]
    assert page.input_value("[name=revision]") == "9"


def test_a_form_sent_while_it_is_saved_carries_the_new_revision(filing):
    page = filing.page
    page.fill(NAME, "An")
    with page.expect_request("**/_parts/"):
        pass
    page.click(GO_ON)
    page.wait_for_selector("text=sent")
    assert [kind for kind, _ in filing.posts] == [SAVE, SEND]
    assert 'name="revision"\r\n\r\n9' in filing.posts[-1][1]


def test_a_form_sent_while_files_go_up_waits_for_them(filing):
    page = filing.page
    page.set_input_files("input[multiple] >> nth=0", [PICTURE, PICTURE | {"name": "b.jpg"}])
    page.click(GO_ON)
    page.wait_for_selector("text=sent")
    assert [kind for kind, _ in filing.posts] == [UPLOAD, UPLOAD, SEND]


def test_a_file_goes_on_by_itself_once_the_line_is_back(filing):
    page = filing.page
    filing.offline = True
    page.set_input_files("input[multiple] >> nth=0", [PICTURE])
    page.wait_for_selector("text=Mất kết nối, sẽ tự gửi tiếp")
    filing.offline = False
    page.evaluate("dispatchEvent(new Event('online'))")
    page.wait_for_selector("text=stored")
    assert [kind for kind, _ in filing.posts] == [UPLOAD, UPLOAD]


def test_a_file_that_could_not_go_up_for_long_says_so_and_can_be_sent_again(filing):
    page = filing.page
    page.clock.install()
    filing.offline = True
    page.set_input_files("input[multiple] >> nth=0", [PICTURE])
    for tries in range(1, 8):
        filing.wait_for_posts(tries)
        page.clock.run_for(40_000)
    page.wait_for_selector("text=Chưa gửi được")
    filing.offline = False
    page.click("text=Gửi lại")
    page.wait_for_selector("text=stored")


def test_error_summary_leads_into_the_field(filing):
    filing.page.click(".error-summary a >> nth=1")
    assert filing.page.evaluate("document.activeElement.id") == "child.born.day"


def test_a_form_is_sent_once_however_often_it_is_pressed(filing):
    page = filing.page
    page.dblclick(GO_ON)
    page.wait_for_selector("text=sent")
    assert [kind for kind, _ in filing.posts] == [SEND]


def test_without_script_everything_is_there(chromium):
    context = chromium.new_context(java_script_enabled=False, viewport={"width": 360, "height": 740})
    visit = Visit(context.new_page())
    page = visit.open("filing")
    assert page.is_visible("input[type=file][multiple]")
    assert page.is_visible("text=Tải lên")
    assert not page.is_visible("text=In trang này")
    page.click(GO_ON)
    page.wait_for_selector("text=sent")
    context.close()
