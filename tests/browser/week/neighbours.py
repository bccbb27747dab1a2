"""Nam, head of a hamlet, files for his neighbours: by a code on their own phone, or on a paper they sign."""

from tests.browser.visitors import BIRTH, Visitor, code_sent, photo
from tests.browser.week.one_stop import UNTIL, Person
from tests.product import Product

PLACE = "Xã Keng Đu"


def file_for(nam: Visitor, product: Product, owner: Person) -> str:
    """File a birth registration for a neighbour who agrees; gives the dossier's code."""
    page = nam.go(f"/nop/{BIRTH}/")
    page.locator("#agency").select_option(label=PLACE)
    page.locator("[name=for][value=other]").check()
    nam.go_on()
    page.locator("[name=kind][value=hamlet_head]").check()
    page.fill("[name=helper_name]", "Vi Văn Nam")
    page.locator("[name=place][value=hamlet]").check()
    page.fill("[name=name]", owner.name)
    page.fill("[name=phone]", owner.phone)
    page.locator(f"[name=way][value={'code' if owner.phone else 'paper'}]").check()
    page.locator("[name=scope][value=one]").check()
    nam.go_on()
    if owner.phone:
        page.fill("[name=code]", code_sent(product, owner.phone))
        page.get_by_role("button", name="Xác nhận").click()
    else:
        page.locator("[name=paper][multiple]").set_input_files([photo("green")])
        page.get_by_role("button", name="Gửi và bắt đầu hồ sơ").click()
    page.wait_for_url("**/ban-nhap/**", timeout=UNTIL)
    return _fill_in(nam, owner)


def _fill_in(nam: Visitor, owner: Person) -> str:
    nam.fill_all()
    boxes = nam.page.locator("[data-upload] input[multiple]")
    for number in range(boxes.count()):
        boxes.nth(number).set_input_files([photo("red")])
        nam.page.locator("[data-upload]").nth(number).locator(".files >> text=anh-red.jpg").first.wait_for()
    nam.go_on()
    nam.steps_until("/kiem-tra/")
    nam.page.locator("[name=declared]").check()
    nam.page.locator("main form:has([name=declared]) button.button").first.click()
    nam.page.wait_for_url("**/bien-nhan/", timeout=UNTIL)
    nam.check()
    said = nam.page.inner_text("main")
    assert "Vi Văn Nam" in said
    return nam.page.inner_text("#dossier-code")
