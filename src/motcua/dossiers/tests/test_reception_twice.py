"""The same page sent twice at the same moment, as a dropped line does: one dossier, one code, two equal answers."""

import threading
from concurrent.futures import ThreadPoolExecutor

import pytest
from django.db import connection

import conftest as suite
from motcua.dossiers.models import CounterEntry, Dossier, DossierCode
from motcua.dossiers.operations.reception import take_in
from motcua.dossiers.tests.factories import counter_case
from motcua.ledger.models import Event

AT_ONCE = 4

pytestmark = pytest.mark.database_clone


def test_sent_by_several_at_once_it_is_one_dossier(database_clone, at):
    binh, case, start = suite.make_cast(at).binh, counter_case(at), threading.Barrier(AT_ONCE)

    def send(_):
        try:
            start.wait(30)
            return take_in(case=case, by=binh, at=at)
        finally:
            connection.close()

    with ThreadPoolExecutor(AT_ONCE) as hands:
        told = set(hands.map(send, range(AT_ONCE)))
    assert len(told) == 1
    assert Dossier.objects.count() == CounterEntry.objects.count() == DossierCode.objects.count() == 1
    assert Event.objects.filter(name="dossiers.DossierTakenIn").count() == 1
