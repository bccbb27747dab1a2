"""A passkey in a real browser: made, used at the door, and nothing without finger or PIN."""

import re
from contextlib import contextmanager

import pyotp
import pytest

from motcua.accounts.tests.factories import PASSWORD

SCAN = "/office/security/authenticators/"


@contextmanager
def authenticator(page, *, verified=True):
    """Give the browser a machine that keeps passkeys."""
    devtools = page.context.new_cdp_session(page)
    devtools.send("WebAuthn.enable")
    options = {
        "protocol": "ctap2",
        "transport": "internal",
        "hasResidentKey": True,
        "hasUserVerification": True,
        "isUserVerified": verified,
        "automaticPresenceSimulation": True,
    }
    made = devtools.send("WebAuthn.addVirtualAuthenticator", {"options": options})
    yield lambda ok: devtools.send(
        "WebAuthn.setUserVerified", {"authenticatorId": made["authenticatorId"], "isUserVerified": ok}
    )
    devtools.send("WebAuthn.removeVirtualAuthenticator", {"authenticatorId": made["authenticatorId"]})


@pytest.fixture
def local(product):
    """Passkeys belong to names, not to numbers: the same server under its name."""
    return product.url.replace("127.0.0.1", "localhost")


def password(page, local, name, then="**/office/"):
    page.goto(f"{local}/office/sign-in/")
    page.fill("[name=name]", name)
    page.fill("[name=password]", PASSWORD)
    page.keyboard.press("Enter")
    page.wait_for_url(then)


def test_a_passkey_is_made_and_then_opens_the_desk(visitors, local, width):
    name = {360: "bich", 1366: "bao"}[width]
    one = visitors.visitor(width)
    page = one.page
    with authenticator(page) as verify:
        password(page, local, name)
        one.go(f"{local}/office/security/")
        page.locator("main a[href$='/passkeys/']").click()
        one.check()
        page.fill("[name=name]", "Máy tại quầy")
        page.locator("[data-passkey-start]").click()
        page.wait_for_selector("#recovery-codes")
        one.check()
        assert page.locator("#recovery-codes li").count() == 10
        paper = page.locator("#recovery-codes code").first.inner_text()
        one.go(f"{local}/office/")
        page.locator("form[action$='/sign-out/'] button").click()
        password(page, local, name, "**/second-factor/")
        one.check()
        verify(False)
        page.locator("[data-passkey-start]").click()
        page.wait_for_function("document.querySelector('[data-passkey-said]').textContent")
        assert "second-factor" in page.url, "without finger or PIN it proves nothing"
        verify(True)
        page.locator("[data-passkey-start]").click()
        page.wait_for_url("**/office/")
        one.go(f"{local}/office/security/")
        assert "Máy tại quầy" in page.inner_text("main")
        page.locator("form[action$='/removal/'] button").click()
        page.wait_for_url("**/office/security/")
        assert "Chưa có xác thực hai lớp" in page.inner_text("main")
        assert paper not in page.content()


def test_without_script_an_app_does_the_same(visitors, local):
    one = visitors.visitor(script=False)
    page = one.page
    password(page, local, "chi")
    page.goto(local + SCAN)
    secret = page.inner_text("#app-secret").replace(" ", "")
    page.fill("[name=code]", pyotp.TOTP(secret).now())
    page.locator("main form button[type=submit]").click()
    paper = re.findall(r"<code>(\w{4}-\w{4})</code>", page.content())
    assert len(paper) == 10
    page.goto(f"{local}/office/")
    page.locator("form[action$='/sign-out/'] button").click()
    password(page, local, "chi", "**/second-factor/")
    assert page.locator("[data-passkey-start]").count() == 0
    page.fill("[name=code]", paper[0])
    page.locator("main form button[type=submit]").click()
    page.wait_for_url("**/office/")
    page.goto(f"{local}/office/security/")
    page.locator("form[action$='/removal/'] button").click()
