"""What the guide of the clerk at counter and scanner tells."""

from playwright.sync_api import expect

from motcua.papers.tests import scans
from tests.browser.guides.follower import Follower, Followers
from tests.browser.guides.people import DAY, paper
from tests.browser.visitors import BIRTH
from tests.browser.week.one_stop import Person, code_on
from tests.browser.week.province import moment

MAI, TONG = Person("Lầu Y Mai", "040190000101", "0911000011"), Person("Moong Bá Tồng", "040190000102")


def take_in(staff: Followers) -> tuple[str, str]:
    """Take two dossiers in at the counter: one with every picture, one of a man without a phone."""
    one = staff.officer("hoa")
    page = one.go("/office/counter/")
    _person(one, MAI)
    marks = "[name='owner.number']", "fieldset:has([name=channel])"
    one.picture("clerk-person", *marks, beside=("#person-title", "[name='owner.phone']"))
    _procedure(one)
    one.picture("clerk-papers", ".counted tbody", "main .notice-info", beside=("#papers-title",))
    _ending(one)
    marks = "fieldset:has([name=return_way])", "fieldset:has([name=reason])", "[data-receive]"
    one.picture("clerk-end", *marks, beside=("#end-title",))
    first = _received(one)
    marks = ".sheet-code", one.named("In trang này", "body"), one.named("Người tiếp theo", "body")
    one.picture("clerk-receipt", *marks, beside=(".sheet-title",))
    one.go("/office/counter/")
    _person(one, TONG)
    page.locator("#q").fill("ks")
    page.wait_for_selector(f"#q-list:not([hidden]) [data-value='{BIRTH}']")
    one.picture("clerk-procedure", "#q", f"#q-list [data-value='{BIRTH}']", beside=("#papers-title",))
    one.go(f"/office/counter/?procedure={BIRTH}")
    _person(one, TONG)
    _ending(one)
    return first, _received(one)


def _person(one: Follower, who: Person) -> None:
    page = one.page
    page.locator("[name='owner.number']").focus()
    page.keyboard.type(who.card)
    page.keyboard.press("Enter")
    page.wait_for_selector("[name='owner.name']:not([value=''])")
    page.locator("[name='owner.phone']").fill(who.phone)


def _procedure(one: Follower) -> None:
    page = one.page
    page.locator("#q").fill("ks")
    choice = f"#q-list [data-value='{BIRTH}']"
    page.wait_for_selector(f"#q-list:not([hidden]) [data-value='{BIRTH}']")
    page.locator(choice).click()
    page.wait_for_selector("[name=originals-7]")
    page.locator("[name=originals-7]").fill("1")


def _ending(one: Follower) -> None:
    page = one.page
    page.locator("[name=originals-7]").fill("1")
    page.locator("[name=return_way]").first.check()
    page.locator("[name=reason]").nth(1).check()


def _received(one: Follower) -> str:
    one.page.locator("[data-receive]").click()
    one.page.wait_for_url("**/office/counter/receipts/**")
    return code_on(one.page)


def send_home(staff: Followers) -> None:
    """Write down, once, all that is missing."""
    one = staff.officer("hoa")
    page = one.go(f"/office/counter/?procedure={BIRTH}")
    page.fill("[name='owner.name']", "Vi Văn Thái")
    one.press("Chưa đủ giấy tờ")
    page.fill("[name=note]", "Tờ khai chưa ký.")
    one.picture(
        "clerk-missing", "[name=note]", one.named("In phiếu hướng dẫn bổ sung"), beside=("#end-title",)
    )


def reprint(staff: Followers, code: str) -> None:
    """Print a secret again for somebody who came with the card."""
    one = staff.officer("hoa")
    page = one.open_dossier(code)
    one.press("In lại mã bí mật")
    page.fill("[name=number]", MAI.number)
    one.picture("clerk-reprint", "[name=number]", one.named("Xem phiếu để in"), beside=("h1",))


def scan(staff: Followers, code: str) -> None:
    """Print separators, send a stack, and bind by hand what had none."""
    one = staff.officer("hoa")
    page = one.open_dossier(code)
    one.press("Số hóa giấy tờ")
    marks = one.named("In tờ phân tách"), one.named("Gửi tập đã quét"), "fieldset:has([name=component])"
    one.picture("clerk-digitise", *marks, beside=("h1",))
    one.go("/office/scans/")
    stack = scans.pdf_of(scans.page(seed=1), scans.page(seed=2))
    page.set_input_files(
        "#files", {"name": "tap-sang-thu-ba.pdf", "mimeType": "application/pdf", "buffer": stack}
    )
    one.press("Gửi tập quét")
    for _ in range(60):
        one.go("/office/scans/")
        if page.locator("main a[data-row]").count():
            break
        page.wait_for_timeout(500)
    one.picture(
        "clerk-scans", "#files", one.named("Gửi tập quét"), "main a[data-row]", beside=("h1", "main table")
    )
    page.locator("main a[data-row]").first.click()
    page.fill("#code", code)
    one.press("Tìm hồ sơ")
    page.locator("[name=component]").first.check()
    marks = "#code", "fieldset:has([name=component])", one.named("Gắn vào hồ sơ này")
    one.picture("clerk-bind", *marks, beside=("h1",))
    one.press("Gắn vào hồ sơ này")


def hand_over(staff: Followers, code: str) -> None:
    """Hand one dossier over by list; the other side signs."""
    giver = staff.officer("hoa")
    page = giver.go("/office/papers/?way=out")
    page.locator(f"tr:has-text('{code}') [name=item]").check()
    marks = "[name=scanned]", "[name=item]:checked", giver.named("Lập bảng kê và giao")
    giver.picture("clerk-hand-over", *marks, beside=("h1", ".buckets"))
    giver.press("Lập bảng kê và giao")
    page.wait_for_url("**/papers/lists/*/")
    giver.picture("clerk-list", giver.named("In bảng kê"), "main table .chip", beside=("h1",))
    taker = staff.officer("son")
    taker.go(page.url)
    taker.picture("officer-sign", "main table fieldset", taker.named("Ký nhận"), beside=("h1",))
    taker.press("Ký nhận")


def finish(staff: Followers, code: str) -> None:
    """Bring the dossier of the man without a phone to its result, so that a slip is due."""
    for name, noun, typed in (
        ("son", "proposals", {}),
        ("minh", "approvals", {}),
        ("son", "results", {"number": "126/GKS"}),
    ):
        one = staff.officer(name)
        page = one.open_dossier(code)
        if noun == "results":
            page.locator("form[action$='/results/'] [type=file]").set_input_files([paper("ket qua")])
        one.act(noun, **typed)


def uncollected(staff: Followers) -> None:
    """See which results nobody has taken."""
    staff.officer("hoa").go("/office/uncollected/")
    staff.officer("hoa").picture("clerk-uncollected", "main table tbody", beside=("h1", "main table"))


def slips(staff: Followers) -> None:
    """Print the slips of a hamlet and note who carried them."""
    one = staff.officer("hoa")
    page = one.page
    for _ in range(60):
        one.go("/office/slips/")
        if page.locator("[name=slip]").count():
            break
        page.wait_for_timeout(500)
    page.locator("[name=slip]").first.check()
    page.locator("[name=carrier]").first.check()
    page.fill("[name=carrier_name]", "Vi Văn Nam")
    marks = (
        one.named("In tất cả phiếu và danh sách"),
        "[name=slip]:checked",
        "main table a[href$='/hamlets/']",
    )
    one.picture("clerk-slips", *marks, one.named("Ghi đã trao"), beside=("h1",))


def evening(staff: Followers) -> None:
    """Close the day: what stays has its reason."""
    one = staff.officer("hoa")
    page = one.go("/office/evening/")
    for field in page.locator("[name^='reason-']").all():
        field.fill("Chờ chuyên viên về nhận sáng mai.")
    one.picture("clerk-evening", "main dl >> nth=0", "main table", one.named("Khóa ngày"), beside=("h1",))
    one.press("Khóa ngày")
    expect(page.locator(".notice-done").first).to_be_visible()


def without_line(staff: Followers) -> None:
    """Prepare a book, go on while the line is away, write the outage down, enter a leaf."""
    one = staff.officer("hoa")
    page = one.go("/office/offline/")
    one.press("Lập sổ mới")
    one.picture("line-new-book", "[name=size]", one.named("Lập sổ", "main form"), beside=("h1",))
    page.locator("form:has([name=size]) button").click()
    one.go("/office/offline/")
    page.locator("main a[data-row]").first.click()
    page.wait_for_url("**/offline/books/**")
    one.picture("line-book", one.named("In các tờ chưa dùng"), "main a[data-row]", beside=("h1",))
    book = page.url
    _wait_for_the_line(one)
    one.go("/office/offline/")
    one.press("Ghi một sự cố")
    page.locator("[name=what]").first.check()
    marks = "fieldset:has([name=what])", "fieldset:has([name^='began'])", one.named("Ghi sự cố")
    one.picture("line-outage", *marks)
    one.go(book)
    page.locator("main a[data-row]").first.click()
    page.wait_for_url("**/offline/leaves/**")
    marks = one.named("Nhập hồ sơ của tờ này"), one.named("Tờ này hỏng hoặc mất")
    one.picture("line-leaf", *marks, beside=("h1",))


def _wait_for_the_line(one: Follower) -> None:
    one.page.clock.install(
        time=moment(DAY, "7:45")
    )  # the machine's own clock, which the page of the counter reads
    page = one.go(f"/office/counter/?procedure={BIRTH}")
    page.fill("[name='owner.name']", "Cụt Thị Hoa")
    page.fill("[name='owner.address']", "Xóm 3")
    _ending(one)
    one.context.set_offline(True)
    page.locator("[data-outbox-send]").click()
    expect(page.locator("[data-outbox-list] li")).to_have_count(1)
    one.picture("line-waiting", "[data-outbox-list]", beside=("#person-title",))
    one.context.set_offline(False)
    expect(page.locator("[data-outbox-list] li[data-state=sent]")).to_have_count(1)
