"""The second factor at the door: asked after the password, taken once, made first where it is required."""

from datetime import timedelta

import pyotp
import pytest
from django.test import Client

from motcua.accounts.models import Factor
from motcua.accounts.queries.guarding import factors, secret_of
from motcua.accounts.rules.slowing import FREE_TRIES
from motcua.accounts.tests.factories import PASSWORD, account_of, with_app
from motcua.gateways import clock
from motcua.ledger.models import Event

SIGN_IN, SECOND, DESK = "/office/sign-in/", "/office/second-factor/", "/office/"
ENROLMENT, APP, SECURITY = (
    "/office/second-factor/enrolment/",
    "/office/security/authenticators/",
    "/office/security/",
)


@pytest.fixture(autouse=True)
def _held_clock(at):
    with clock.set_to(at):
        yield


@pytest.fixture
def app(cast, at):
    """The app on Bình's phone."""
    return pyotp.TOTP(with_app(cast.binh, at=at - timedelta(hours=1)))


@pytest.fixture
def required(settings):
    """As in production."""
    settings.SECOND_FACTOR = "required"


def password(client=None, name="binh", **more):
    client = client or Client()
    client.post(SIGN_IN, {"name": name, "password": PASSWORD}, **more)
    return client


def code(client, typed, **more):
    return client.post(SECOND, {"code": typed}, **more)


def test_the_password_alone_opens_nothing(cast, app):
    client = password()
    assert client.get(DESK).headers["Location"].startswith(SIGN_IN)
    assert client.get(SECURITY).headers["Location"].startswith(SIGN_IN)
    assert client.get(APP).headers["Location"] == SECOND, "nor does it add another factor"


def test_password_and_code_open_the_desk(cast, app, at):
    client = password()
    assert code(client, app.at(at)).headers["Location"] == DESK
    assert client.get(DESK).status_code == 200
    assert Event.objects.get(name="accounts.SignedIn", subject=cast.binh.id).facts["how"] == "password+totp"


def test_one_goes_where_one_wanted_to_go(cast, app, at):
    client = Client()
    client.post(SIGN_IN, {"name": "binh", "password": PASSWORD, "next": "/office/help/"})
    assert code(client, app.at(at)).headers["Location"] == "/office/help/"


def test_a_code_is_taken_once(cast, app, at):
    assert code(password(), app.at(at)).status_code == 302
    again = code(password(), app.at(at))
    assert again.status_code == 422
    assert "đã dùng" in again.content.decode()


@pytest.mark.parametrize(("drift", "answer"), [(-60, 422), (-30, 302), (30, 302), (60, 422)])
def test_a_phone_may_be_half_a_minute_wrong_and_no_more(cast, app, at, drift, answer):
    assert code(password(), app.at(at + timedelta(seconds=drift))).status_code == answer


def test_the_password_is_forgotten_when_the_code_does_not_come(cast, app, at):
    client = password()
    with clock.set_to(at + timedelta(minutes=11)):
        assert code(client, app.at(at + timedelta(minutes=11))).headers["Location"] == SIGN_IN


def test_another_password_meanwhile_ends_the_half_way(cast, app, at):
    client = password()
    account = account_of(cast.binh)
    account.set_password("mot-cau-khac-han")
    account.save()
    assert code(client, app.at(at)).headers["Location"] == SIGN_IN


def test_where_it_is_required_nothing_opens_before_it_is_made(cast, required, at):
    client = password()
    assert client.get(DESK).headers["Location"].startswith(SIGN_IN)
    assert client.get(SECOND).headers["Location"] == ENROLMENT
    assert client.get(ENROLMENT).status_code == 200
    client.get(APP)
    typed = _shown_code(client, at)
    answer = client.post(APP, {"code": typed, "name": "Điện thoại"})
    assert answer.status_code == 200
    assert answer.content.decode().count("<li><code>") == 10
    assert client.get(DESK).status_code == 200
    assert "xác thực" not in client.get(DESK).content.decode().split("<main")[1]


def test_a_session_begun_before_it_was_required_ends(cast, settings):
    client = password()
    assert client.get(DESK).status_code == 200
    settings.SECOND_FACTOR = "required"
    assert client.get(DESK).headers["Location"].startswith(SIGN_IN)


def test_a_wrong_first_code_adds_nothing(cast, at):
    client = password()
    client.get(APP)
    assert client.post(APP, {"code": "000000"}).status_code == 422
    assert factors(account_of(cast.binh).id) == []


def test_codes_on_paper_come_in_once_each(cast, at):
    client = password()
    client.get(APP)
    shown = client.post(APP, {"code": _shown_code(client, at)}).content.decode()
    paper = shown.split("<li><code>")[1].split("</code>")[0]
    assert code(password(), paper.upper().replace("-", " ")).status_code == 302
    assert code(password(), paper).status_code == 422


def test_a_factor_ends_every_other_session(cast, at):
    elsewhere, here = password(), password()
    assert elsewhere.get(DESK).status_code == 200
    here.get(APP)
    here.post(APP, {"code": _shown_code(here, at)})
    assert here.get(DESK).status_code == 200
    assert elsewhere.get(DESK).headers["Location"].startswith(SIGN_IN)


def test_changing_factors_needs_a_fresh_proof(cast, app, at):
    client = password()
    code(client, app.at(at))
    one = Factor.objects.get(account_id=cast.binh.id)
    later = at + timedelta(minutes=11)
    with clock.set_to(later):
        asked = client.post(f"{SECURITY}factors/{one.id}/removal/")
        assert asked.headers["Location"].startswith(SECOND)
        assert factors(account_of(cast.binh).id) == [one]
        client.post(SECOND, {"code": app.at(later), "next": SECURITY})
        assert client.post(f"{SECURITY}factors/{one.id}/removal/").headers["Location"] == SECURITY
    assert factors(account_of(cast.binh).id) == []
    assert Factor.objects.get(id=one.id).secret_sealed is None, "the row stays, what opened is gone"


def test_the_last_factor_stays_where_one_is_required(cast, app, at, required):
    client = password()
    code(client, app.at(at))
    one = Factor.objects.get(account_id=cast.binh.id)
    assert client.post(f"{SECURITY}factors/{one.id}/removal/").status_code == 409
    assert factors(account_of(cast.binh).id) == [one]


def test_nobody_removes_anothers_factor(cast, app, at):
    client = password(name="bich")
    one = Factor.objects.get(account_id=cast.binh.id)
    assert client.post(f"{SECURITY}factors/{one.id}/removal/").status_code == 404
    assert factors(account_of(cast.binh).id) == [one]


def test_many_guessers_with_the_password_share_one_count(cast, app, at):
    for number in range(FREE_TRIES + 1):
        client = password(REMOTE_ADDR=f"203.0.113.{number}")
        assert code(client, "000000", REMOTE_ADDR=f"203.0.113.{number}").status_code == 422
    client = password(REMOTE_ADDR="198.51.100.1")
    answer = code(client, app.at(at), REMOTE_ADDR="198.51.100.1")
    assert "thử lại sau" in answer.content.decode()


def test_they_do_not_keep_the_officer_out_who_is_warned(cast, app, at):
    desk = password()
    code(desk, app.at(at - timedelta(seconds=30)))
    desk.post("/office/sign-out/")
    for number in range(FREE_TRIES + 1):
        stranger = password(REMOTE_ADDR=f"203.0.113.{number}")
        code(stranger, "000000", REMOTE_ADDR=f"203.0.113.{number}")
    assert code(password(desk), app.at(at)).status_code == 302
    assert "đúng mật khẩu nhưng sai mã" in desk.get(DESK).content.decode()


def test_the_secret_lies_sealed(cast, app):
    one = Factor.objects.get(account_id=cast.binh.id)
    assert app.secret.encode() not in bytes(one.secret_sealed)
    assert secret_of(one) == app.secret


def _shown_code(client, at):
    page = client.get(APP).content.decode()
    secret = page.split('id="app-secret">')[1].split("<")[0].replace(" ", "")
    return pyotp.TOTP(secret).at(at)
