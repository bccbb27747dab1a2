"""The counter while the line is away: what was typed stays, is sent once when it is back, and the page says so."""

import re
from uuid import uuid4

import pytest
from django.db import connection
from django.test import override_settings
from playwright.sync_api import expect

import conftest as suite
from motcua.accounts.tests.factories import PASSWORD
from motcua.bootstrap import home, scratch
from tests import product as products
from tests.browser.visitors import BIRTH, Visitors

pytestmark = pytest.mark.browser
COUNTER = f"/office/counter/?procedure={BIRTH}"
BOX = "[data-outbox-list]"


def at_counter(officer):
    page = officer.page
    page.goto(COUNTER)
    page.on("dialog", lambda dialog: dialog.accept())
    return page


def write_down(page, name):
    """Fill in somebody with the paper form."""
    page.fill("[name='owner.name']", name)
    page.fill("[name='owner.address']", "Xóm 3")
    page.locator("[name=originals-7]").fill("1")


def receive(page):
    page.locator("[data-outbox-send]").click()


def nobody_twice(officer, *names):
    """Each of these people has exactly one dossier."""
    for name in names:
        officer.page.goto(f"/office/search/?q={name}")
        assert officer.page.locator("[data-row]").count() == 1, name


def test_several_people_wait_while_there_is_no_line_and_are_sent_once_when_it_is_back(visitors):
    officer = visitors.officer("binh")
    page = at_counter(officer)
    officer.context.set_offline(True)
    for name in ("Vi Thị Một", "Vi Thị Hai"):
        write_down(page, name)
        receive(page)
        expect(page.locator(BOX)).to_contain_text(name)
        expect(page.locator("[name='owner.name']")).to_have_value("")
    expect(page.locator(f"{BOX} [data-outbox-head]")).to_contain_text("2 hồ sơ chưa gửi được")
    officer.context.set_offline(False)
    expect(page.locator(f"{BOX} li[data-state=sent]")).to_have_count(2)
    officer.check()
    assert re.search(r"Đã nhận: \S+-\d{8}-\d{7} · Vi Thị Một", page.locator(BOX).inner_text())
    nobody_twice(officer, "Vi Thị Một", "Vi Thị Hai")


def test_what_waits_outlives_a_reload_and_a_closed_page(visitors):
    officer = visitors.officer("binh")
    page = at_counter(officer)
    officer.context.set_offline(True)
    write_down(page, "Vi Thị Ba")
    receive(page)
    expect(page.locator(BOX)).to_contain_text("Vi Thị Ba")
    page.close()
    officer.context.set_offline(False)
    officer.page = officer.context.new_page()
    officer.page.goto("/office/offline/")
    expect(officer.page.locator(f"{BOX} li[data-state=sent]")).to_have_count(1)
    nobody_twice(officer, "Vi Thị Ba")


def test_an_answer_that_was_lost_after_the_server_took_the_dossier_makes_no_second(visitors):
    officer = visitors.officer("binh")
    page = at_counter(officer)
    reached = []

    def cut(route):
        reached.append(route.fetch().status)
        route.abort()

    page.route("**/counter/visits/", cut, times=1)
    write_down(page, "Vi Thị Bốn")
    receive(page)
    expect(page.locator(BOX)).to_contain_text("Chờ gửi: Vi Thị Bốn")
    assert reached == [200]
    page.locator("[data-outbox-now]").click()
    expect(page.locator(f"{BOX} li[data-state=sent]")).to_have_count(1)
    nobody_twice(officer, "Vi Thị Bốn")


def test_two_clicks_are_one_dossier_and_its_receipt_opens(visitors):
    officer = visitors.officer("binh")
    page = at_counter(officer)
    write_down(page, "Vi Thị Năm")
    page.locator("[data-outbox-send]").dblclick()
    page.wait_for_url("**/counter/receipts/**")
    nobody_twice(officer, "Vi Thị Năm")


def test_what_the_server_refuses_is_shown_with_what_is_wrong_and_nothing_is_lost(visitors):
    officer = visitors.officer("binh")
    page = at_counter(officer)
    write_down(page, "Vi Thị Sáu")
    page.fill("[name='owner.phone']", "12")
    receive(page)
    expect(page.locator(".error-summary")).to_be_visible()
    assert page.input_value("[name='owner.name']") == "Vi Thị Sáu"
    expect(page.locator(BOX)).to_be_hidden()


def test_a_session_that_ended_is_taken_up_again_after_signing_in(visitors):
    officer = visitors.officer("binh")
    page = at_counter(officer)
    officer.context.clear_cookies()
    write_down(page, "Vi Thị Bảy")
    receive(page)
    expect(page.locator(BOX)).to_contain_text("Phiên làm việc đã hết")
    officer.sign_in_at_desk("binh")
    page.goto(COUNTER)
    expect(page.locator(f"{BOX} li[data-state=sent]")).to_have_count(1)
    nobody_twice(officer, "Vi Thị Bảy")


def test_another_officer_on_the_machine_sees_and_sends_nothing(visitors):
    officer = visitors.officer("binh")
    page = at_counter(officer)
    officer.context.clear_cookies()
    write_down(page, "Vi Thị Tám")
    receive(page)
    officer.sign_in_at_desk("chi")
    page.goto(COUNTER)
    expect(page.locator(BOX)).to_contain_text("1 hồ sơ của cán bộ khác")
    assert "Vi Thị Tám" not in page.inner_text("body")
    page.goto("/office/search/?q=Vi Thị Tám")
    assert page.locator("[data-row]").count() == 0


def test_what_waits_can_be_deleted_from_the_machine(visitors):
    officer = visitors.officer("binh")
    page = at_counter(officer)
    officer.context.set_offline(True)
    write_down(page, "Vi Thị Chín")
    receive(page)
    page.locator(f"{BOX} li >> text=Xóa khỏi máy này").click()
    expect(page.locator(BOX)).to_be_hidden()
    assert "Vi Thị Chín" not in page.evaluate("JSON.stringify(localStorage)")


@pytest.fixture
def province(django_db_setup, django_db_blocker):
    """A database in which the cast lives, for a server that stops and starts."""
    name, before = f"motcua_browser_{uuid4().hex[:8]}", connection.settings_dict["NAME"]
    with django_db_blocker.unblock():
        connection.close()
        scratch.create_database(home.locate(), name, template=suite._template_name())
        suite._point_at(name, "app")
        with override_settings(PASSWORD_HASHERS=["django.contrib.auth.hashers.ScryptPasswordHasher"]):
            suite.make_cast(suite.datetime.now(suite.UTC))
        connection.close()
        suite._point_at(before, "app")
    yield name
    with django_db_blocker.unblock():
        scratch.drop_database(home.locate(), name)


def test_a_server_that_was_stopped_gets_it_when_it_runs_again(
    chromium, province, tmp_path_factory, monkeypatch
):
    assert PASSWORD
    port, var = products.free_port(), tmp_path_factory.mktemp("stopped") / "var"
    monkeypatch.setattr(products, "free_port", lambda: port)
    with products.running(var, province, worker=False) as started:
        found = Visitors(chromium, started)
        officer = found.officer("binh")
        page = at_counter(officer)
        write_down(page, "Vi Thị Mười")
    receive(page)
    expect(page.locator(BOX)).to_contain_text("Chờ gửi: Vi Thị Mười")
    with products.running(var, province, worker=False):
        expect(page.locator(f"{BOX} li[data-state=sent]")).to_have_count(1, timeout=60_000)
        nobody_twice(officer, "Vi Thị Mười")
        found.leave()
    assert found.wrong == []
