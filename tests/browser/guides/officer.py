"""What the officer's guide tells, at a desk of 1366 pixels."""

from playwright.sync_api import Page

from tests.browser.guides.citizen import Kept
from tests.browser.guides.follower import Follower, Followers
from tests.browser.guides.people import MONDAY, written
from tests.browser.visitors import BIRTH

WHY = "Ảnh chụp bị mờ ở góc dưới, xin chụp lại cho rõ chữ."


def sign_in(staff: Followers) -> None:
    """Stand before the door."""
    one = staff.stranger()
    page = one.go("/office/sign-in/")
    page.fill("[name=name]", "hoa")
    one.picture("officer-sign-in", "#name", "#password", one.named("Đăng nhập"), beside=("h1",))


def desk(staff: Followers) -> None:
    """Look at the day: lists, search, keys, and an act for many."""
    one = staff.officer("hoa")
    page = one.go("/office/?list=new")
    one.picture("officer-desk", ".buckets", "[data-key-search]", "main table tbody", beside=(".strip",))
    page.keyboard.press("?")
    one.picture("officer-keys", "#keys-help")
    other = staff.officer("son")
    page = other.go("/office/?list=mine")
    for number in range(2):
        page.locator("input[name=dossier]").nth(number).check()
    other.picture("officer-together", "[name=dossier]:checked", ".ask .buttons", beside=("h1", "main table"))
    other.go(f"/office/register/?from={MONDAY}")
    other.picture("officer-register", ".filters", other.named("In sổ"), beside=("h1", "main table"))


def open_of(one: Follower, owner: str, bucket: str = "open") -> None:
    """Open somebody's dossier from a list of the desk."""
    one.go(f"/office/?list={bucket}")
    one.page.locator(f"tr:has-text('{owner}') a[data-row]").first.click()
    one.page.wait_for_url("**/office/dossiers/**")


def receive(staff: Followers, kept: Kept) -> None:
    """Look at a dossier that came online, and receive it."""
    one = staff.officer("hoa")
    page = one.open_dossier(kept.code)
    page.wait_for_timeout(2000)  # the viewer draws the paper
    one.picture(
        "officer-dossier", "#facts-title", "#papers-title", "#acts-title", beside=("h1", ".viewer-frame")
    )
    one.picture("officer-receive", one.named("Tiếp nhận", ".dossier-acts form"), beside=(".dossier-acts",))
    one.act("receptions")


def ask(staff: Followers, kept: Kept) -> None:
    """Ask for everything that is missing, once."""
    one = staff.officer("hoa")
    page = one.open_dossier(kept.code)
    one.press("Yêu cầu bổ sung")
    form = page.locator("form[action$='/supplements/']")
    form.locator("[name=component]").first.check()
    form.locator("textarea").first.fill(WHY)
    one.picture(
        "officer-ask", form.locator(".choice").first, form.locator("textarea").first, form.locator("button")
    )
    with page.expect_navigation():
        form.locator("button").click()


def handle(staff: Followers, kept: Kept) -> None:
    """Hand on, propose, approve, issue."""
    reception = staff.officer("hoa")
    page = reception.open_dossier(kept.code)
    form = page.locator("form[action$='/transfers/']")
    reception.picture(
        "officer-transfer", form.locator("select"), form.locator("button"), beside=(".dossier-acts h2",)
    )
    reception.act("transfers")
    specialist = staff.officer("son")
    page = specialist.open_dossier(kept.code)
    specialist.picture(
        "officer-propose", page.locator("form[action$='/proposals/'] button"), beside=(".dossier-acts",)
    )
    specialist.act("proposals")
    approver = staff.officer("minh")
    page = approver.open_dossier(kept.code)
    marks = (
        page.locator("form[action$='/approvals/'] button"),
        approver.named("Trả lại bước trước", ".dossier-acts"),
    )
    approver.picture("officer-approve", *marks, beside=(".dossier-acts",))
    approver.act("approvals")
    page = specialist.open_dossier(kept.code)
    form = page.locator("form[action$='/signing-requests/']")
    form.locator("[name=unsigned-number]").fill("125/GKS")
    marks = form.locator("[name=unsigned-number]"), form.locator("[type=file]"), form.locator("button")
    specialist.picture("officer-issue", *marks, beside=(".dossier-acts h2",))
    form.locator("[type=file]").set_input_files([written("giay khai sinh")])
    with page.expect_navigation():
        form.locator("button").click()
    page = approver.open_dossier(kept.code)
    form = page.locator("form[action$='/signatures/']")
    approver.picture(
        "officer-sign-result", form.locator("a"), form.locator("button"), beside=(".dossier-acts h2",)
    )
    with page.expect_navigation():
        form.locator("button").click()
    _until_issued(page)


def _until_issued(page: Page) -> None:
    """Look again until the worker has signed: the code of the result stands on the page."""
    for _ in range(90):
        if page.locator("main :text('KQ.')").count():
            return
        page.wait_for_timeout(1000)
        page.reload()
    raise AssertionError(page.inner_text("main"))


def ask_for_another_paper(staff: Followers, owner: str) -> None:
    """Ask the head for a paper outside the closed list."""
    one = staff.officer("son")
    open_of(one, owner)
    page = one.press("Cần giấy tờ ngoài danh mục")
    page.fill("[name=other-title]", "Văn bản thỏa thuận về họ của con")
    page.fill("[name=other-law]", "Khoản 2 Điều 26 Bộ luật Dân sự năm 2015")
    page.fill("[name=other-reason]", "Cha, mẹ chưa thống nhất họ của con.")
    form = page.locator("form[action$='/other-papers/']")
    marks = form.locator("[name=other-law]"), form.locator("[name=other-reason]"), form.locator("button")
    one.picture("officer-other-paper", *marks, beside=(form,))
    with page.expect_navigation():
        form.locator("button").click()


def second_factor(staff: Followers) -> None:
    """Add an app that makes codes; and what who lost it presses at the door."""
    one = staff.officer("hoa")
    one.go("/office/security/")
    marks = one.named("Thêm ứng dụng tạo mã"), one.named("Thêm khóa truy cập")
    one.picture("officer-security", *marks, beside=("h1", ".notice-warning"))
    one.press("Thêm ứng dụng tạo mã")
    one.picture("officer-app", ".qr-app", "[name=code]", one.named("Xác nhận và thêm"), beside=("h1",))


def help_to_file(staff: Followers) -> None:
    """File for somebody at the counter who has no phone to type on."""
    one = staff.officer("hoa")
    page = one.go("/office/assist/")
    page.fill("#q", "đăng ký khai sinh")
    one.press("Tìm thủ tục")
    found = f"main a[href$='/new/{BIRTH}/']"
    one.picture("officer-assist", "#q", found, beside=("h1",))
    page.locator(found).click()
    page.fill("#name", "Lầu Y Xìa")
    page.locator("input[name=place]").first.check()
    page.locator("input[name=way][value=voice]").check()
    marks = "#name", "fieldset:has([name=way])", one.named("Tiếp tục")
    one.picture("officer-assist-ask", *marks, beside=("h1",))


def answer_calls(staff: Followers) -> None:
    """Take over somebody who asked to be called back."""
    one = staff.officer("hoa")
    page = one.go("/office/requests/")
    one.picture("officer-requests", ".buckets", "main table tbody", beside=("h1",))
    page.locator("main tr:has-text('*') a[data-row]").first.click()
    one.picture("officer-request", one.named("Tôi giúp người này"), beside=("h1",))
    one.press("Tôi giúp người này")
    marks = one.named("Gọi không gặp"), "fieldset:has([name=outcome])", one.named("Kết thúc yêu cầu")
    one.picture("officer-helping", *marks, beside=("main dl", "h1"))


def contacts(staff: Followers) -> None:
    """Say that the one-stop's phone is still right."""
    one = staff.officer("minh")
    page = one.go("/office/contacts/")
    page.locator("[name$='.phone']").first.fill("0238 000 0001")
    page.locator("[name$='.email']").first.fill("motcua@thiennhan.example")
    for who in ("on_duty", "stand_in"):
        page.locator(f"[name$='.{who}']").first.select_option(index=1 if who == "on_duty" else 2)
    one.press("Ghi thông tin")
    marks = one.named("Thông tin này vẫn đúng"), one.named("In áp phích"), one.named("Sửa thông tin")
    one.picture("officer-contacts", *marks, beside=("main section h2",))
