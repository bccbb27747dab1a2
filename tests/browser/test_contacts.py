"""The directory in a browser: narrow and wide, the poster on paper, and the widget on a page of another origin."""

import io
from collections.abc import Iterator
from functools import partial
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from threading import Thread

import pikepdf
import pytest

PLACE, CENTRE = "MC-25-17989", "TTPVHCC"
HEAVIEST = 15_000
POINTS = {"a4": (595, 842), "a3": (842, 1191)}

pytestmark = pytest.mark.browser


class Quiet(SimpleHTTPRequestHandler):
    """Another site's server, without a word on the terminal."""

    def log_message(self, *_args: object) -> None:
        """Say nothing."""


@pytest.fixture
def elsewhere(product, tmp_path) -> Iterator[str]:
    """A page of an agency on an origin of its own, which frames the widget and, in vain, another page."""
    frames = "".join(
        f'<iframe name="{name}" src="{product.url}{path}" width="320" height="260"></iframe>'
        for name, path in (("widget", f"/w/{PLACE}"), ("other", f"/contacts/{PLACE}/"))
    )
    (tmp_path / "index.html").write_text(f"<!doctype html><html lang=vi><title>Xã</title>{frames}")
    server = ThreadingHTTPServer(("127.0.0.1", 0), partial(Quiet, directory=str(tmp_path)))
    Thread(target=server.serve_forever, daemon=True).start()
    yield f"http://localhost:{server.server_port}/"
    server.shutdown()
    server.server_close()


@pytest.mark.parametrize("narrow", [320, 360, 1366])
@pytest.mark.parametrize(
    "path", ["/contacts/?q=thien+nhan", f"/contacts/{PLACE}/", f"/contacts/{CENTRE}/", "/khong-co/"]
)
def test_directory_places_and_error_pages_are_read_at_every_width(visitors, narrow, path):
    page = visitors.visitor(narrow).go(path)
    assert page.locator("main a[href^='tel:'], main .unknown").first.is_visible()


@pytest.mark.parametrize("size", ["a4", "a3"])
@pytest.mark.parametrize("path", [PLACE, CENTRE])
@pytest.mark.parametrize("language", ["", "/en"])
def test_a_poster_is_one_sheet_of_its_size(visitors, size, path, language):
    page = visitors.visitor().go(f"{language}/contacts/{path}/poster/?size={size}")
    with pikepdf.open(io.BytesIO(page.pdf(prefer_css_page_size=True, print_background=False))) as printed:
        assert len(printed.pages) == 1
        assert tuple(round(float(one)) for one in printed.pages[0].mediabox[2:]) == POINTS[size]


def test_the_widget_stands_in_a_page_of_another_origin_and_no_other_page_does(chromium, elsewhere):
    page, refused = chromium.new_page(), []
    page.on("console", lambda message: refused.append(message.text))
    page.goto(elsewhere, wait_until="networkidle")
    widget = page.frame("widget")
    assert widget is not None
    widget.wait_for_selector("a.go")
    assert widget.evaluate("document.documentElement.scrollWidth - innerWidth") <= 0
    assert widget.locator("script").count() == 0
    assert widget.locator("a.go").get_attribute("target") == "_top"
    assert len([text for text in refused if "frame-ancestors 'none'" in text]) == 1
    page.close()


def test_the_widget_is_light(visitors):
    """Everything it needs, as it would be without compression: an agency's page carries it for people on 2G."""
    page, answers = visitors.visitor(320).page, []
    page.on("response", lambda answer: answers.append(answer))
    page.goto(f"/w/{PLACE}", wait_until="networkidle")
    kinds = {one.request.resource_type for one in answers}
    assert kinds <= {"document", "stylesheet", "other"}  # the browser asks for an icon of its own
    assert sum(len(one.body()) for one in answers if one.request.resource_type != "other") < HEAVIEST
    assert page.evaluate("document.documentElement.scrollWidth - innerWidth") <= 0
