"""What the citizen's guide tells, on a phone."""

import re
from dataclasses import dataclass

from tests.browser.guides.follower import Follower, Followers
from tests.browser.guides.people import CHANGED_PHONE, HELPER, HELPER_PHONE, OWNER, OWNER_PHONE, PLACE, paper
from tests.browser.visitors import BIRTH, code_sent

GO_ON = "main form .buttons button[type=submit]"


@dataclass(frozen=True)
class Kept:
    """What a citizen writes down: code and secret."""

    code: str
    secret: str


def find(guests: Followers) -> None:
    """Look for a procedure and read what it asks."""
    one = guests.citizen()
    page = one.go("/")
    page.locator("#search").press_sequentially("khai sinh cho con")
    page.wait_for_selector("#search-list li")
    one.picture("citizen-search", "#search", "#search-list li", beside=("#search-list", "h1"))
    one.go(f"/thu-tuc/{BIRTH}/")
    one.picture("citizen-procedure", ".answers", one.named("Nộp trực tuyến"), beside=("h1",))
    one.picture("citizen-ask-place", one.named("In hướng dẫn một trang"), beside=("#help-title",))


def file(guests: Followers) -> tuple[Follower, Kept]:
    """File, from the first page to the receipt."""
    one = guests.citizen()
    page = one.go(f"/nop/{BIRTH}/")
    page.locator("#agency").select_option(label=PLACE)
    one.picture("citizen-begin", "#agency", "fieldset:has([name=for])", one.named("Bắt đầu"), beside=("h1",))
    one.press("Bắt đầu")
    page.wait_for_url("**/ban-nhap/**")
    one.fill()
    page.wait_for_timeout(1500)  # what was typed is saved a moment later
    one.picture("citizen-step", "[data-autosave] p", beside=(".steps", "h1"))
    one.fill_all()
    add_paper(one)
    one.picture(
        "citizen-photos",
        ".file-choose >> nth=0",
        ".file-choose >> nth=1",
        ".files-row",
        beside=("[data-upload]",),
    )
    one.go_on()
    one.steps_until("/kiem-tra/")
    page.locator("[name=declared]").check()
    send = "main form:has([name=declared]) button.button"
    one.picture("citizen-check", "main h2 small a >> nth=0", beside=("h1", "main dl .summary-row >> nth=1"))
    one.picture("citizen-send", ".choice:has([name=declared])", send)
    page.locator(send).first.click()
    page.wait_for_url("**/bien-nhan/")
    kept = Kept(page.inner_text("#dossier-code"), page.inner_text("#dossier-secret"))
    one.picture("citizen-receipt", "#dossier-code", "#dossier-secret", "main .buttons", beside=("h1",))
    return one, kept


def add_paper(one: Follower) -> None:
    """Add the photo of a paper where the first one is asked for."""
    box = one.page.locator("[data-upload]").first
    box.locator("input[multiple]").set_input_files([paper()])
    box.locator(".files-row").first.wait_for()
    one.page.wait_for_timeout(500)


def resume(guests: Followers) -> None:
    """Leave a draft, ask an officer about it, and find it again."""
    one = guests.citizen()
    draft = one.begin(PLACE)
    one.fill()
    one.go_on()
    page = one.page
    page.locator(".foot-help").click()
    page.wait_for_url("**/hoi/**")
    page.fill("[name=text]", "Cháu sinh ở bệnh viện huyện khác thì nộp ở xã nào?")
    page.locator("[name=shows]").check()
    one.picture("citizen-ask", "#text", ".choice:has([name=shows])", one.named("Gửi câu hỏi"), beside=("h1",))
    one.press("Gửi câu hỏi")
    one.go("/ho-so/")
    assert draft.rstrip("/").rsplit("/", 1)[1] in page.content()
    one.picture("citizen-draft", "main .results a", beside=(one.named("Đang làm dở"), "main .results form"))


def call_back(guests: Followers) -> None:
    """Find the place's phone and ask to be called back."""
    one = guests.citizen()
    page = one.go("/ho-tro/?noi=thien+nhan")
    one.picture("citizen-help", "#noi", one.named("Nhờ cán bộ gọi lại"), beside=("h1",))
    one.press("Nhờ cán bộ gọi lại")
    page.fill("[name=name]", "Lầu Bá Chung")
    page.fill("[name=phone]", "0966 000 001")
    page.locator("[name=language]").nth(1).check()
    page.fill("[name=about]", "Làm lại giấy khai sinh cho con.")
    one.picture(
        "citizen-call-back", "#phone", "fieldset:has([name=language])", one.named("Gửi yêu cầu gọi lại")
    )
    one.press("Gửi yêu cầu gọi lại")
    page.wait_for_url(re.compile("/goi-lai/[0-9a-f-]{36}/"))


def follow(one: Follower, kept: Kept) -> None:
    """Look the dossier up by its codes, on another phone, and ask why that date."""
    page = one.go("/tra-cuu/")
    page.fill("[name=code]", kept.code)
    page.fill("[name=secret]", kept.secret)
    one.picture("citizen-lookup", "#code", "#secret", one.named("Xem hồ sơ"), beside=("h1",))
    one.press("Xem hồ sơ")
    page.wait_for_url(f"**/h/{kept.code}/")
    one.press("Vì sao là ngày này?")
    rows = page.locator(".answers .summary-row")
    one.picture("citizen-track", rows.nth(0), rows.nth(1), beside=("main .chip",))


def answer(one: Follower, kept: Kept) -> None:
    """Answer a request for papers."""
    page = one.go(f"/h/{kept.code}/")
    one.picture(
        "citizen-asked",
        ".notice-warning ul",
        one.named("Bổ sung giấy tờ", "main .notice-warning"),
        beside=(".notice-warning",),
    )
    page.locator(".notice-warning a.button").click()
    page.wait_for_url("**/bo-sung/")
    add_paper(one)
    one.picture("citizen-answer", ".files-row", one.named("Gửi giấy tờ bổ sung"), beside=("h1",))
    one.press("Gửi giấy tờ bổ sung")
    page.wait_for_url(f"**/h/{kept.code}/")


def collect(one: Follower, kept: Kept) -> None:
    """Get the result."""
    one.go(f"/h/{kept.code}/")
    one.picture("citizen-result", one.named("Tải kết quả"), beside=(".notice-done", "h1"))


def withdraw(guests: Followers) -> None:
    """Sign in by a code that is sent, and ask to withdraw a dossier."""
    one = guests.citizen()
    page = one.go("/dang-nhap/")
    page.fill("[name=contact]", CHANGED_PHONE)
    one.picture("citizen-sign-in", "[name=contact]", one.named("Gửi mã"), beside=("h1",))
    one.sign_in(CHANGED_PHONE, guests.found.product)
    page.locator("main .results a").first.click()
    one.press("Rút hồ sơ")
    page.fill("[name=reason]", "Gia đình chuyển nơi ở, xin nộp ở xã mới.")
    one.picture("citizen-withdraw", "#reason", one.named("Đề nghị rút hồ sơ"), beside=("h1",))


def help_to_file(guests: Followers) -> None:
    """File for a neighbour by a code on her phone; she ends it later."""
    product = guests.found.product
    one = guests.citizen()
    one.sign_in(HELPER_PHONE, product)
    page = one.go(f"/nop/{BIRTH}/")
    page.locator("#agency").select_option(label=PLACE)
    page.locator("[name=for][value=other]").check()
    one.go_on()
    page.locator("[name=kind][value=hamlet_head]").check()
    page.fill("[name=helper_name]", HELPER)
    page.locator("[name=place][value=hamlet]").check()
    page.fill("[name=name]", OWNER)
    page.fill("[name=phone]", OWNER_PHONE)
    page.locator("[name=way][value=code]").check()
    page.locator("[name=scope][value=one]").check()
    one.picture(
        "citizen-helper",
        "#name",
        "#phone",
        "fieldset:has([name=way])",
        beside=("fieldset:has([name=scope])",),
    )
    one.go_on()
    page.fill("[name=code]", code_sent(product, OWNER_PHONE))
    one.picture("citizen-consent", "[name=code]", one.named("Xác nhận"), beside=("h1",))
    one.press("Xác nhận")
    page.wait_for_url("**/ban-nhap/**")
    owner = guests.citizen()
    owner.sign_in(OWNER_PHONE, product)
    owner.go("/ho-so/nop-giup/")
    owner.picture("citizen-end-help", owner.named("Thu hồi"), beside=("h1", "main .results"))
