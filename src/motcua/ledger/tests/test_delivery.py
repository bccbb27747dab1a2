"""Each handler hears each fact once; what fails is tried again; a killed worker loses nothing."""

import asyncio
import os
import signal
import time
from contextlib import suppress

import pytest
from django.db import connection
from procrastinate import App, RetryStrategy
from procrastinate.contrib.django.utils import connector_params
from procrastinate.psycopg_connector import PsycopgConnector

from motcua.kernel.ids import uuid7
from motcua.ledger.acts import act
from motcua.ledger.delivery import deliver, read_back, release_stalled
from motcua.ledger.models import Event, Handling
from motcua.ledger.tests.conftest import AT, BINH, HERE, ours, record
from motcua.ledger.tests.wiring import Happened, Listed, Troubled, counted, trouble

pytestmark = [pytest.mark.database_clone, pytest.mark.usefixtures("database_clone", "own_wiring", "anchors")]


@pytest.fixture(autouse=True)
def quiet(monkeypatch):
    monkeypatch.setattr(trouble, "on", None)


def subject(event_id):
    return Event.objects.get(id=event_id).subject


def jobs():
    with connection.cursor() as cursor:
        cursor.execute("SELECT task_name, status::text FROM procrastinate_jobs ORDER BY id")
        return cursor.fetchall()


def work():
    """Run a worker until nothing is left to do, as `motcua worker --once` does."""
    app = App(connector=PsycopgConnector(kwargs=connector_params("default"), min_size=1, max_size=3))
    retry = RetryStrategy(max_attempts=5, wait=0)
    app.task(name="ledger.deliver", queue="facts", retry=retry)(lambda events: deliver(events))

    async def run():
        async with app.open_async():
            await app.run_worker_async(wait=False, delete_jobs="successful", install_signal_handlers=False)

    asyncio.run(run())


def test_one_job_for_the_whole_act_and_none_for_an_act_that_nobody_hears():
    with act(by=BINH, at=AT) as deed:
        for _ in range(3):
            deed.record(Happened(thing=uuid7(), agency=HERE))
    assert jobs() == [("ledger.deliver", "todo")]
    with act(by=BINH, at=AT) as deed:
        deed.number("nothing", AT.date())
    assert len(jobs()) == 1


def test_an_act_that_failed_leaves_no_job():
    with suppress(RuntimeError), act(by=BINH, at=AT) as deed:
        deed.record(Happened(thing=uuid7(), agency=HERE))
        raise RuntimeError
    assert jobs() == []
    assert ours().count() == 0


def test_a_fact_comes_back_as_it_was_recorded():
    fact = Listed(thing=uuid7(), agency=HERE, number="7", files=(uuid7(), uuid7()))
    with act(by=BINH, at=AT) as deed:
        event = deed.record(fact)
    assert read_back(Listed, Event.objects.get(id=event).facts) == fact


def test_each_handler_hears_each_fact_once_however_often_it_is_delivered():
    [event] = record()
    assert deliver([str(event)]) == 2
    assert deliver([str(event)]) == 0
    assert (counted(f"first:{subject(event)}"), counted(f"second:{subject(event)}")) == (1, 1)
    assert Handling.objects.count() == 2


def test_a_handler_that_fails_is_tried_again_and_its_neighbours_are_not(monkeypatch):
    [event] = record(kind=Troubled)

    def fail():
        raise RuntimeError("the other side is down")

    monkeypatch.setattr(trouble, "on", fail)
    for _ in range(2):
        with pytest.raises(RuntimeError):
            deliver([str(event)])
    thing = subject(event)
    assert [counted(f"{name}:{thing}") for name in ("first", "fails", "second")] == [1, 0, 0]
    monkeypatch.setattr(trouble, "on", None)
    assert deliver([str(event)]) == 2
    assert [counted(f"{name}:{thing}") for name in ("first", "fails", "second")] == [1, 1, 1]


def test_the_worker_tries_a_failing_job_until_it_is_done(monkeypatch):
    [event] = record(kind=Troubled)
    failures = iter([True, True, False])

    def fail_twice():
        if next(failures):
            raise RuntimeError("not yet")

    monkeypatch.setattr(trouble, "on", fail_twice)
    work()
    assert jobs() == []
    assert [counted(f"{name}:{subject(event)}") for name in ("first", "fails", "second")] == [1, 1, 1]


def test_nothing_is_lost_when_the_worker_is_killed_in_the_middle_of_a_handler(monkeypatch):
    events = record(kind=Troubled, times=3)
    connection.close()
    reading, writing = os.pipe()
    child = os.fork()
    if child == 0:

        def stand_still():
            os.write(writing, b".")
            time.sleep(60)

        trouble.on = stand_still
        work()
        os._exit(1)
    os.read(reading, 1)
    os.kill(child, signal.SIGKILL)
    os.waitpid(child, 0)
    assert ("ledger.deliver", "doing") in jobs()
    assert release_stalled(after_seconds=0) == 1
    work()
    assert jobs() == []
    for event in events:
        assert [counted(f"{name}:{subject(event)}") for name in ("first", "fails", "second")] == [1, 1, 1]


def test_a_job_under_way_is_not_given_to_a_second_worker():
    record()
    with connection.cursor() as cursor:
        cursor.execute("SELECT worker_id FROM procrastinate_register_worker_v1()")
        worker = cursor.fetchone()[0]
        cursor.execute("SELECT id FROM procrastinate_fetch_job_v2(NULL, %s)", [worker])
    assert release_stalled(after_seconds=60) == 0
    assert jobs() == [("ledger.deliver", "doing")]
