"""Two workers look at the same dossier at the same moment: one letter of apology."""

import threading
from concurrent.futures import ThreadPoolExecutor

import pytest
from django.db import connection

import conftest as suite
from motcua.dossiers.chores import raise_alarms
from motcua.dossiers.models import ApologyDraft
from motcua.dossiers.tests.apologies import EVE, received
from motcua.ledger.models import Event

AT_ONCE = 4

pytestmark = pytest.mark.database_clone


def test_looked_at_by_several_at_once_it_gets_one_letter(database_clone, at):
    received(suite.make_cast(at), at)
    start = threading.Barrier(AT_ONCE)

    def look(_):
        try:
            start.wait(30)
            return raise_alarms(at=EVE)
        finally:
            connection.close()

    with ThreadPoolExecutor(AT_ONCE) as hands:
        told = list(hands.map(look, range(AT_ONCE)))
    assert sum(told) == 1
    assert ApologyDraft.objects.count() == 1
    assert Event.objects.filter(name="dossiers.ApologyDrafted").count() == 1
