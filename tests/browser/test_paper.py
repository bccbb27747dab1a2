"""What people print or photograph: one sheet, black on white, with code and secret on a line of their own."""

import io

import pikepdf
import pytest

from tests.browser.visitors import BIRTH

CODE = "#dossier-code"
LINES = "element => element.getBoundingClientRect().height / parseFloat(getComputedStyle(element).lineHeight)"

pytestmark = pytest.mark.browser


@pytest.fixture
def citizen(visitors, width):
    """Somebody at a phone or a desk."""
    return visitors.visitor(width)


def sheets(page):
    """Print a page as browsers do, without its backgrounds; gives the number of sheets."""
    with pikepdf.open(io.BytesIO(page.pdf(prefer_css_page_size=True, print_background=False))) as printed:
        return len(printed.pages)


def test_the_receipt_is_one_sheet_on_which_the_codes_can_be_read(citizen):
    citizen.begin()
    citizen.fill_all()
    citizen.add_photos("red", "blue")
    citizen.file()
    page = citizen.page
    assert page.locator(CODE).evaluate(LINES) < 1.5
    assert sheets(page) == 1
    page.emulate_media(media="print")
    assert page.locator(CODE).evaluate("element => getComputedStyle(element).color") == "rgb(27, 31, 36)"
    assert page.locator(".brand").is_visible()


def test_the_guide_is_one_sheet_with_its_address_in_words(citizen):
    page = citizen.go(f"/thu-tuc/{BIRTH}/huong-dan/")
    assert f"/thu-tuc/{BIRTH}/" in page.inner_text("main")
    assert sheets(page) == 1
