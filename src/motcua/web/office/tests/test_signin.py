"""Coming in at the office: by password, for a working day, while a role is held; guessing slows the guesser."""

from datetime import timedelta

import pytest
from django.test import Client

from motcua.accounts.models import Role
from motcua.accounts.rules.slowing import FREE_TRIES, FREE_TRIES_OF_AN_OFFICE
from motcua.accounts.tests.factories import PASSWORD
from motcua.gateways import clock
from motcua.ledger.models import Event

SIGN_IN, DESK = "/office/sign-in/", "/office/"


@pytest.fixture(autouse=True)
def _held_clock(at):
    with clock.set_to(at):
        yield


def _try(name="binh", password=PASSWORD, client=None, **more):
    return (client or Client()).post(SIGN_IN, {"name": name, "password": password}, **more)


def test_name_and_password_open_the_desk_until_the_day_is_over(cast):
    client = Client()
    assert _try(client=client).headers["Location"] == DESK
    assert client.get(DESK).status_code == 200
    assert 0 < client.session.get_expiry_age() <= 12 * 3600
    assert Event.objects.filter(name="accounts.SignedIn", subject=cast.binh.id).count() == 1


def test_the_session_has_another_key_after_signing_in(cast):
    client = Client()
    session = client.session
    session["opened"] = []
    session.save()
    before = client.session.session_key
    _try(client=client)
    assert client.session.session_key != before


def test_whose_role_ended_yesterday_stays_outside_and_is_told(cast, at):
    client = Client()
    _try(client=client)
    Role.objects.filter(officer_id=cast.binh.id).update(valid_to=at.date() - timedelta(days=1))
    assert client.get(DESK).headers["Location"].startswith(SIGN_IN)
    assert client.get(SIGN_IN).status_code == 200
    answer = _try()
    assert answer.status_code == 422
    assert "không có nhiệm vụ" in answer.content.decode()


def test_guessing_one_name_slows_that_guesser_and_nobody_elsewhere(cast):
    for _ in range(FREE_TRIES + 1):
        assert _try(password="sai").status_code == 422
    assert "thử lại sau" in _try().content.decode()
    assert _try(REMOTE_ADDR="10.9.9.9").status_code == 302


def test_one_password_tried_on_many_names_slows_the_address(cast):
    for number in range(41):
        _try(name=f"ten{number}", password="mat-khau-thuong-gap")
    assert "thử lại sau" in _try(name="ten-moi", password="x").content.decode()
    assert _try(REMOTE_ADDR="10.9.9.9").status_code == 302


def test_who_only_keeps_accounts_is_shown_no_dossier(cast, at):
    Role.objects.filter(officer_id=cast.binh.id).update(role="admin")
    client = Client()
    _try(client=client)
    page = client.get(DESK, {"list": "open"}).content.decode()
    assert "data-row" not in page
    assert "data-row" not in client.get("/office/search/", {"q": "nguyen"}).content.decode()


def test_hammering_a_name_behind_the_same_address_does_not_keep_a_known_browser_out(cast):
    desk = Client()
    _try(client=desk)
    desk.post("/office/sign-out/")
    for number in range(FREE_TRIES_OF_AN_OFFICE + 2):
        _try(name="binh" if number % 2 else f"ten{number}", password="sai")
    assert "thử lại sau" in _try().content.decode(), "an unknown browser there waits"
    assert _try(client=desk).headers["Location"] == DESK


def test_a_known_browser_guesses_no_more_freely_than_others(cast):
    desk = Client()
    _try(client=desk)
    for _ in range(FREE_TRIES + 1):
        _try(password="sai", client=desk)
    assert "thử lại sau" in _try(client=desk).content.decode()


def test_the_sign_of_a_known_browser_opens_no_other_name_and_cannot_be_made_up(cast):
    desk = Client()
    _try(client=desk)
    for _ in range(FREE_TRIES + 1):
        _try(name="bich", password="sai", client=desk)
    assert "thử lại sau" in _try(name="bich", client=desk).content.decode()
    forged = Client()
    forged.cookies["known"] = desk.cookies["known"].value.replace(":", ":x", 1)
    for _ in range(FREE_TRIES + 1):
        _try(password="sai", client=forged, REMOTE_ADDR="10.7.7.7")
    assert "thử lại sau" in _try(REMOTE_ADDR="10.7.7.7").content.decode(), "it was counted by its address"
