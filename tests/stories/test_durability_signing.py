"""Workers that die while they sign, or sign at the same moment: the dossier waits, or has one result that is whole."""

import os
from hashlib import sha256
from io import BytesIO

import pytest
from django.db import connection
from pikepdf import Pdf

import conftest as suite
from motcua.dossiers.models import Dossier, Result, SigningOrder
from motcua.dossiers.operations import returning, signing
from motcua.gateways import clock
from motcua.ledger.models import Event
from motcua.ledger.verify import verify
from motcua.papers import disk
from motcua.papers.models import File
from tests.stories.killing import in_a_child, killed_at
from tests.stories.officer import at_stage, fresh

STRIDE = 3
"""Every third step, from another first one each way: all of them take minutes."""

pytestmark = [
    pytest.mark.database_clone,
    pytest.mark.e2e,
    pytest.mark.filterwarnings("ignore:.*fork.*:DeprecationWarning"),
]


@pytest.fixture
def cast(database_clone, at, monkeypatch):
    """Give the cast, in a province in which everything commits.

    The strip is left away: the typesetter's threads, where this process has set a paper before, do not live on in a
    forked child.
    """
    monkeypatch.setattr("motcua.dossiers.signatures.stamp", lambda pdf, **_: pdf)
    with clock.set_to(at):
        yield suite.make_cast(at)


def begun(cast, at):
    """Give a dossier whose head has just pressed to sign."""
    dossier = at_stage(cast, "approved", at)
    paper = returning.ResultPaper(_pdf(), "kq.pdf", "12/2026")
    signing.prepare(dossier_id=dossier.id, seen=fresh(dossier).version, paper=paper, by=cast.bich, at=at)
    signing.sign(dossier_id=dossier.id, seen=fresh(dossier).version, by=cast.bao, at=at)
    return dossier, SigningOrder.objects.get(dossier=dossier)


def _pdf():
    """A PDF that is not set by the typesetter."""
    made = BytesIO()
    with Pdf.new() as paper:
        paper.add_blank_page()
        paper.save(made)
    made.seek(0)
    return made


def whole(dossier):
    """State what must hold of a dossier that was signed to the end."""
    row = Result.objects.get(dossier=dossier)
    file = File.objects.get(id=row.document.file_id)
    kept = disk.path_of(file.id).read_bytes()
    assert sha256(kept).digest() == bytes(file.sha256) == bytes(row.digest)
    assert Event.objects.filter(thread=dossier.id, name="dossiers.ResultIssued").count() == 1
    assert fresh(dossier).stage == "issued"
    assert SigningOrder.objects.get(dossier=dossier).state == "issued"


@pytest.mark.parametrize(("sent", "first"), [(False, 1), (True, 3)])
def test_dying_at_any_step_it_waits_or_is_issued_and_the_next_worker_brings_it_to_its_end(
    cast, at, sent, first
):
    step, died = first, True
    while died:
        dossier, order = begun(cast, at)

        def work(order=order):
            signing.carry_out(order_id=order.id, at=at)

        died = killed_at(step, work, sent=sent)
        state = SigningOrder.objects.get(id=order.id).state
        assert (fresh(dossier).stage, state) in {("approved", "signing"), ("issued", "issued")}
        in_a_child(work)
        whole(dossier)
        step += STRIDE
    assert step > 4 * STRIDE
    assert verify().findings == []


def test_two_workers_at_the_same_order_issue_one_result(cast, at):
    dossier, order = begun(cast, at)
    connection.close()
    children = []
    for _ in range(2):
        child = os.fork()
        if child == 0:
            try:
                signing.carry_out(order_id=order.id, at=at)
            finally:
                os._exit(0)
        children.append(child)
    for child in children:
        os.waitpid(child, 0)
    whole(dossier)
    assert Dossier.objects.filter(id=dossier.id, stage="issued").exists()
    assert verify().findings == []
