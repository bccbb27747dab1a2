"""Citizens see where they are signed in, and end it: the shared computer at the commune's library, say."""

import pytest
from django.test import Client

from motcua.accounts.models import SignIn
from motcua.accounts.operations.sessions import Arrival, note_session
from motcua.accounts.tests.factories import account_of
from motcua.gateways import clock

SESSIONS = "/ho-so/phien/"


@pytest.fixture(autouse=True)
def _held_clock(at):
    with clock.set_to(at):
        yield


@pytest.fixture
def browsers(cast, at):
    """An at home, An at the library."""
    found = []
    for agent in ("Mozilla Firefox (Linux)", "Chrome Windows"):
        client = Client()
        client.force_login(account_of(cast.an))
        arrival = Arrival(account_of(cast.an).id, client.session.session_key, agent, "113.160.9.9")
        note_session(arrival=arrival, by=cast.an, at=at)
        found.append(client)
    return found


def test_both_are_listed_and_this_one_is_marked(browsers):
    page = browsers[0].get(SESSIONS).content.decode()
    assert "Firefox · Linux" in page
    assert "Chrome · Windows" in page
    assert page.count("Phiên này") == 1


def test_the_other_one_is_ended_at_once(browsers):
    home, library = browsers
    other = SignIn.objects.get(session_key=library.session.session_key)
    home.post(f"{SESSIONS}{other.id}/ket-thuc/")
    assert library.get(SESSIONS).status_code == 302
    assert home.get(SESSIONS).status_code == 200


def test_all_others_are_ended_and_this_one_goes_on(browsers):
    home, library = browsers
    home.post(f"{SESSIONS}ket-thuc/")
    assert library.get(SESSIONS).status_code == 302
    assert "Phiên này" in home.get(SESSIONS).content.decode()
