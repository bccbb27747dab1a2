"""The suite's own province: a throw-away database, the real data, and the cast An, Bình, Chi, Dũng.

A template database is migrated and loaded once, and kept while migrations and data stay the same; each worker
clones it. Plain tests run inside a transaction that is rolled back; a test marked `database_clone` gets a clone
for itself, in which several connections and processes may commit.
"""

import hashlib
import os
from collections.abc import Iterator
from datetime import UTC, date, datetime
from functools import cache
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit
from uuid import uuid4

import pytest
from django.conf import settings
from django.core.management import call_command
from django.db import connection
from django.utils import translation
from hypothesis import settings as hypothesis_settings

from motcua.bootstrap import database, home, scratch
from motcua.bootstrap.locks import exclusive
from motcua.commands.assets import compile_translations

ROOT = Path(__file__).resolve().parent
COMMUNE = "UBND25-17989"
"""Where An files and Bình works: xã Thiên Nhẫn."""
ELSEWHERE = "UBND25-18001"
"""Where Chi works: xã Hưng Nguyên."""


def pytest_configure() -> None:
    """Compile the English texts where they are newer; property tests are about truth, not time: no deadline."""
    compile_translations()
    hypothesis_settings.register_profile("motcua", deadline=None)
    hypothesis_settings.load_profile("motcua")


@cache
def _fingerprint() -> str:
    total = hashlib.sha256()
    for pattern in (
        "src/motcua/*/migrations/*.py",
        "src/motcua/*/operations/loading*.py",
        "data/nghe-an/**/*",
    ):
        for path in sorted(ROOT.glob(pattern)):
            if path.is_file():
                total.update(str(path.relative_to(ROOT)).encode() + path.read_bytes())
    return total.hexdigest()[:12]


def _point_at(name: str, role: str) -> None:
    where = scratch.located(home.locate(), name)
    parts = urlsplit(where.owner if role == "owner" else where.app)
    connection.close()
    connection.settings_dict.update(NAME=name, USER=parts.username, PASSWORD=parts.password)
    settings.DATABASES["default"].update(NAME=name, USER=parts.username, PASSWORD=parts.password)


def _template() -> str:
    at_home = home.locate()
    database.ensure_up(at_home)
    name = f"motcua_tpl_{_fingerprint()}"
    with exclusive(at_home.var / "test-template.lock"):
        if not scratch.database_exists(at_home, name):
            unfinished = f"{name}_unfinished"
            scratch.drop_database(at_home, unfinished)
            scratch.create_database(at_home, unfinished)
            _point_at(unfinished, "owner")
            call_command("migrate", verbosity=0)
            _point_at(unfinished, "app")
            _load_province()
            connection.close()
            scratch.create_database(at_home, name, template=unfinished)
            scratch.drop_database(at_home, unfinished)
    return name


def _load_province() -> None:
    from motcua.commands import load  # noqa: PLC0415 - settings must be in place first

    load.load_folder(ROOT / "data" / "nghe-an")


@pytest.fixture(scope="session")
def django_db_setup(tmp_path_factory: pytest.TempPathFactory, django_db_blocker: Any) -> Iterator[None]:
    """Give this worker its clone of the template, and folders of its own."""
    folder = tmp_path_factory.mktemp("motcua")
    settings.FILES_ROOT = folder / "files"
    settings.ANCHORS_ROOT = folder / "anchors"
    settings.SIMULATORS_ROOT = folder / "simulators"
    settings.PASSWORD_HASHERS = [
        "django.contrib.auth.hashers.MD5PasswordHasher"
    ]  # quick; guessing is not tested
    with django_db_blocker.unblock():
        template = _template()
        name = f"motcua_test_{os.environ.get('PYTEST_XDIST_WORKER', 'gw')}_{uuid4().hex[:6]}"
        scratch.create_database(home.locate(), name, template=template)
        _point_at(name, "app")
    yield
    with django_db_blocker.unblock():
        connection.close()
        scratch.drop_database(home.locate(), name)


@pytest.fixture
def database_clone(
    django_db_setup: None,
    django_db_blocker: Any,
    tmp_path_factory: pytest.TempPathFactory,
    monkeypatch: pytest.MonkeyPatch,
) -> Iterator[str]:
    """Give the test a database of its own in which everything commits, with anchors of its own; gives its name."""
    before = connection.settings_dict["NAME"]
    name = f"motcua_clone_{uuid4().hex[:8]}"
    # A worker that runs when its hour strikes anchors the day: a witness against every other database.
    monkeypatch.setattr(settings, "ANCHORS_ROOT", tmp_path_factory.mktemp("anchors"))
    with django_db_blocker.unblock():
        connection.close()
        scratch.create_database(home.locate(), name, template=_template_name())
        _point_at(name, "app")
        yield name
        connection.close()
        _point_at(before, "app")
        scratch.drop_database(home.locate(), name)


def _template_name() -> str:
    return f"motcua_tpl_{_fingerprint()}"


@pytest.fixture(autouse=True)
def _in_vietnamese() -> None:
    """Begin every test in Vietnamese: whoever read an English page before leaves its language in the thread."""
    translation.activate("vi")


@pytest.fixture
def at() -> datetime:
    """A quiet working morning: Tuesday, 8 September 2026, 09:00 in Vietnam."""
    return datetime(2026, 9, 8, 2, 0, tzinfo=UTC)


@pytest.fixture
def cast(db: None, at: datetime) -> "Cast":
    """An, Bình, Chi and Dũng in the rolled-back database."""
    return make_cast(at)


class Cast:
    """The four of every test, as actors, with Bình's colleagues."""

    def __init__(self, **people: Any) -> None:
        self.__dict__.update(people)

    def __getattr__(self, name: str) -> Any:
        raise AttributeError(name)


def make_cast(at: datetime) -> Cast:
    """Make the cast's accounts; may also be called in a database clone."""
    from motcua.accounts.tests.factories import citizen, officer  # noqa: PLC0415 - models need settings

    since = date(2021, 1, 1)
    return Cast(
        an=citizen("Nguyễn Thị An", "0912345678", at=at),
        binh=officer("binh", "Lê Văn Bình", COMMUNE, ["reception"], since=since, at=at),
        bich=officer("bich", "Trần Thị Bích", COMMUNE, ["specialist"], since=since, at=at),
        bao=officer("bao", "Hồ Quốc Bảo", COMMUNE, ["approver", "head"], since=since, at=at),
        chi=officer(
            "chi",
            "Phạm Thị Chi",
            ELSEWHERE,
            ["reception", "specialist", "approver", "head"],
            since=since,
            at=at,
        ),
        dung=officer("dung", "Võ Tiến Dũng", "VPUBND", ["oversight"], since=since, at=at),
    )


@pytest.fixture
def an(cast: Cast) -> Any:
    """An, who files."""
    return cast.an


@pytest.fixture
def binh(cast: Cast) -> Any:
    """Bình, the reception officer there."""
    return cast.binh


@pytest.fixture
def chi(cast: Cast) -> Any:
    """Chi, an officer elsewhere, who sees nothing."""
    return cast.chi


@pytest.fixture
def dung(cast: Cast) -> Any:
    """Dũng, who oversees and acts on nothing."""
    return cast.dung
