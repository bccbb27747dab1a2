"""The worker dies while it empties the watched folder, anywhere: each file is taken exactly once, and none is lost."""

import os
import time

import pytest
from django.conf import settings

import conftest as suite
from motcua.dossiers.chores import collect_scans
from motcua.dossiers.models import Scan
from motcua.ledger.models import Event
from motcua.papers.tests.factories import pdf
from tests.stories.killing import killed_at

PLACE = "UBND25-17989"

pytestmark = [
    pytest.mark.database_clone,
    pytest.mark.e2e,
    pytest.mark.filterwarnings("ignore:.*fork.*:DeprecationWarning"),
]


@pytest.fixture
def folder(database_clone, at, tmp_path, monkeypatch):
    """The watched folder, in a province in which everything commits."""
    suite.make_cast(at)
    monkeypatch.setattr(settings, "SCANS_ROOT", str(tmp_path / "scans"))
    place = tmp_path / "scans" / PLACE
    place.mkdir(parents=True)
    return place


def put(folder, step):
    """Put a whole file and a broken one, of contents never seen before."""
    for name, content in (
        (f"tot-{step}.pdf", pdf(pages=1) + b"%%" + str(step).encode()),
        (f"hong-{step}.pdf", b"MZ" + str(step).encode()),
    ):
        path = folder / name
        path.write_bytes(content)
        os.utime(path, (time.time() - 3600,) * 2)


@pytest.mark.parametrize("sent", [False, True], ids=["before", "sent"])
def test_a_file_is_taken_exactly_once_wherever_the_worker_dies(folder, at, sent):
    step, died = 0, True
    while died:
        step += 1
        put(folder, step)
        died = killed_at(step, lambda: collect_scans(at=at), sent=sent, watched=(folder, settings.FILES_ROOT))
        collect_scans(at=at)
        assert [one.name for one in folder.iterdir() if one.is_file() and one.name[0] != "."] == []
        assert Scan.objects.filter(name=f"tot-{step}.pdf", state="waiting").count() == 1
        assert Scan.objects.filter(name=f"hong-{step}.pdf", state="refused").count() == 1
    assert step > 10
    taken = [one.name.partition("-")[2] for one in (folder / "done").iterdir()]
    refused = [one.name.partition("-")[2] for one in (folder / "refused").iterdir()]
    assert sorted(taken) == sorted(f"tot-{n}.pdf" for n in range(1, step + 1))
    assert {f"hong-{n}.pdf" for n in range(1, step + 1)} <= set(refused)
    assert {f"hong-{n}.pdf.ly-do.txt" for n in range(1, step + 1)} <= set(refused)
    assert Event.objects.filter(name="dossiers.ScanArrived").count() == step
