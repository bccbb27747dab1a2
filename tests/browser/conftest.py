"""A province with its people behind a real server, and Chromium in front of it."""

import os
from collections.abc import Iterator
from datetime import UTC, datetime
from pathlib import Path
from typing import Any
from uuid import uuid4

import pytest
from django.db import connection
from django.test import override_settings
from playwright.sync_api import Browser, expect, sync_playwright

import conftest as suite
from motcua.bootstrap import home, scratch
from tests.browser.visitors import Visitors
from tests.product import Product, running

QUIET = ["--no-sandbox", "--disable-gpu", "--disable-background-networking", "--disable-component-update"]
expect.set_options(timeout=30_000)  # a busy machine is slow, not wrong
CHROMIUM = os.environ.get("MOTCUA_CHROMIUM", "/usr/bin/chromium")
os.environ["DJANGO_ALLOW_ASYNC_UNSAFE"] = (
    "true"  # the browser's loop runs in the thread that makes the database
)


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Skip everything here, saying why, where there is no Chromium."""
    if Path(CHROMIUM).exists():
        return
    for item in items:
        if "tests/browser" in str(item.path):
            item.add_marker(pytest.mark.skip(reason=f"no Chromium at {CHROMIUM}"))


@pytest.fixture(scope="session")
def chromium() -> Iterator[Browser]:
    """Start Chromium once."""
    with sync_playwright() as driver:
        browser = driver.chromium.launch(executable_path=CHROMIUM, args=QUIET)
        yield browser
        browser.close()


@pytest.fixture(scope="session")
def product(django_db_setup: None, django_db_blocker: Any, tmp_path_factory: Any) -> Iterator[Product]:
    """Run the product over its own database, in which the cast of the suite lives."""
    name, before = f"motcua_browser_{uuid4().hex[:8]}", connection.settings_dict["NAME"]
    with django_db_blocker.unblock():
        connection.close()
        scratch.create_database(home.locate(), name, template=suite._template_name())
        suite._point_at(name, "app")
        with override_settings(PASSWORD_HASHERS=["django.contrib.auth.hashers.ScryptPasswordHasher"]):
            suite.make_cast(datetime.now(UTC))
        connection.close()
        suite._point_at(before, "app")
    try:
        with running(tmp_path_factory.mktemp("product") / "var", name) as started:
            yield started
    finally:
        with django_db_blocker.unblock():
            scratch.drop_database(home.locate(), name)


@pytest.fixture(params=[360, 1366])
def width(request: pytest.FixtureRequest) -> int:
    """A phone and a desk."""
    return int(request.param)


@pytest.fixture
def visitors(chromium: Browser, product: Product) -> Iterator[Visitors]:
    """Give browsers of one's own to as many people as a story needs; every page they see is checked."""
    found = Visitors(chromium, product)
    yield found
    found.leave()
    assert found.wrong == []
