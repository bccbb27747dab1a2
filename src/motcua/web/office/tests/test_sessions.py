"""Where one is signed in: listed in words, ended at once, one or all others."""

from datetime import timedelta

import pytest
from django.test import Client

from motcua.accounts.models import SignIn
from motcua.accounts.tests.factories import PASSWORD
from motcua.gateways import clock
from motcua.web.shared import seen

SESSIONS, DESK = "/office/sessions/", "/office/"
FIREFOX = "Mozilla/5.0 (X11; Linux x86_64; rv:140.0) Gecko/20100101 Firefox/140.0"
PHONE = (
    "Mozilla/5.0 (Linux; Android 14) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/130.0 Mobile Safari/537.36"
)


@pytest.fixture(autouse=True)
def _held_clock(at):
    seen._noted.clear()
    with clock.set_to(at):
        yield


def browser(agent=FIREFOX, name="binh", address="113.160.92.7"):
    client = Client(HTTP_USER_AGENT=agent, REMOTE_ADDR=address)
    client.post("/office/sign-in/", {"name": name, "password": PASSWORD})
    return client


def words(client):
    return client.get(SESSIONS).content.decode()


def test_each_is_told_in_words_and_this_one_is_marked(cast):
    here, _phone = browser(), browser(PHONE, address="171.244.1.2")
    page = words(here)
    assert "Firefox · Linux" in page
    assert "Chrome · Android" in page
    assert "113.160.0.0/16" in page
    assert "113.160.92.7" not in page, "no address is kept"
    assert page.count("Phiên này") == 1


def test_an_ended_one_is_gone_at_its_next_request(cast):
    here, phone = browser(), browser(PHONE)
    one = SignIn.objects.get(device="Chrome · Android")
    assert here.post(f"{SESSIONS}{one.id}/ending/").headers["Location"] == SESSIONS
    assert phone.get(DESK).status_code == 302
    assert here.get(DESK).status_code == 200
    assert "Android" not in words(here)


def test_all_others_end_also_such_as_nobody_noted(cast):
    here, phone, unnoted = browser(), browser(PHONE), browser(PHONE)
    SignIn.objects.filter(session_key=unnoted.session.session_key).delete()
    here.post(f"{SESSIONS}endings/")
    assert [one.get(DESK).status_code for one in (here, phone, unnoted)] == [200, 302, 302]


def test_another_password_ends_the_others_and_keeps_this_one(cast):
    here, phone = browser(), browser(PHONE)
    new = "mot-cau-khac-han-nua"
    here.post("/office/password/", {"old": PASSWORD, "new": new, "again": new})
    assert [one.get(DESK).status_code for one in (here, phone)] == [200, 302]
    assert "Phiên này" in words(here)


def test_nobody_ends_anothers_session(cast):
    mine, stranger = browser(), browser(name="chi")
    one = SignIn.objects.get(account_id=cast.binh.id)
    assert stranger.post(f"{SESSIONS}{one.id}/ending/").status_code == 404
    assert mine.get(DESK).status_code == 200


def test_its_last_use_is_noted_every_few_minutes(cast, at):
    client = browser()
    for minutes, noted in ((1, 1), (5, 1), (6, 6), (10, 6), (13, 13)):
        with clock.set_to(at + timedelta(minutes=minutes)):
            client.get(DESK)
        assert SignIn.objects.get().seen_at == at + timedelta(minutes=noted)
