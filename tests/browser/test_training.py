"""A new officer on a training ground, with nothing but what the pages say: begins, does, is told that it is right."""

import os
import re
import subprocess
from pathlib import Path
from uuid import uuid4

import pytest
from django.db import connection

import conftest as suite
from motcua.bootstrap import home, scratch
from tests import product as products
from tests.browser.visitors import Visitors, save_picture

pytestmark = pytest.mark.browser
TRAINING = {"MOTCUA_TRAINING": "1"}


@pytest.fixture(scope="module")
def ground(chromium, django_db_setup, django_db_blocker, tmp_path_factory):
    """A training ground with one commune, and the passwords that were printed for its learners."""
    name, var = f"motcua_training_{uuid4().hex[:8]}", tmp_path_factory.mktemp("training") / "var"
    with django_db_blocker.unblock():
        connection.close()
        scratch.create_database(home.locate(), name, template=suite._template_name())
    try:
        env = products.surroundings(var, name, **TRAINING)
        words = [*products.MOTCUA, "classroom", "--chairs", "1"]
        printed = subprocess.run(
            words, env=env, cwd=products.ROOT, capture_output=True, text=True, check=True
        ).stdout
        passwords = dict(re.findall(r"^  (\S+) +(\S+) ", printed, re.MULTILINE))
        with products.running(var, name, **TRAINING) as started:
            found = Visitors(chromium, started)
            yield found, passwords
            found.leave()
            assert not found.wrong, found.wrong
    finally:
        with django_db_blocker.unblock():
            scratch.drop_database(home.locate(), name)


def learner(ground, name):
    found, passwords = ground
    one = found.visitor()
    one.context.add_init_script("window.print = () => {}")
    one.sign_in_at_desk(name, passwords[name])
    return one


def begun(one, title):
    """Open an exercise from the list and begin it; gives its words."""
    page = one.go("/office/training/")
    page.get_by_role("link", name=title).click()
    one.press("Bắt đầu")
    return page.inner_text("main")


def looked_at(one, title):
    """Go back to the exercise and let it be looked at."""
    page = one.go("/office/training/")
    page.get_by_role("link", name=title).click()
    one.press("Kiểm tra")
    return page.inner_text("main")


def code_in(words):
    return re.search(r"H41\S*-\d{6,8}-\d{4,7}", words)[0]


def test_three_exercises_are_done_from_their_own_words(ground):
    one = learner(ground, "lop01.motcua")
    page = one.page
    title = "Tiếp nhận hồ sơ trực tuyến"
    code = code_in(begun(one, title))
    assert "Chưa xong" in looked_at(one, title)
    one.go("/office/?list=new")
    page.get_by_role("link", name=code).click()
    one.press("Tiếp nhận")
    assert "Làm đúng rồi" in looked_at(one, title)

    title = "Nhận hồ sơ của người đến quầy"
    words = begun(one, title)
    number, name = re.search(r"gõ (\d{12})\. Họ và tên: gõ ([^.]+)\.", words).groups()
    page.keyboard.press("n")
    page.wait_for_url("**/office/counter/")
    page.fill("[name='owner.number']", number)
    page.fill("[name='owner.name']", name)
    page.fill("#q", "dkks")
    page.locator("#q-list [data-value='1.001193']").click()
    page.locator("[name^='originals-']").first.fill("1")
    page.get_by_label("Không có điện thoại").check()
    page.get_by_role("button", name="Tiếp nhận và in giấy hẹn").click()
    page.wait_for_url("**/office/counter/receipts/**")
    keep(page, "training-receipt")
    assert "Làm đúng rồi" in looked_at(one, title)

    title = "Bàn giao hồ sơ giấy bằng bảng kê"
    begun(one, title)
    codes = re.findall(r"H41\S*-\d{6,8}-\d{4,7}", page.inner_text("main .lead"))
    one.go("/office/papers/")
    for each in codes:
        page.get_by_label(f"Giao hồ sơ {each}").check()
    one.press("Lập bảng kê và giao")
    assert "Làm đúng rồi" in looked_at(one, title)
    assert "Đã xong 3 trên 10 bài" in one.go("/office/training/").inner_text("main")
    keep(page, "training-list")


def test_the_head_sees_who_has_done_what_and_each_page_bears_the_mark(ground):
    one = learner(ground, "lop01.lanhdao")
    page = one.go("/office/training/progress/")
    assert "Bàn giao hồ sơ giấy bằng bảng kê" in page.inner_text("main")
    for path in ("/office/", "/office/training/", "/office/training/phe-duyet/"):
        assert "BẢN TẬP HUẤN" in mark_on(one.go(path))
    keep(page, "training-exercise")
    narrow = ground[0].visitor(360)
    assert "BẢN TẬP HUẤN" in mark_on(narrow.go("/"))
    keep(narrow.page, "training-home")


def mark_on(page):
    """Give what stands across the page; it is drawn by the stylesheet, so that nobody hears it on every page."""
    return page.evaluate("getComputedStyle(document.querySelector('.training-mark'), '::before').content")


def keep(page, name):
    if folder := os.environ.get("MOTCUA_PICTURES"):
        save_picture(page, Path(folder), name)
