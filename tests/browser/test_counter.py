"""A dossier at the counter by the keyboard alone, from the scanned card to the receipt, and how long it takes."""

import time

import pytest

pytestmark = pytest.mark.browser
CARD = "040190123456||LẦU Y MỶ|15031990|Nữ|Xóm 1, Thiên Nhẫn, Nghệ An|01012021"
FOCUSED = "document.activeElement.name"
A_KEY = 0.5
"""Seconds of an officer who looks for each key; a typist needs half."""
LIMIT = 90


class Keys:
    """An officer's hands: every key pressed is counted, what the scanner types is one scan."""

    def __init__(self, page):
        self.page, self.pressed, self.began = page, 0, time.monotonic()

    def press(self, *keys):
        for key in keys:
            self.page.keyboard.press(key)
            self.pressed += 1

    def type(self, words):
        self.page.keyboard.type(words)
        self.pressed += len(words)

    def scan(self, text):
        on(self.page, "owner.number")
        self.page.keyboard.type(text)
        self.page.keyboard.press("Enter")
        self.page.wait_for_selector("[name='owner.name']:not([value=''])")

    @property
    def seconds(self):
        """How long the machine needed, and somebody who presses so many keys."""
        return time.monotonic() - self.began + self.pressed * A_KEY


@pytest.fixture
def officer(visitors):
    one = visitors.officer("binh")
    one.context.add_init_script("window.printed = 0; window.print = () => { window.printed += 1; }")
    return one


def on(page, name):
    page.wait_for_selector(f"[name='{name}']:focus")


def printed(page):
    """Wait until the page has opened the print dialog, once."""
    for _ in range(100):
        if page.evaluate("window.printed"):
            break
        page.wait_for_timeout(100)
    assert page.evaluate("window.printed") == 1


def test_card_procedure_papers_reason_and_receipt_without_a_mouse_in_under_90_seconds(officer):
    page = officer.page
    page.keyboard.press("n")
    page.wait_for_url("**/office/counter/")
    officer.check()
    keys = Keys(page)
    keys.scan(CARD)
    on(page, "owner.phone")
    keys.type("0912345678")
    keys.press("Enter")
    on(page, "q")
    keys.type("dkks")
    page.wait_for_selector("#q-list:not([hidden]) [data-value='1.001193']")
    while not page.locator("#q-list [data-value='1.001193'][aria-selected=true]").count():
        keys.press("ArrowDown")
    keys.press("Enter")
    on(page, "originals-7")
    officer.check()
    keys.press("Space", "ArrowDown", "ArrowDown", "ArrowDown", "Enter")
    on(page, "return_way")
    keys.press("ArrowDown", "Enter")
    on(page, "reason")
    keys.press("2")
    on(page, "do")
    keys.press("Enter")
    page.wait_for_url("**/office/counter/receipts/**")
    printed(page)
    print(f"\ncounter: {keys.pressed} keystrokes and one scan, {keys.seconds:.0f} s at {A_KEY} s a key")  # noqa: T201
    officer.check()
    assert "Lầu Y Mỷ" in page.inner_text("main")
    assert "qua dịch vụ bưu chính" in page.inner_text("main")
    assert keys.pressed <= 40
    assert keys.seconds < LIMIT
    page.keyboard.press("Enter")  # the next person is one key away
    page.wait_for_url("**/office/counter/")
    on(page, "owner.number")


def test_a_known_person_needs_no_typing_but_the_procedure(officer):
    page = officer.page
    for _ in range(2):
        page.goto("/office/counter/")
        keys = Keys(page)
        keys.scan(CARD.replace("040190123456", "040190654321").replace("MỶ", "XÌA"))
        if page.evaluate(FOCUSED) == "owner.phone":
            keys.type("0987654321")
            keys.press("Enter")
        on(page, "q")
        keys.type("1.001193")
        keys.press("Enter")
        on(page, "originals-7")
        keys.press("Space", "Enter", "Enter", "1")
        on(page, "do")
        keys.press("Enter")
        page.wait_for_url("**/office/counter/receipts/**")
    assert keys.pressed <= 15


def test_what_is_missing_is_printed_and_nothing_typed_is_lost(officer, width):
    page = officer.page
    page.set_viewport_size({"width": width, "height": 740})
    officer.go("/office/counter/?procedure=1.001193")
    page.fill("[name='owner.name']", "Vi Văn Thái")
    page.locator("[data-receive]").click()
    page.wait_for_selector(".error-summary")
    officer.check()
    assert page.input_value("[name='owner.name']") == "Vi Văn Thái"
    page.fill("[name=note]", "Tờ khai chưa ký.")
    page.locator("button[value=guide]").click()
    printed(page)
    officer.check()
    assert "Tờ khai chưa ký." in page.inner_text("main")


def test_the_card_to_hand_over_fits_a_phone_and_a_desk(officer, width):
    officer.page.set_viewport_size({"width": width, "height": 740})
    officer.go("/office/counter/cards/1.001193/")
