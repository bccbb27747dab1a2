"""People in front of browsers of their own: they read, fill in, photograph, sign in."""

import io
import json
import os
import re
import time
from pathlib import Path
from typing import Any
from urllib.request import urlopen

from axe_playwright_python.sync_playwright import Axe
from PIL import Image, ImageDraw
from playwright.sync_api import Browser, BrowserContext, Page

from motcua.accounts.tests.factories import PASSWORD
from tests.product import Product

BIRTH = "1.001193"
GO_ON = "main form .buttons button[type=submit]"
TYPED = {
    "tel": "0912345678",
    "email": "an@example.vn",
    "numeric": "040090123456",
    "text": "Nguyễn Văn Hòa",
}
_axe = Axe()


class Visitors:
    """Everybody in a story, and what was wrong with the pages they saw."""

    def __init__(self, browser: Browser, product: Product) -> None:
        self.browser, self.product = browser, product
        self.wrong: list[str] = []
        self._contexts: list[BrowserContext] = []

    def visitor(self, width: int = 1366, *, script: bool = True) -> "Visitor":
        """Give a fresh browser: no cookies, nobody signed in."""
        return Visitor(self.window(width, script=script), self.wrong, checked=script)

    def window(
        self, width: int, *, script: bool = True, scale: float = 1, touch: bool = False
    ) -> BrowserContext:
        """Open the window of a fresh browser, on a screen that is touched or before one with a mouse."""
        context = self.browser.new_context(
            viewport={"width": width, "height": 740 if width < 600 else 768},
            device_scale_factor=scale,
            has_touch=touch,
            is_mobile=touch,
            java_script_enabled=script,
            locale="vi-VN",
            base_url=self.product.url,
        )
        context.set_default_timeout(90_000)
        self._contexts.append(context)
        return context

    def officer(self, name: str, width: int = 1366) -> "Visitor":
        """Give somebody of the staff, signed in."""
        one = self.visitor(width)
        one.sign_in_at_desk(name)
        return one

    def leave(self) -> None:
        """Close every browser, and say where each stood, for whoever reads that a story failed."""
        for context in self._contexts:
            for number, page in enumerate(context.pages):
                if folder := os.environ.get("MOTCUA_PICTURES"):
                    page.screenshot(
                        path=f"{folder}/left-{self._contexts.index(context)}-{number}.png", full_page=True
                    )
                print(page.url, page.locator(".error-summary, .error-text").all_inner_texts())  # noqa: T201
            context.close()


class Visitor:
    """One person and the page in front of them."""

    language = ""
    """What stands before every address: nothing, or `/en`."""

    def __init__(self, context: BrowserContext, wrong: list[str], *, checked: bool) -> None:
        self.context, self.page, self.wrong, self.checked = context, context.new_page(), wrong, checked
        self.child_born = "2026"
        self.page.on("pageerror", lambda error: wrong.append(f"{self.page.url}: {error}"))
        self.page.on("console", self._heard)
        self.page.on("response", self._answered)

    def _heard(self, message: Any) -> None:
        shown_alone = "/files/" in message.location.get(
            "url", ""
        )  # the browser dresses a bare picture itself
        if "Content Security Policy" in message.text and not shown_alone:
            self.wrong.append(f"{self.page.url}: {message.text}")

    def _answered(self, response: Any) -> None:
        if response.status >= 500:
            self.wrong.append(f"{response.request.method} {response.url}: {response.status}")

    def go(self, path: str) -> Page:
        """Open a page and look at it as somebody who does not see it would."""
        self.page.goto(f"{self.language}{path}" if path.startswith("/") else path)
        self.check()
        return self.page

    def check(self) -> None:
        """Note every accessibility violation, and a page wider than its screen."""
        if not self.checked:
            return
        self.page.wait_for_load_state("load")
        found = _axe.run(self.page).response["violations"]
        where = re.sub(r"[0-9a-f-]{36}", "…", self.page.url)
        for one in found:
            self.wrong.append(f"{where}: {one['id']}: {one['nodes'][0]['html'][:200]}")
        over = self.page.evaluate("document.documentElement.scrollWidth - innerWidth")
        if over > 0:
            self.wrong.append(f"{where}: {over} px wider than its screen")

    def press(self, text: str) -> Page:
        """Press the button or link that says so, and look at the page that comes."""
        self.page.locator(f"main button:has-text('{text}'), main a.button:has-text('{text}')").first.click()
        self.check()
        return self.page

    def go_on(self) -> None:
        """Send the page's form."""
        before = self.page.url
        self.page.locator(GO_ON).first.click()
        if self.checked:
            self.page.wait_for_url(lambda url: url != before)
        self.check()

    # What citizens do

    def begin(self, place: str = "Xã Thiên Nhẫn") -> str:
        """Choose the receiving place and begin; gives the draft's address."""
        page = self.go(f"/nop/{BIRTH}/")
        page.locator("#agency").select_option(label=place)
        page.locator("main form button[type=submit]").first.click()
        page.wait_for_url("**/ban-nhap/**")
        self.check()
        return re.sub(r"(ban-nhap/[0-9a-f-]{36}/).*", r"\1", page.url)

    def fill(self) -> None:
        """Answer every question that shows, until no new one appears."""
        for _ in range(6):
            if not self._answer_some():
                return

    def _answer_some(self) -> bool:
        answered = False
        page = self.page
        for field in page.locator("main fieldset:visible:has(input[type=radio])").all():
            if not field.locator("input:checked").count():
                plain = field.locator("input[value=no], input[value=online], input[value=sms]")
                (plain if plain.count() else field.locator("input[type=radio]")).first.check()
                answered = True
        for field in page.locator("main select:visible").all():
            if not field.input_value():
                values = field.evaluate("field => [...field.options].map((one) => one.value)")
                field.select_option("17989" if "17989" in values else values[1])
                answered = True
        for field in page.locator("main form input.input:visible").all():
            if not field.input_value():
                field.fill(self._words_for(field))
                answered = True
        return answered

    def _words_for(self, field: Any) -> str:
        name = str(field.get_attribute("name"))
        dates = {"day": "15", "month": "3", "year": "1990" if "child" not in name else self.child_born}
        if (last := name.rsplit(".", 1)[-1]) in dates:
            return dates[last]
        if field.get_attribute("type") == "email" or "email" in name:
            return TYPED["email"]
        if field.get_attribute("inputmode") == "tel" or "phone" in name:
            return TYPED["tel"]
        if field.get_attribute("inputmode") == "numeric":
            return TYPED["numeric"] if "identity" in name else "1"
        return TYPED["text"]

    def fill_all(self) -> None:
        """Go through the steps of the form until the papers."""
        self.steps_until("/giay-to/")

    def steps_until(self, last: str) -> None:
        """Answer page after page until the one whose address says so."""
        for _ in range(14):
            if last in self.page.url:
                return
            self.fill()
            self.go_on()
        raise AssertionError(self.page.url)

    def add_photos(self, *colours: str) -> None:
        """Add photos to the first paper that is asked for."""
        box = self.page.locator("[data-upload]").first
        box.locator("input[multiple]").set_input_files([photo(colour) for colour in colours])
        if not self.checked:
            box.locator("button.file-send").click()
        for colour in colours:
            self.page.locator(f"[data-upload] .files >> text=anh-{colour}.jpg").first.wait_for()
        self.check()

    def file(self) -> tuple[str, str]:
        """From the papers to the receipt; gives code and secret."""
        self.go_on()
        self.steps_until("/kiem-tra/")
        self.page.locator("[name=declared]").check()
        self.page.locator("main form:has([name=declared]) button.button").first.click()
        self.page.wait_for_url("**/bien-nhan/")
        self.check()
        return self.page.inner_text("#dossier-code"), self.page.inner_text("#dossier-secret")

    def track(self, code: str, secret: str) -> Page:
        """Look a dossier up by its code and secret."""
        page = self.go("/tra-cuu/")
        page.fill("[name=code]", code)
        page.fill("[name=secret]", secret)
        page.locator("main form button[type=submit]").first.click()
        page.wait_for_url(f"**/h/{code}/")
        self.check()
        return page

    def sign_in(self, contact: str, product: Product) -> None:
        """Sign in by the code that is sent to a phone."""
        page = self.go("/dang-nhap/")
        before = len(messages_to(product, contact))
        page.fill("[name=contact]", contact)
        page.locator("main form button[type=submit]").first.click()
        page.wait_for_url("**/dang-nhap/ma/")
        self.check()
        page.fill("[name=code]", code_sent(product, contact, before))
        page.locator("main form button[type=submit]").first.click()
        page.wait_for_url("**/ho-so/")

    # What officers do

    def sign_in_at_desk(self, name: str, password: str = PASSWORD) -> None:
        """Sign in with name and password."""
        page = self.go("/office/sign-in/")
        page.fill("[name=name]", name)
        page.fill("[name=password]", password)
        page.keyboard.press("Enter")
        page.wait_for_url("**/office/")
        self.check()

    def open_dossier(self, code: str) -> Page:
        """Open a dossier by its code in the search field."""
        self.page.goto(f"{self.language}/office/")
        self.page.fill("[data-key-search]", code)
        self.page.keyboard.press("Enter")
        self.page.wait_for_url("**/office/dossiers/**")
        self.check()
        return self.page

    def act(self, noun: str, **typed: str) -> Page:
        """Fill in the form of an act and send it."""
        form = self.page.locator(f"form[action$='/{noun}/']").first
        if not form.is_visible():
            self.page.locator(f"details:has(form[action$='/{noun}/']) > summary").first.click()
        for name, words in typed.items():
            field = form.locator(f"[name='{name.replace('_', '-')}']").first
            if field.get_attribute("type") == "file":
                field.set_input_files([photo(words)])
            else:
                field.fill(words)
        with self.page.expect_navigation():
            form.locator("button").first.click()
        self.check()
        return self.page

    def give_to_owner(self, noun: str) -> Page:
        """Say that the owner has come with the receipt, and hand over what the form is about."""
        form = self.page.locator(f"form[action$='/{noun}/']").first
        form.locator("[name=taker][value=owner]").check()
        form.locator("[name=shown][value=receipt]").check()
        return self.act(noun)


def photo(colour: str) -> dict[str, Any]:
    """A real photo of a paper, of some 300 kB."""
    picture = Image.effect_noise((1200, 900), 40).convert("RGB")
    ImageDraw.Draw(picture).rectangle((100, 100, 1100, 800), outline=colour, width=12)
    stream = io.BytesIO()
    picture.save(stream, "JPEG", quality=70)
    return {"name": f"anh-{colour}.jpg", "mimeType": "image/jpeg", "buffer": stream.getvalue()}


def code_sent(product: Product, contact: str, before: int = 0) -> str:
    """Read the newest one-time code that was sent to somebody who had so many messages before it was asked for."""
    for _ in range(120):
        sent = messages_to(product, contact)
        for one in sent[: len(sent) - before]:
            if found := re.search(r"\b\d{6}\b", one["text"]):
                return found[0]
        time.sleep(0.5)
    raise AssertionError((product.var / "output.log").read_text()[-2000:])


def messages_to(product: Product, contact: str) -> list[dict[str, str]]:
    """List the messages somebody was sent, newest first."""
    with urlopen(f"{product.url}/_simulators/messages?format=json&to={contact}", timeout=30) as answer:
        return list(json.load(answer)["messages"])


def save_picture(page: Page, folder: Path, name: str) -> None:
    """Keep a picture of a page for people to look at."""
    page.screenshot(path=folder / f"{name}.png", full_page=True)
