"""What the officers of a one-stop do in a day, in the browser and mostly by keyboard."""

import re
from dataclasses import dataclass

from playwright.sync_api import Page, expect

from tests.browser.visitors import Visitor

FAMILIES = ("Vi", "Lô", "Moong", "Lầu", "Nguyễn", "Trần", "Hoàng", "Phan", "Cụt", "Xeo")
MIDDLES = ("Văn", "Thị", "Bá", "Y")
GIVEN = (
    "An",
    "Bình",
    "Chung",
    "Dần",
    "Hoa",
    "Khăm",
    "Lan",
    "Mai",
    "Nga",
    "Oanh",
    "Pó",
    "Quang",
    "Súa",
    "Tồng",
)
UNTIL = 45_000


@dataclass(frozen=True)
class Person:
    """Somebody who comes: what the card says, and a phone or none."""

    name: str
    number: str
    phone: str = ""

    @property
    def card(self) -> str:
        """What the scanner reads from the card."""
        return f"{self.number}||{self.name}|15031990|Nữ|Khối 3, Nghệ An|01012021"


def someone(number: int, *, phone: bool = True) -> Person:
    """Invent the person of this number; the same number is the same person."""
    name = f"{FAMILIES[number % 10]} {MIDDLES[number // 10 % 4]} {GIVEN[number % 14]} {number}"
    return Person(name, f"0401901{number:05d}", f"09{10_000_000 + number}" if phone else "")


def receive(page: Page, who: Person, procedure: str, *, by_post: bool = False, back: str = "counter") -> str:
    """Take a dossier in by keyboard, from the scanned card to the printed receipt; gives its code."""
    page.goto("/office/counter/")
    if by_post:
        page.locator("[name=channel][value=post]").check()
        page.locator("[name='owner.number']").focus()
    _focused(page, "owner.number").press_sequentially(who.card)
    page.keyboard.press("Enter")
    page.wait_for_selector("[name='owner.phone']:focus, [name=q]:focus", timeout=UNTIL)
    if page.locator(
        "[name='owner.phone']:focus"
    ).count():  # who was here before is known, and nothing is typed again
        page.keyboard.type(who.phone)
        page.keyboard.press("Enter")
    _focused(page, "q").press_sequentially(procedure)
    page.keyboard.press("Enter")
    page.wait_for_selector("[name^='originals-']:focus", timeout=UNTIL)
    for _ in range(page.locator("tr[data-paper]:has(input)").count()):
        page.keyboard.press("Space")  # after the last paper it goes on by itself
    _focused(page, "return_way")
    page.locator(f"[name=return_way][value={back}]").focus()
    page.keyboard.press("Space")
    page.keyboard.press("Enter")
    if not by_post:
        _focused(page, "reason")
        page.keyboard.press("2")
    _focused(page, "do")
    page.keyboard.press("Enter")
    page.wait_for_url("**/office/counter/receipts/**", timeout=UNTIL)
    return code_on(page)


def code_on(page: Page) -> str:
    """Read the code off the receipt that is shown."""
    return re.search(r"\b[A-Z]\d\d\S*-\d{6,8}-\d{4,7}\b", page.inner_text("main"))[0]  # type: ignore[index]


def hand_over_all(giver: Visitor, way: str) -> str:
    """Put everything that is ready on one list; gives its address, or nothing where there is nothing."""
    page = giver.go(f"/office/papers/?way={way}")
    boxes = page.locator("input[name=item]")
    if not boxes.count():
        return ""
    page.evaluate("document.querySelectorAll('input[name=item]').forEach((one) => { one.checked = true })")
    page.locator("main form button.button").first.click()
    page.wait_for_url("**/papers/lists/*/")
    return page.url


def sign_for(taker: Visitor, address: str) -> None:
    """Look the list through and sign for all of it."""
    page = taker.go(address)
    page.get_by_role("button", name="Ký nhận").click()
    page.wait_for_load_state()
    assert page.get_by_text("Chờ ký nhận").count() == 0


def together(visitor: Visitor, what: str, codes: list[str]) -> None:
    """Tick these dossiers on the desk, by keyboard, and do one act to all of them."""
    page = visitor.go("/office/?list=mine")
    for code in codes:
        page.locator(f"a[data-row]:text-is('{code}')").focus()
        page.keyboard.press("x")
    assert page.locator("[name=dossier]:checked").count() == len(codes)
    page.locator(f"button[name=do][value={what}]").click()
    expect(page.locator(".said")).to_contain_text(f"{len(codes)} hồ sơ đã xong")


def issue(visitor: Visitor, code: str) -> None:
    """Issue the result of a dossier that was approved."""
    visitor.open_dossier(code)
    visitor.act("results", file="green", number="12/UBND")


def close_day(visitor: Visitor) -> dict[str, int]:
    """Close the day, which is refused unless everything has its place; gives the count of the evening."""
    page = visitor.go("/office/evening/")
    assert page.locator("[name^='reason-']").count() == 0, page.inner_text("main")
    count = counted(page)
    page.get_by_role("button", name="Khóa ngày").click()
    page.wait_for_load_state()
    assert "Đã khóa ngày" in page.inner_text("main")
    return count


def counted(page: Page) -> dict[str, int]:
    """Read the figures of the evening's page by their names."""
    found = {}
    for one in page.locator("main dt").all():
        said = one.evaluate("one => one.nextElementSibling.innerText").strip()
        if said.isdigit():
            found[one.inner_text().strip()] = int(said)
    return found


def registered(visitor: Visitor, day: str) -> list[str]:
    """List the codes in the register of a day, page by page."""
    page = visitor.go(f"/office/register/?from={day}&to={day}")
    found: list[str] = []
    for _ in range(50):
        found += [one.strip() for one in page.locator("main [data-row]").all_inner_texts()]
        following = page.locator("main a[rel=next]")
        if not following.count():
            return found
        following.first.click()
        page.wait_for_load_state()
    raise AssertionError("the register does not end")


def _focused(page: Page, name: str):  # type: ignore[no-untyped-def]
    page.wait_for_selector(f"[name='{name}']:focus", timeout=UNTIL)
    return page.locator(f"[name='{name}']:focus").first
