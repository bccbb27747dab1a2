"""The real web server, killed while people submit and upload: what it acknowledged is there, the rest can go on."""

import http.client
import os
import signal
import threading
import time
from dataclasses import dataclass, field
from datetime import UTC, datetime
from urllib.parse import urlencode, urlsplit

import pytest
from django.conf import settings
from django.db import connection

import conftest as suite
from motcua.bootstrap import processes
from motcua.dossiers.models import Dossier, DossierCode, Draft
from motcua.dossiers.tests.factories import drafted, photo
from motcua.ledger.verify import verify
from tests.product import running
from tests.stories.citizen import Citizen
from tests.stories.test_durability import facts, is_intact, is_whole, no_gap

pytestmark = [pytest.mark.database_clone, pytest.mark.e2e]

PEOPLE, EACH = 4, 2
ANSWERS = (1, 4, 7, 10, 13)
"""After how many answers of a round, of sixteen, the process that serves is killed while it works on the next."""
TOKEN = "k" * 32
BACK_SECONDS = 60
BETWEEN_DEATHS = 6.0
"""Granian takes a process that dies twice within 5.5 s for a crash loop, and ends; `motcua run` begins it anew."""


@pytest.fixture
def an(database_clone):
    """An, in a province in which everything commits, on the day it is."""
    return suite.make_cast(datetime.now(UTC)).an


@pytest.fixture
def product(database_clone, an, tmp_path, monkeypatch):
    """The web server alone: without a worker, what waits to be delivered can be counted."""
    monkeypatch.setattr(settings, "FILES_ROOT", tmp_path / "var/files")
    with running(tmp_path / "var", database_clone, worker=False) as started:
        yield started


@dataclass
class Round:
    """Drafts of one round, what was sent about them, and what the server said before it died."""

    product: object
    cookie: str
    drafts: list
    with_papers: bool = True
    told: dict = field(default_factory=dict)
    uploaded: set = field(default_factory=set)
    answered: threading.Semaphore = field(default_factory=lambda: threading.Semaphore(0))

    def send(self, number):
        """One person: a paper added to each draft, if any, then the draft filed, over one connection."""
        where = urlsplit(self.product.url)
        line = http.client.HTTPConnection(where.hostname, where.port, timeout=BACK_SECONDS)
        for draft in self.drafts[number::PEOPLE]:
            try:
                if self.with_papers and self.ask(line, draft, "tep/", *_paper()):
                    self.uploaded.add(draft.id)
                version = Draft.objects.get(id=draft.id).version
                words = urlencode({"seen": version, "declared": "1", "csrfmiddlewaretoken": TOKEN})
                form = "application/x-www-form-urlencoded"
                if location := self.ask(line, draft, "nop/", words.encode(), form):
                    self.told[draft.id] = location
            except (OSError, http.client.HTTPException):
                line.close()
        line.close()
        connection.close()

    def ask(self, line, draft, act, body, kind):
        """Post, and give the address to which a whole answer leads."""
        headers = {"Cookie": self.cookie, "Content-Type": kind}
        line.request("POST", f"/nop/ban-nhap/{draft.id}/{act}", body, headers)
        answer = line.getresponse()
        page = answer.read()
        self.answered.release()
        assert answer.status in (302, 303), (act, answer.status, page.decode()[:2000])
        return answer.headers["Location"]


def _paper():
    edge = b"edge-of-the-parts"
    parts = [
        b'Content-Disposition: form-data; name="csrfmiddlewaretoken"\r\n\r\n' + TOKEN.encode(),
        b'Content-Disposition: form-data; name="component"\r\n\r\ncomponent-4',
        b'Content-Disposition: form-data; name="component-4"; filename="anh.jpg"\r\n'
        b"Content-Type: image/jpeg\r\n\r\n" + photo().read(),
    ]
    body = b"".join(b"--" + edge + b"\r\n" + part + b"\r\n" for part in parts) + b"--" + edge + b"--\r\n"
    return body, f"multipart/form-data; boundary={edge.decode()}"


def test_whatever_the_server_acknowledged_before_it_was_killed_is_there(an, product):
    browser = Citizen(an)
    sign_in = browser.client.cookies[settings.SESSION_COOKIE_NAME].value
    cookie = f"{settings.SESSION_COOKIE_NAME}={sign_in}; {settings.CSRF_COOKIE_NAME}={TOKEN}"
    acknowledged = cut_off = 0
    for answered in ANSWERS:
        now = datetime.now(UTC)
        done = Round(product, cookie, [drafted(an, at=now) for _ in range(PEOPLE * EACH)])
        one_round(done, answered)
        settle(product)
        alive = time.monotonic()
        for draft in done.drafts:
            acknowledged += draft.id in done.told
            cut_off += not what_was_said_is_true(done, draft)
        untold = [one for one in done.drafts if one.id not in done.told]
        again = Round(
            product, cookie, untold, with_papers=False
        )  # what was filed unheard takes no more papers
        one_round(again, None)
        for draft in again.drafts:
            is_whole(Draft.objects.get(id=draft.id))
        time.sleep(max(0.0, alive + BETWEEN_DEATHS - time.monotonic()))
    assert acknowledged > 0
    assert cut_off > 0
    assert Dossier.objects.count() == DossierCode.objects.count() == facts().count()
    assert Dossier.objects.count() == PEOPLE * EACH * len(ANSWERS)
    no_gap()
    assert verify().findings == []


def one_round(done, answered):
    """Let everybody send at once, and kill the process that serves them after so many answers."""
    people = [threading.Thread(target=done.send, args=(number,)) for number in range(PEOPLE)]
    for person in people:
        person.start()
    if answered is not None:
        for _ in range(answered):
            assert done.answered.acquire(timeout=BACK_SECONDS)
        for pid in serving(done.product):
            os.kill(pid, signal.SIGKILL)
    for person in people:
        person.join()


def serving(product):
    return [pid for pid in processes.in_session(product.server) if pid != product.server]


def settle(product):
    """Wait until the database has ended what the dead left open, and a new process answers."""
    until = time.monotonic() + BACK_SECONDS
    busy = (
        "SELECT count(*) FROM pg_stat_activity WHERE datname = current_database() "
        "AND pid <> pg_backend_pid() AND xact_start IS NOT NULL AND backend_type = 'client backend'"
    )
    while time.monotonic() < until:
        with connection.cursor() as cursor:
            cursor.execute(busy)
            alone = cursor.fetchone() == (0,)
        if alone and answers(product):
            return
        time.sleep(0.1)
    raise AssertionError("the web server did not come back")


def answers(product):
    where = urlsplit(product.url)
    line = http.client.HTTPConnection(where.hostname, where.port, timeout=BACK_SECONDS)
    try:
        line.request("GET", "/")
        return line.getresponse().status == 200
    except OSError:
        return False
    finally:
        line.close()


def what_was_said_is_true(done, draft):
    """Hold a draft against what its sender was told; tells whether the dossier is there."""
    now = Draft.objects.get(id=draft.id)
    assert draft.id not in done.uploaded or now.files.filter(component=4).exists()
    if now.dossier_id is None:
        assert draft.id not in done.told
        is_intact(draft)
        return False
    is_whole(now)
    if draft.id in done.told:
        assert DossierCode.objects.get(dossier_id=now.dossier_id).code in done.told[draft.id]
    return True
