"""The worker dies while it delivers, anywhere: every notice still goes out, and goes out once."""

import argparse
import json
import time
from collections import Counter
from datetime import timedelta
from pathlib import Path

import pytest
from django.conf import settings
from django.db import connection

import conftest as suite
from motcua.commands import worker
from motcua.dossiers.models import Document
from motcua.dossiers.operations import processing
from motcua.dossiers.tests.factories import filed
from motcua.gateways import clock
from motcua.ledger.delivery import release_stalled
from motcua.ledger.models import Event
from motcua.messages.models import Message, State
from motcua.messages.operations import enqueueing
from tests.stories.killing import in_a_child, killed_at

LATER = timedelta(minutes=20)
"""Long enough for the claim of a sender that died to have run out."""
STRIDE = 3

pytestmark = [
    pytest.mark.database_clone,
    pytest.mark.e2e,
    pytest.mark.filterwarnings("ignore:.*fork.*:DeprecationWarning"),
]


@pytest.fixture
def cast(database_clone, at, tmp_path, monkeypatch):
    """Give the cast, in a province in which everything commits, and a carrier that remembers no other test."""
    monkeypatch.setattr(settings, "SIMULATORS_ROOT", tmp_path / "simulators")
    with clock.set_to(at):
        yield suite.make_cast(at)


def work():
    """Work as `motcua worker --once` does: until no job is waiting."""
    worker.run(argparse.Namespace(concurrency=1, once=True))


def work_later(at):
    with clock.set_to(at + LATER):
        work()


def carried():
    """Give what the simulated carrier has carried: how often each text went to each phone."""
    path = Path(settings.SIMULATORS_ROOT) / "sms.jsonl"
    lines = path.read_text().splitlines() if path.exists() else []
    return Counter(one["text"] for one in map(json.loads, lines) if one["outcome"] == "accepted")


@pytest.mark.parametrize("sent", [False, True], ids=["before-each-order", "after-each-order-was-sent"])
def test_a_worker_killed_at_any_step_loses_no_notice_and_sends_none_twice(cast, at, sent):
    in_a_child(work)
    for step in range(1, 400, STRIDE):
        dossier, done = filed(cast.an, at=at)
        processing.receive(dossier_id=dossier.id, seen=dossier.version, by=cast.binh, at=at)
        died = killed_at(step, work, sent=sent, watched=(Path(settings.SIMULATORS_ROOT),))
        release_stalled(after_seconds=0)
        in_a_child(lambda: work_later(at))
        told = {text: times for text, times in carried().items() if done.code in text}
        assert len(told) == 2, (step, told)  # filed, received
        assert set(told.values()) == {1}, (step, told)
        if not died:
            break
    assert step > 20
    nothing_is_left()


def test_a_notice_is_not_looked_for_before_it_is_written(cast, at):
    """A second hand of the worker takes the job at once, while the first has not committed yet."""
    filed(cast.an, at=at)

    def with_two_hands():
        ask = enqueueing.send_later

        def ask_and_linger(*ids, **more):
            ask(*ids, **more)
            time.sleep(2)

        enqueueing.send_later = ask_and_linger
        worker.run(argparse.Namespace(concurrency=2, once=True))

    in_a_child(with_two_hands)
    in_a_child(work)
    nothing_is_left()


def nothing_is_left():
    assert set(Message.objects.values_list("state", flat=True)) == {State.SENT}
    assert not Document.objects.filter(kind="component", rendition=None).exists()
    with connection.cursor() as cursor:
        cursor.execute("SELECT count(*) FROM procrastinate_jobs WHERE status IN ('todo', 'doing', 'failed')")
        assert cursor.fetchone() == (0,)
    told = Event.objects.filter(name__in=["dossiers.DossierSubmitted", "dossiers.DossierReceived"])
    assert told.count() == Message.objects.count()
