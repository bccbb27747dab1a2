"""Workers that look at the same moment, or die while they look: the owner is warned once, and is warned."""

import multiprocessing
import os
from datetime import date, timedelta

import pytest
from django.db import connection

import conftest as suite
from motcua.directory.models import Period
from motcua.directory.warm import forget_all
from motcua.dossiers.chores import raise_alarms
from motcua.dossiers.models import ApologyDraft, Dossier
from motcua.dossiers.operations import processing
from motcua.dossiers.operations.processing import Asked
from motcua.dossiers.tests.factories import BIRTH, filed
from motcua.gateways import clock
from motcua.ledger.models import Event
from motcua.ledger.verify import verify
from tests.stories.killing import in_a_child, killed_at

WORKERS = 6

pytestmark = [
    pytest.mark.database_clone,
    pytest.mark.e2e,
    pytest.mark.filterwarnings("ignore:.*fork.*:DeprecationWarning"),
]


@pytest.fixture
def cast(database_clone, at):
    """Give the cast, in a province in which everything commits."""
    with clock.set_to(at):
        yield suite.make_cast(at)


def cannot_make_it(cast, at):
    """Give a received dossier and a moment on the last morning on which its apology can be sent."""
    dossier, _ = filed(cast.an, at=at)
    Dossier.objects.filter(id=dossier.id).update(limit_amount=5, limit_unit="working_day")
    dossier = processing.receive(dossier_id=dossier.id, seen=dossier.version, by=cast.binh, at=at)
    return dossier, dossier.alarm_at + timedelta(minutes=1)


def near_due(cast, at):
    """Give a received dossier and a moment at which it is nearly due; its apology was drafted that morning."""
    dossier, moment = cannot_make_it(cast, at)
    raise_alarms(at=moment)
    dossier.refresh_from_db()
    return dossier, dossier.alarm_at + timedelta(minutes=1)


def warned(dossier):
    return Event.objects.filter(thread=dossier.id, name="dossiers.DossierNearDue").count()


def test_workers_that_look_at_the_same_moment_warn_once(cast, at):
    dossiers, moment = [], at
    for _ in range(8):
        dossier, moment = near_due(cast, at)
        dossiers.append(dossier)
    start = multiprocessing.get_context("fork").Barrier(WORKERS)
    connection.close()
    children = []
    for _ in range(WORKERS):
        child = os.fork()
        if child == 0:
            _look(start, moment)
        children.append(child)
    assert [os.waitpid(child, 0)[1] for child in children] == [0] * WORKERS
    raise_alarms(at=moment)  # what was locked by another a moment ago
    assert [warned(dossier) for dossier in dossiers] == [1] * len(dossiers)
    assert verify().findings == []


def _look(start, moment):
    try:
        start.wait()
        raise_alarms(at=moment)
        os._exit(0)
    except BaseException:
        os._exit(1)


@pytest.mark.parametrize("sent", [False, True], ids=["before-each-order", "after-each-order-was-sent"])
def test_a_worker_killed_while_it_looks_loses_no_warning_and_gives_none_twice(cast, at, sent):
    for step in range(1, 60):
        dossier, moment = near_due(cast, at)
        died = killed_at(step, lambda moment=moment: raise_alarms(at=moment), sent=sent)
        in_a_child(lambda moment=moment: raise_alarms(at=moment))
        assert warned(dossier) == 1, step
        if not died:
            break
    assert step > 8


@pytest.mark.parametrize("sent", [False, True], ids=["before-each-order", "after-each-order-was-sent"])
def test_a_worker_killed_while_it_drafts_an_apology_loses_none_and_drafts_none_twice(cast, at, sent):
    for step in range(1, 60):
        dossier, moment = cannot_make_it(cast, at)
        died = killed_at(step, lambda moment=moment: raise_alarms(at=moment), sent=sent)
        in_a_child(lambda moment=moment: raise_alarms(at=moment))
        assert ApologyDraft.objects.filter(dossier_id=dossier.id).count() == 1, step
        if not died:
            break
    assert step > 8


@pytest.mark.parametrize("sent", [False, True], ids=["before-each-order", "after-each-order-was-sent"])
def test_a_worker_killed_while_it_stops_a_void_dossier_stops_it_whole_or_not_at_all(cast, at, sent):
    row = Period(name="supplement_answer", scope=BIRTH, amount=10, unit="day", after="stop", law="Luật mẫu")
    row.valid_from, row.source, row.confidence = date(2021, 1, 1), "test", "test"
    row.save()
    forget_all()
    for step in range(1, 90, 2):
        dossier, _ = filed(cast.an, at=at)
        asked = [Asked(4, "Giấy chứng sinh", "Ảnh bị mờ, xin chụp lại cho rõ chữ.")]
        processing.ask_supplement(
            dossier_id=dossier.id, seen=dossier.version, items=asked, by=cast.binh, at=at
        )
        moment = at + timedelta(days=12)
        died = killed_at(step, lambda moment=moment: raise_alarms(at=moment), sent=sent)
        dossier.refresh_from_db()
        whole = (dossier.status, dossier.remarks.count(), stopped(dossier))
        assert whole in [(5, 0, 0), (8, 1, 1)], step
        in_a_child(lambda moment=moment: raise_alarms(at=moment))
        dossier.refresh_from_db()
        assert (dossier.status, dossier.remarks.count(), stopped(dossier)) == (8, 1, 1), step
        if not died:
            break
    assert step > 12


def stopped(dossier):
    return Event.objects.filter(thread=dossier.id, name="dossiers.DossierStopped").count()
