"""Who asks too often waits, in words and by the clock; nobody else does."""

from datetime import timedelta

import pytest
from django.test import Client

from motcua.accounts.rules.limits import LIMITS, network_of, window_end
from motcua.gateways import clock
from motcua.web.shared import limits

LOOKUP, ASKER, ELSEWHERE = "/tra-cuu/", "203.0.113.7", "198.51.100.9"
TRACKING = LIMITS["tracking"]


@pytest.fixture(autouse=True)
def _fresh(db, at, monkeypatch):
    monkeypatch.setitem(limits.LIMITS, "tracking", TRACKING)
    limits.forget()
    with clock.set_to(at):
        yield
    limits.forget()


def look_up(session="a" * 32, address=ASKER):
    client = Client()
    client.cookies["motcua"] = session
    return client.post(LOOKUP, {"code": "H41", "secret": "x"}, REMOTE_ADDR=address)


def wear_out(address=ASKER):
    for _ in range(TRACKING.session):
        look_up(address=address)


def test_one_session_waits_and_is_told_how_long(at):
    wear_out()
    answer = look_up()
    assert answer.status_code == 429
    assert 0 < int(answer.headers["Retry-After"]) <= 601
    assert "Xin chờ một chút" in answer.content.decode()


def test_a_neighbour_behind_the_same_address_does_not_wait():
    wear_out()
    assert look_up("b" * 32).status_code == 422
    assert look_up(address=ELSEWHERE).status_code == 422


def test_reading_the_form_is_never_refused():
    wear_out()
    assert Client().get(LOOKUP, REMOTE_ADDR=ASKER).status_code == 200


def test_it_ends_with_the_window(at):
    wear_out()
    with clock.set_to(at + timedelta(minutes=10)):
        assert look_up().status_code == 422


def test_a_new_cookie_each_time_does_not_help():
    for number in range(TRACKING.network):
        assert limits._asks_too_often("tracking", TRACKING, asker(f"{number:032d}")) is False
    assert limits._asks_too_often("tracking", TRACKING, asker("f" * 32)) is True


def test_an_office_may_do_more(settings):
    settings.OFFICE_NETWORKS = ["203.0.113.0/24"]
    for number in range(TRACKING.network + 1):
        assert limits._asks_too_often("tracking", TRACKING, asker(f"{number:032d}")) is False


def test_this_machine_itself_is_not_counted():
    wear_out("127.0.0.1")
    assert look_up(address="127.0.0.1").status_code == 422


def test_counts_do_not_grow_without_end(monkeypatch):
    monkeypatch.setattr(limits, "MOST", 10)
    for number in range(50):
        limits._asks_too_often("tracking", TRACKING, asker(f"{number:032d}"))
    assert len(limits._counts) <= 11


@pytest.mark.parametrize(
    ("address", "network"),
    [
        ("203.0.113.7", "203.0.113.7/32"),
        ("2001:db8:1:2ff::9", "2001:db8:1:200::/56"),
        ("127.0.0.1", ""),
        ("::1", ""),
        ("", ""),
    ],
)
def test_a_subscriber_of_version_six_is_a_network(address, network):
    assert network_of(address) == network


def test_windows_follow_one_another(at):
    end = window_end(at, timedelta(hours=1))
    assert at < end <= at + timedelta(hours=1)
    assert window_end(end - timedelta(seconds=1), timedelta(hours=1)) == end
    assert window_end(end, timedelta(hours=1)) == end + timedelta(hours=1)


def asker(session):
    class Asked:
        META = {"REMOTE_ADDR": ASKER}

    request = Asked()
    request.at = clock.now()
    request.session = type("Session", (), {"session_key": session})()
    return request
