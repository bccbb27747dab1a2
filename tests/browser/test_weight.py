"""What the first visit of a page costs on the wire, and who gets a cookie."""

import pytest

from tests.browser.visitors import BIRTH

LIMIT = 60 * 1024
PAGES = (
    "/",
    "/tim-kiem/?q=khai+sinh",
    "/cuoc-song/sinh-con/",
    "/linh-vuc/",
    "/linh-vuc/ho-tich/",
    "/ho-tro/",
    "/huong-dan/",
    "/en/huong-dan/",
    f"/thu-tuc/{BIRTH}/",
    f"/thu-tuc/{BIRTH}/huong-dan/",
    f"/nop/{BIRTH}/",
    "/tra-cuu/",
    "/ho-so/",
    "/dang-nhap/",
    "/en/",
    f"/en/thu-tuc/{BIRTH}/",
    "/h/H41.ZHX-20260908-0000001/",
    "/khong-co-trang-nay/",
)

pytestmark = pytest.mark.browser


class Scale:
    """Weighs what comes over the wire."""

    def __init__(self, visitor):
        self.bytes, self.hosts = 0, set()
        line = visitor.context.new_cdp_session(visitor.page)
        line.send("Network.enable")
        line.on("Network.loadingFinished", self._came)
        line.on("Network.requestWillBeSent", self._asked)

    def _came(self, event):
        self.bytes += int(event["encodedDataLength"])

    def _asked(self, event):
        self.hosts.add(event["request"]["url"].split("/")[2])


@pytest.mark.parametrize("path", PAGES)
def test_a_first_visit_weighs_little_asks_nobody_else_and_leaves_no_cookie(visitors, product, path):
    visitor = visitors.visitor(360)
    scale = Scale(visitor)
    visitor.page.goto(path, wait_until="networkidle")
    assert 0 < scale.bytes <= LIMIT, scale.bytes
    assert scale.hosts == {product.url.split("//")[1]}
    assert {one["name"] for one in visitor.context.cookies()} <= {"csrftoken"}  # only where a form is shown
    if path == "/":
        assert visitor.context.cookies() == []
    visitor.check()


def test_every_step_of_filing_weighs_little_on_a_first_visit(visitors):
    visitor = visitors.visitor(360)
    visitor.begin()
    visitor.fill_all()
    visitor.add_photos("red")
    draft, seen = visitor.page.url.split("giay-to/")[0], {}
    steps = visitor.page.locator(".steps a").evaluate_all("found => found.map((one) => one.href)")
    visitor.file()
    receipt = visitor.page.url
    other = visitors.visitor(360)
    other.begin()
    mine = other.page.url.split("ban-nhap/")[1].split("/")[0]
    gone = draft.split("ban-nhap/")[1].split("/")[0]
    for owner, path in [(other, one.replace(gone, mine)) for one in steps] + [(visitor, receipt)]:
        owner.context.new_cdp_session(owner.page).send("Network.clearBrowserCache")
        scale = Scale(owner)
        owner.page.goto(path, wait_until="networkidle")
        seen[path] = scale.bytes
    assert len(seen) > 5
    assert {path: weight for path, weight in seen.items() if weight > LIMIT} == {}
