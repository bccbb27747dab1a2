"""The province of the week: who works where, and a product whose clock stands at an hour of one of its days."""

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import date, datetime
from pathlib import Path
from typing import Any
from uuid import uuid4

from django.db import connection
from django.test import override_settings
from playwright.sync_api import Browser

import conftest as suite
from motcua.accounts.tests.factories import citizen, officer
from motcua.bootstrap import home, scratch
from motcua.kernel.worktime import ZONE
from tests import product as products
from tests.browser.visitors import Visitors

DAYS = tuple(date(2021, 9, day) for day in range(6, 11))
"""Monday, 6 to Friday, 10 September 2021: no holiday, districts still exist, the first circular is in force."""
SINCE = date(2021, 1, 1)
HASHERS = ["django.contrib.auth.hashers.ScryptPasswordHasher"]


@dataclass(frozen=True)
class OneStop:
    """A one-stop of the week: its agency, who receives, who handles, who approves."""

    agency_id: str
    receives: str
    handles: str
    approves: str


KENG_DU = OneStop("UBND21-16822", "keo", "mun", "mun")
VINH = OneStop("UBND-412", "hoa", "son", "lam")
JUSTICE = OneStop("STP", "ngoc", "quy", "thang")
STAFF = (
    ("keo", "Moong Văn Kẹo", KENG_DU.agency_id, ["reception", "specialist"]),
    ("mun", "Lầu Bá Mùn", KENG_DU.agency_id, ["reception", "specialist", "approver", "head"]),
    ("hoa", "Hoàng Thị Hoa", VINH.agency_id, ["reception"]),
    ("son", "Nguyễn Hồng Sơn", VINH.agency_id, ["specialist"]),
    ("lam", "Đậu Thanh Lam", VINH.agency_id, ["approver", "head"]),
    ("ngoc", "Phan Thị Ngọc", JUSTICE.agency_id, ["reception"]),
    ("quy", "Trần Đình Quý", JUSTICE.agency_id, ["specialist"]),
    ("thang", "Hồ Sỹ Thắng", JUSTICE.agency_id, ["approver", "head"]),
    ("chi", "Phạm Thị Chi", "UBND21-16831", ["reception", "specialist", "approver", "head"]),
    ("dung", "Võ Tiến Dũng", "VPUBND", ["oversight"]),
)
NAM = "0977777777"
"""The phone of Vi Văn Nam, head of the hamlet Huồi Phuôn, who files for his neighbours."""


def people() -> None:
    """Open the accounts of everybody who works or helps in the week."""
    at = moment(DAYS[0], "6:00")
    for username, name, agency_id, roles in STAFF:
        officer(username, name, agency_id, roles, since=SINCE, at=at)
    citizen("Vi Văn Nam", NAM, at=at)


@contextmanager
def province(blocker: Any, settle: Callable[[], None] = people) -> Iterator[str]:
    """Make a database in which the people of the week, or those who are settled here, live; gives its name."""
    name, before = f"motcua_week_{uuid4().hex[:8]}", connection.settings_dict["NAME"]
    with blocker.unblock():
        connection.close()
        scratch.create_database(home.locate(), name, template=suite._template_name())
        suite._point_at(name, "app")
        with override_settings(PASSWORD_HASHERS=HASHERS):
            settle()
        connection.close()
        suite._point_at(before, "app")
    try:
        yield name
    finally:
        with blocker.unblock():
            scratch.drop_database(home.locate(), name)


def moment(day: date, clock: str) -> datetime:
    """Give an hour of a day in Vietnam."""
    hour, minute = clock.split(":")
    return datetime(day.year, day.month, day.day, int(hour), int(minute), tzinfo=ZONE)


@contextmanager
def opened(chromium: Browser, var: Path, database: str, day: date, clock: str) -> Iterator[Visitors]:
    """Run the product from an hour of a day on; every page that is seen is looked at as in all browser tests."""
    with products.running(var, database, MOTCUA_CLOCK=moment(day, clock).isoformat()) as started:
        found = Visitors(chromium, started)
        try:
            yield found
        finally:
            found.leave()
        assert not found.wrong, found.wrong
