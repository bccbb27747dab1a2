"""A submission cut off anywhere: either the dossier is there whole, or the draft is as it was. Nothing between."""

from hashlib import sha256
from pathlib import Path

import pytest
from django.conf import settings
from django.db import connection

import conftest as suite
from motcua.dossiers.models import Document, Dossier, DossierCode, Draft, DraftFile
from motcua.dossiers.operations import intake
from motcua.dossiers.queries.drafts import answers_of
from motcua.dossiers.tests.factories import drafted
from motcua.gateways import clock
from motcua.kernel.actors import Actor
from motcua.ledger.models import Event
from motcua.ledger.verify import verify
from motcua.papers.disk import path_of
from tests.stories.citizen import Citizen, jpeg
from tests.stories.killing import killed_at

pytestmark = [
    pytest.mark.database_clone,
    pytest.mark.e2e,
    pytest.mark.filterwarnings("ignore:.*fork.*:DeprecationWarning"),
]


@pytest.fixture
def an(database_clone, at):
    """An, in a province in which everything commits."""
    with clock.set_to(at):
        yield suite.make_cast(at).an


def steps(most=200):
    """Count the steps at which to die, until a child comes to its end alive."""
    return range(1, most)


@pytest.mark.parametrize("sent", [False, True], ids=["before-each-order", "after-each-order-was-sent"])
def test_a_submission_killed_at_any_step_is_whole_or_has_not_happened(an, at, sent):
    browser, whole, untouched, died = Citizen(an), 0, 0, True
    while died:
        draft, step = drafted(an, at=at), whole + untouched + 1
        died = killed_at(step, lambda draft=draft: submit(browser, draft), sent=sent)
        now = Draft.objects.get(id=draft.id)
        if now.dossier_id is None:
            untouched += 1
            is_intact(draft)
            submit(browser, draft)
        else:
            whole += 1
        is_whole(Draft.objects.get(id=draft.id))
    assert untouched >= 8  # the transaction's own orders, from BEGIN on
    assert whole >= (2 if sent else 1)  # the one that lived, and the one whose COMMIT had left when it died
    no_gap()
    assert verify().findings == []


@pytest.mark.parametrize("sent", [False, True], ids=["before-each-order", "after-each-order-was-sent"])
def test_an_upload_killed_at_any_step_leaves_a_draft_that_can_be_filed(an, at, sent):
    browser, draft = Citizen(an), drafted(an, at=at)
    before = list(draft.files.values_list("id", flat=True))
    for step in steps():
        died = killed_at(
            step, lambda: upload(browser, draft), sent=sent, watched=(Path(settings.FILES_ROOT),)
        )
        assert set(before) <= set(draft.files.values_list("id", flat=True))
        for one in DraftFile.objects.filter(draft=draft).select_related("file"):
            has_its_bytes(one.file)
        if not died:
            break
    assert step > 15
    submit(browser, draft)
    is_whole(Draft.objects.get(id=draft.id))


def submit(browser, draft):
    answer = browser.client.post(f"/nop/ban-nhap/{draft.id}/nop/", {"seen": draft.version, "declared": "1"})
    assert answer.status_code == 302, answer.content.decode()[:2000]


def upload(browser, draft):
    answer = browser.client.post(
        f"/nop/ban-nhap/{draft.id}/tep/", {"component": "component-4", "component-4": jpeg()}
    )
    assert answer.status_code == 302, answer.content.decode()[:2000]


def is_intact(draft):
    now = Draft.objects.get(id=draft.id)
    assert (answers_of(now), now.version, now.discarded_at) == (answers_of(draft), draft.version, None)
    for one in now.files.select_related("file"):
        has_its_bytes(one.file)
    assert Dossier.objects.count() == DossierCode.objects.count() == facts().count()
    assert Draft.objects.exclude(dossier_id=None).count() == Dossier.objects.count()


def is_whole(draft):
    dossier = Dossier.objects.get(id=draft.dossier_id)
    code = DossierCode.objects.get(dossier=dossier).code
    given = {one.file_id for one in draft.files.all()}
    documents = Document.objects.filter(dossier=dossier).select_related("file")
    assert {one.file_id for one in documents} == given
    for one in documents:
        has_its_bytes(one.file)
    [fact] = facts().filter(thread=dossier.id)
    assert fact.facts["code"] == code
    with connection.cursor() as cursor:
        cursor.execute(
            "SELECT count(*) FROM procrastinate_jobs WHERE task_name = 'ledger.deliver' AND args::text LIKE %s",
            [f"%{fact.id}%"],
        )
        assert cursor.fetchone() == (1,)
    assert intake.submit(draft_id=draft.id, seen=0, by=owner_of(draft), at=clock.now()).code == code


def owner_of(draft):
    return Actor("citizen", str(draft.account_id))


def has_its_bytes(file):
    assert sha256(path_of(file.id).read_bytes()).digest() == bytes(file.sha256)


def facts():
    return Event.objects.filter(name="dossiers.DossierSubmitted")


def no_gap():
    ordinals = sorted(
        int(code.rsplit("-", 1)[1]) for code in DossierCode.objects.values_list("code", flat=True)
    )
    assert ordinals == list(range(1, len(ordinals) + 1))
