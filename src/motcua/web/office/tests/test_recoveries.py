"""Lost device: asked at the door, confirmed by two on their own pages, told to the officer."""

import pytest
from django.test import Client

from motcua.accounts.events import FactorsCleared
from motcua.accounts.models import Officer, Recovery
from motcua.accounts.notices import officer_messages
from motcua.accounts.tests.factories import PASSWORD, account_of, officer, with_app
from motcua.gateways import clock
from motcua.ledger.delivery import Heard, read_back
from motcua.ledger.models import Event

LOST, RECOVERIES = "/office/second-factor/lost/", "/office/recoveries/"


@pytest.fixture(autouse=True)
def _held_clock(at):
    with clock.set_to(at):
        yield


@pytest.fixture
def keeper(cast, at):
    return officer("ke", "Vi Thị Kế", "UBND25-17989", ["admin"], since=at.date(), at=at)


def at_the_door(password=PASSWORD):
    client = Client()
    client.post("/office/sign-in/", {"name": "binh", "password": password})
    return client


def desk_of(actor):
    client = Client()
    client.force_login(account_of(actor))
    return client


def half_on(page):
    return page.content.decode().split('id="half">')[1].split("<")[0]


def test_the_whole_way_from_the_lost_phone_to_a_new_one(cast, keeper, at):
    with_app(cast.binh, at=at)
    session = desk_of(cast.binh)
    door = at_the_door()
    assert "Hai người" in door.get(LOST).content.decode()
    door.post(LOST)
    row = Recovery.objects.get()
    assert "Lê Văn Bình" in desk_of(cast.bao).get(RECOVERIES).content.decode()
    first = half_on(desk_of(cast.bao).post(f"{RECOVERIES}{row.id}/confirmations/"))
    assert session.get("/office/").status_code == 200
    second = half_on(desk_of(keeper).post(f"{RECOVERIES}{row.id}/confirmations/"))
    assert session.get("/office/").status_code == 302, "every session of the officer has ended"
    fresh = at_the_door(f"{first}-{second}")
    assert fresh.get("/office/").headers["Location"] == "/office/password/"


def test_the_head_alone_comes_no_further(cast, at):
    with_app(cast.binh, at=at)
    at_the_door().post(LOST)
    row, head = Recovery.objects.get(), desk_of(cast.bao)
    head.post(f"{RECOVERIES}{row.id}/confirmations/")
    again = head.post(f"{RECOVERIES}{row.id}/confirmations/")
    assert again.status_code == 409
    assert 'id="half"' not in again.content.decode()
    assert "Cần một người khác xác nhận" in again.content.decode()


def test_nobody_asks_without_the_password(cast, at):
    with_app(cast.binh, at=at)
    client = Client()
    client.post("/office/sign-in/", {"name": "binh", "password": "sai"})
    assert client.post(LOST).headers["Location"] == "/office/sign-in/"
    assert not Recovery.objects.exists()


def test_the_officer_is_told_at_the_work_contacts(cast, keeper, at):
    Officer.objects.filter(account_id=cast.binh.id).update(work_email="binh@thiennhan.example.vn")
    with_app(cast.binh, at=at)
    at_the_door().post(LOST)
    row = Recovery.objects.get()
    for who in (cast.bao, keeper):
        desk_of(who).post(f"{RECOVERIES}{row.id}/confirmations/")
    event = Event.objects.get(name="accounts.FactorsCleared")
    [told] = officer_messages(Heard(event, read_back(FactorsCleared, event.facts)))
    assert (told.channel, told.address, told.template) == (
        "mail",
        "binh@thiennhan.example.vn",
        "factors_cleared",
    )
