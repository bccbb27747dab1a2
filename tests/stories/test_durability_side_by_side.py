"""32 people file at the same moment through eight processes: no gap, no duplicate, no deadlock, nobody refused."""

import json
import multiprocessing
import os
import threading
import traceback
from collections import defaultdict

import pytest
from django.db import connection

import conftest as suite
from motcua.catalogue.queries import online_service, receiving_agencies
from motcua.dossiers.models import Document, Dossier, DossierCode
from motcua.dossiers.operations import intake
from motcua.dossiers.tests.factories import BIRTH, drafted
from motcua.gateways import clock
from motcua.ledger.models import Event
from motcua.ledger.verify import verify

PROCESSES, THREADS, EACH = 8, 4, 2
PARALLEL = PROCESSES * THREADS

pytestmark = [
    pytest.mark.database_clone,
    pytest.mark.e2e,
    pytest.mark.filterwarnings("ignore:.*fork.*:DeprecationWarning"),
]


@pytest.fixture
def an(database_clone, at):
    with clock.set_to(at):
        yield suite.make_cast(at).an


def side_by_side(an, at, agencies, folder):
    """File from all at once, each at the agencies of its turn; gives what each was told."""
    drafted(an, at=at, agency_id=agencies[0])  # what a process keeps in memory is warm before they part
    start = multiprocessing.get_context("fork").Barrier(PARALLEL)
    connection.close()
    children = [
        _forked(lambda turn=turn: _process(an, at, agencies, folder, start, turn))
        for turn in range(PROCESSES)
    ]
    endings = [os.waitpid(child, 0)[1] for child in children]
    assert endings == [0] * PROCESSES
    told = [json.loads(path.read_text()) for path in sorted(folder.glob("*.json"))]
    assert len(told) == PARALLEL
    return [one for some in told for one in some]


def _forked(work):
    child = os.fork()
    if child:
        return child
    try:
        work()
        os._exit(0)
    except BaseException:
        traceback.print_exc()
        os._exit(70)


def _process(an, at, agencies, folder, start, turn):
    problems = []

    def person(number):
        try:
            places = [agencies[(number * EACH + one) % len(agencies)] for one in range(EACH)]
            drafts = [drafted(an, at=at, agency_id=place) for place in places]
            start.wait(240)
            done = [intake.submit(draft_id=one.id, seen=one.version, by=an, at=at) for one in drafts]
            told = [[str(one.dossier_id), one.code, place] for one, place in zip(done, places, strict=True)]
            (folder / f"{number}.json").write_text(json.dumps(told))
        except BaseException as problem:
            traceback.print_exc()
            problems.append(problem)
            start.abort()
        finally:
            connection.close()

    threads = [threading.Thread(target=person, args=(turn * THREADS + one,)) for one in range(THREADS)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert problems == []


def gapless(told):
    """Each agency's numbers of the day are 1, 2, 3 …, each once."""
    by_place = defaultdict(list)
    for _, code, place in told:
        by_place[place].append(int(code.rsplit("-", 1)[1]))
    return all(sorted(taken) == list(range(1, len(taken) + 1)) for taken in by_place.values())


def everything_is_there(told):
    assert len({code for _, code, _ in told}) == len(told) == PARALLEL * EACH
    assert gapless(told)
    assert set(DossierCode.objects.values_list("code", flat=True)) == {code for _, code, _ in told}
    assert Dossier.objects.count() == len(told)
    assert Event.objects.filter(name="dossiers.DossierSubmitted").count() == len(told)
    assert set(Document.objects.values_list("dossier_id", flat=True)) == set(
        Dossier.objects.values_list("id", flat=True)
    )
    assert verify().findings == []


def test_all_at_one_agency(an, at, tmp_path):
    everything_is_there(side_by_side(an, at, [suite.COMMUNE], tmp_path))


def test_over_many_agencies(an, at, tmp_path):
    on = at.date()
    agencies = [one.id for one in receiving_agencies(BIRTH, on) if online_service(BIRTH, one.id, on)][:24]
    told = side_by_side(an, at, agencies, tmp_path)
    everything_is_there(told)
    assert len({place for _, _, place in told}) == 24


def test_one_draft_sent_by_all_at_once_is_filed_once(an, at, tmp_path):
    draft = drafted(an, at=at)
    start = multiprocessing.get_context("fork").Barrier(PROCESSES)

    def send(turn):
        start.wait(60)
        done = intake.submit(draft_id=draft.id, seen=draft.version, by=an, at=at)
        (tmp_path / str(turn)).write_text(f"{done.code} {done.secret}")

    connection.close()
    children = [_forked(lambda turn=turn: send(turn)) for turn in range(PROCESSES)]
    assert [os.waitpid(child, 0)[1] for child in children] == [0] * PROCESSES
    assert len({path.read_text() for path in tmp_path.iterdir()}) == 1
    assert Dossier.objects.count() == 1
