"""`make pictures`: the three pictures of the README, taken from a demonstration that runs."""

import io
import json
import sys
from pathlib import Path

from PIL import Image
from playwright.sync_api import Browser, BrowserContext, Page, sync_playwright

from docs.pictures.camera import CHROMIUM, DESK, PHONE, few

HERE = Path(__file__).parent
CITIZEN, OFFICER = "0912345678", "thanhvinh.motcua"
PATIENCE = 60


def main(address: str, var: Path) -> None:
    """Take all three."""
    with sync_playwright() as driver:
        browser = driver.chromium.launch(executable_path=CHROMIUM, args=["--no-sandbox"])
        phone, desk = visit(browser, address, PHONE, 2), visit(browser, address, DESK, 1)
        page = phone.new_page()
        page.goto("/")
        keep(page, "home-360")
        follow_a_dossier(phone, page)
        keep(page, "tracking-360")
        page = desk.new_page()
        open_a_dossier(page, json.loads((var / "demonstration.json").read_text("utf-8"))[OFFICER])
        keep(page, "officer-1366")
        browser.close()


def visit(browser: Browser, address: str, size: dict[str, int], scale: int) -> BrowserContext:
    """Open a window of its own."""
    return browser.new_context(
        base_url=address,
        viewport={"width": size["width"], "height": size["height"]},
        device_scale_factor=scale,
        locale="vi-VN",
        timezone_id="Asia/Ho_Chi_Minh",
    )


def follow_a_dossier(phone: BrowserContext, page: Page) -> None:
    """Sign in as the demonstration's citizen and open the dossier that is being handled."""
    page.goto("/dang-nhap/")
    page.fill("[name=contact]", CITIZEN)
    send(page)
    page.fill("[name=code]", told(phone, page).split()[0])
    send(page)
    page.goto("/ho-so/")
    page.locator("li", has_text="Đang giải quyết").first.locator("a").click()


def told(phone: BrowserContext, page: Page) -> str:
    """Read the newest message to the citizen; the worker may need a moment to send it."""
    for _ in range(PATIENCE):
        kept = phone.request.get("/_simulators/messages", params={"to": CITIZEN, "format": "json"}).json()
        if kept["messages"]:
            return str(kept["messages"][0]["text"])
        page.wait_for_timeout(500)
    raise SystemExit("no code came: is the worker running?")


def send(page: Page) -> None:
    """Send the page's form and wait for what comes."""
    with page.expect_navigation():
        page.click("main button[type=submit]")


def open_a_dossier(page: Page, password: str) -> None:
    """Sign in at the counter and open the first new dossier that came with papers."""
    page.goto("/office/sign-in/")
    page.fill("[name=name]", OFFICER)
    page.fill("[name=password]", password)
    send(page)
    page.goto("/office/?list=new")
    for address in [row.get_attribute("href") for row in page.locator("a[data-row]").all()]:
        page.goto(address or "")
        if page.locator(".viewer-frame").count():
            break
    page.wait_for_timeout(1500)  # the viewer draws the paper


def keep(page: Page, name: str) -> None:
    """Keep what is seen, in few colours."""
    few(Image.open(io.BytesIO(page.screenshot()))).save(HERE / f"{name}.png", optimize=True)


if __name__ == "__main__":
    main(sys.argv[1], Path(sys.argv[2]))
