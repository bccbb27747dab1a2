"""Coming in: names and passwords, guessing that slows the guesser alone, and where one lands."""

from datetime import timedelta

import pytest
from django.test import Client

from motcua.accounts.models import Account
from motcua.accounts.rules.slowing import FREE_TRIES
from motcua.accounts.tests.factories import PASSWORD
from motcua.gateways import clock
from tests.stories.citizen import Citizen

SIGN_IN = "/office/sign-in/"
WRONG = "Tên đăng nhập hoặc mật khẩu không đúng."


@pytest.fixture(autouse=True)
def _held_clock(at):
    with clock.set_to(at):
        yield


def tries(name="binh", password=PASSWORD, address="10.0.0.1", client=None, **more):
    return (client or Client()).post(
        SIGN_IN, {"name": name, "password": password, **more}, REMOTE_ADDR=address
    )


def guess(times, **more):
    return [tries(password="sai-mat-khau", **more) for _ in range(times)]


def test_name_and_password_lead_to_the_desk(cast):
    answer = tries()
    assert (answer.status_code, answer.headers["Location"]) == (302, "/office/")


def test_a_page_that_was_asked_for_comes_after_signing_in(cast):
    shown = Client().get("/office/search/?q=1")
    assert shown.headers["Location"].endswith("?next=%2Foffice%2Fsearch%2F%3Fq%3D1")
    assert tries(next="/office/search/?q=1").headers["Location"] == "/office/search/?q=1"


@pytest.mark.parametrize(
    "elsewhere", ["https://evil.example/", "//evil.example", "javascript:alert(1)", "\\\\evil"]
)
def test_signing_in_leads_to_no_other_site(cast, elsewhere):
    assert tries(next=elsewhere).headers["Location"] == "/office/"


def test_a_wrong_name_and_a_wrong_password_are_answered_alike(cast):
    [wrong_password], wrong_name = guess(1), tries(name="khong-co")
    assert wrong_password.status_code == wrong_name.status_code == 422
    assert WRONG in wrong_password.content.decode()
    assert WRONG in wrong_name.content.decode()
    assert 'value="binh"' in wrong_password.content.decode()


def test_a_guesser_waits_longer_and_longer(cast, at):
    guess(FREE_TRIES + 1)
    assert "Vui lòng thử lại sau" in guess(1)[0].content.decode()
    assert tries().status_code == 422
    with clock.set_to(at + timedelta(seconds=10)):
        assert WRONG in guess(1)[0].content.decode()
    with clock.set_to(at + timedelta(seconds=16)):
        assert "Vui lòng thử lại sau" in guess(1)[0].content.decode()
    with clock.set_to(at + timedelta(hours=8)):
        assert tries().status_code == 302


def test_guessing_slows_the_guesser_and_neither_the_officer_nor_colleagues(cast):
    guess(FREE_TRIES + 5)
    assert tries().status_code == 422
    assert tries(address="10.0.0.2").status_code == 302
    assert tries(name="bich", address="10.0.0.2").status_code == 302


def test_guessing_does_not_get_quicker_by_going_through_the_names(cast):
    for name in ("an", "bao", "bich", "chi", "dung", "ai", "cu", "te", "do", "em"):
        guess(1, name=name)
    answer = tries(name="binh")
    assert answer.status_code in (302, 422)


def test_citizens_and_closed_accounts_do_not_come_in(cast):
    assert tries(name="0912345678").status_code == 422
    Account.objects.filter(id=cast.binh.id).update(is_active=False)
    assert tries().status_code == 422


def test_a_citizen_who_is_signed_in_is_asked_for_the_staffs_password(cast):
    assert Citizen(cast.an).client.get("/office/").status_code == 302


def test_signing_out_ends_the_session(cast):
    client = Client()
    tries(client=client)
    assert client.get("/office/").status_code == 200
    client.post("/office/sign-out/")
    assert client.get("/office/").status_code == 302


def test_signing_in_changes_the_session_so_that_none_can_be_planted(cast):
    client = Client()
    client.post("/nop/1.001193/", {"agency": "UBND25-17989"})
    before = client.session.session_key
    tries(client=client)
    assert client.session.session_key not in (None, before)
