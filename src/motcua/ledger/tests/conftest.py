"""The ledger's own wiring, people who act, and a hand that can alter what the application cannot."""

from contextlib import contextmanager
from datetime import UTC, datetime

import psycopg
import pytest
from django.conf import settings
from django.db import connection

from motcua.bootstrap import home, scratch
from motcua.kernel.actors import Actor
from motcua.kernel.ids import uuid7
from motcua.ledger import wiring
from motcua.ledger.acts import act
from motcua.ledger.models import Event
from motcua.ledger.tests.wiring import Happened

HERE, THERE = "UBND25-17989", "UBND25-18001"
AT = datetime(2026, 9, 8, 2, 0, tzinfo=UTC)
BINH = Actor("officer", "binh", HERE, frozenset(["reception"]), via="desk")


@pytest.fixture
def own_wiring(monkeypatch):
    """The ledger finds the tables of its tests instead of the product's."""
    monkeypatch.setattr(settings, "WIRING", "motcua.ledger.tests.wiring")
    wiring._tables.cache_clear()
    wiring.kinds.cache_clear()
    yield
    wiring._tables.cache_clear()
    wiring.kinds.cache_clear()


@pytest.fixture
def anchors(tmp_path, monkeypatch):
    """A folder of its own for the anchors' files."""
    monkeypatch.setattr(settings, "ANCHORS_ROOT", tmp_path / "anchors")
    return tmp_path / "anchors"


def record(agency=HERE, times=1, by=BINH, kind=Happened):
    """Record facts, one act each; gives the ids of the events."""
    made = []
    for _ in range(times):
        with act(by=by, at=AT) as deed:
            made.append(deed.record(kind(thing=uuid7(), agency=agency)))
    return made


def ours():
    """Give the events of the test, without those of loading the province."""
    return Event.objects.filter(name__startswith="ledger.").order_by("chain", "sequence")


@contextmanager
def altering():
    """Open a connection for which no trigger fires: what an attacker with the whole server could do."""
    url = scratch.located(home.locate(), connection.settings_dict["NAME"]).superuser
    with psycopg.connect(url, autocommit=True) as hand:
        try:
            hand.execute("SET session_replication_role = replica")
        except psycopg.errors.InsufficientPrivilege:
            pytest.skip("needs an administrator of the database server")
        yield hand
