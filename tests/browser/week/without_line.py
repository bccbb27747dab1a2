"""A day without a line: receipts written by hand out of the book, and entered when it is over."""

from dataclasses import dataclass
from datetime import date

from playwright.sync_api import Page

from tests.browser.visitors import Visitor
from tests.browser.week.one_stop import UNTIL, Person


@dataclass(frozen=True)
class Written:
    """A leaf that was written by hand: its number, for whom, at which hour."""

    leaf: int
    who: Person
    clock: str


def make_book(visitor: Visitor, size: int) -> str:
    """Make a receipt book; gives the address of its page."""
    page = visitor.go("/office/offline/")
    page.get_by_text("Lập sổ mới").click()
    page.fill("[name=size]", str(size))
    page.get_by_role("button", name="Lập sổ").click()
    visitor.go("/office/offline/")
    page.locator("main a[data-row]").first.click()
    page.wait_for_url("**/offline/books/**")
    return page.url


def log_outage(visitor: Visitor, day: date, began: str, ended: str, handwritten: int) -> None:
    """Write an outage down that is over."""
    page = visitor.go("/office/offline/")
    page.get_by_text("Ghi một sự cố").click()
    page.locator("[name=what][value=line]").check()
    _fill_moment(page, "began", day, began)
    page.locator("[name=over][value=yes]").check()
    _fill_moment(page, "ended", day, ended)
    page.fill("[name=handwritten]", str(handwritten))
    page.get_by_role("button", name="Ghi sự cố").click()
    page.wait_for_load_state()
    visitor.check()


def enter(visitor: Visitor, book: str, written: Written, day: date, procedure: str) -> str:
    """Enter a leaf with the hour that was written on it; gives the dossier's code, which is the leaf's."""
    page = visitor.go(book)
    row = page.locator("main a[data-row]").nth(written.leaf - 1)
    code = row.inner_text().strip()
    row.click()
    page.wait_for_url("**/offline/leaves/**")
    page.get_by_role("link", name="Nhập hồ sơ của tờ này").click()
    page.wait_for_url("**/office/counter/**")
    page.fill("[name='owner.name']", written.who.name)
    page.fill("[name='owner.address']", "Bản Huồi Phuôn")
    page.fill("#q", procedure)
    page.keyboard.press("Enter")
    page.wait_for_selector("[name^='originals-']", timeout=UNTIL)
    _fill_moment(page, "received_at", day, written.clock)
    for box in page.locator("[name^='originals-']").all():
        box.fill("1")
    page.locator("[name=reason]").first.check()
    page.locator("[data-receive]").click()
    page.wait_for_url("**/office/dossiers/**", timeout=UNTIL)
    visitor.check()
    assert code in page.inner_text("main")
    return code


def spoil(visitor: Visitor, book: str, leaf: int) -> None:
    """Say that a leaf was spoiled."""
    page = visitor.go(book)
    page.locator("main a[data-row]").nth(leaf - 1).click()
    page.wait_for_url("**/offline/leaves/**")
    page.get_by_text("Tờ này hỏng hoặc mất").click()
    page.locator("[name=kind][value=spoiled]").check()
    page.fill("[name=reason]", "Viết nhầm tên")
    page.get_by_role("button", name="Ghi tình trạng").click()
    page.wait_for_load_state()


def _fill_moment(page: Page, name: str, day: date, clock: str) -> None:
    for part, typed in (("day", day.day), ("month", day.month), ("year", day.year), ("time", clock)):
        page.fill(f"[name='{name}.{part}']", str(typed))
