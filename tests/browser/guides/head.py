"""What the guide of heads and overseers tells."""

from motcua.accounts.tests.factories import PASSWORD
from tests.browser.guides.follower import Followers
from tests.browser.guides.officer import open_of


def morning(staff: Followers) -> None:
    """See whether the one-stop can serve, what is late, and give a dossier to somebody."""
    one = staff.officer("minh")
    page = one.go("/office/readiness/")
    one.picture("head-readiness", "main .chip", "main table a", beside=("h1", "main table"))
    one.go("/office/?list=late")
    one.picture("head-late", ".buckets", "main table tbody", beside=("h1",))
    open_of(one, "Moong Thị Nga")
    one.press("Phân công người xử lý")
    form = page.locator("form[action$='/assignments/']")
    one.picture("head-assign", form.locator("select"), form.locator("button"), beside=("#acts-title",))
    page = one.go("/office/support/")
    page.fill("[name=text]", "Máy quét ở quầy 2 không nhận từ 7 giờ 15.")
    one.picture("head-support", "[name=text]", one.named("Gửi yêu cầu"), beside=("main .narrow h2",))


def decide(staff: Followers, owner: str) -> None:
    """Decide on a paper outside the closed list."""
    one = staff.officer("minh")
    open_of(one, owner)
    marks = one.named("Duyệt và gửi yêu cầu"), one.named("Không yêu cầu giấy tờ này")
    one.picture("head-other-paper", *marks, beside=(".dossier-acts",))


def accounts(staff: Followers) -> None:
    """Add somebody, and end what somebody does."""
    one = staff.officer("minh")
    page = one.go("/office/staff/")
    one.press("Thêm cán bộ")
    page.fill("[name=name]", "Hoàng Văn Pó")
    page.fill("[name=username]", "thiennhan.po")
    marks = "main table tbody", "[name=username]", page.locator("form:has([name=username]) button")
    one.picture("head-staff", *marks, beside=("h1",))
    page.locator("main a[data-row]:has-text('Trần Văn Sơn')").click()
    marks = one.named("Ghi ngày cuối"), one.named("Giao thêm nhiệm vụ"), one.named("Đặt lại mật khẩu")
    one.picture("head-officer", *marks, beside=("h1",))


def recover(staff: Followers) -> None:
    """An officer lost the phone with the codes: the head is the first of two who confirm."""
    lost = staff.stranger()
    page = lost.go("/office/sign-in/")
    page.fill("[name=name]", "tam")
    page.fill("[name=password]", PASSWORD)
    page.keyboard.press("Enter")
    page.wait_for_url("**/second-factor/")
    way = lost.named("Mất điện thoại, mất khóa và không còn mã dự phòng")
    lost.picture("officer-lost", "[name=code]", way, beside=("h1",))
    way.click()
    lost.press("Đề nghị đặt lại")
    one = staff.officer("minh")
    one.go("/office/recoveries/")
    one.picture(
        "head-recovery", one.named("Xác nhận", "main td"), one.named("Từ chối", "main td"), beside=("h1",)
    )
    one.press("Xác nhận")
    one.picture("head-half", "#half", beside=(".notice-done", "h1"))


def oversee(staff: Followers) -> None:
    """See how long people wait for help in the whole province."""
    one = staff.officer("dung")
    one.go("/office/requests/figures/")
    one.picture("head-figures", "main table tbody", beside=("h1", "main table"))
