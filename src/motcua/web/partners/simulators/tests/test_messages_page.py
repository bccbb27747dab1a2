"""A developer reads one-time codes and notices on a page; nobody does in production."""

import pytest

from motcua.gateways import registry
from motcua.gateways.mail.port import Letter
from motcua.gateways.sms.port import Sms

pytestmark = pytest.mark.django_db
PAGE = "/_simulators/messages"


@pytest.fixture(autouse=True)
def carried(settings, tmp_path):
    """Two messages, carried by simulators."""
    settings.SIMULATORS_ROOT = tmp_path
    settings.GATEWAYS = {"clock": "live", "sms": "simulator", "mail": "simulator"}
    registry.sms().send(Sms("1", "+84912345678", "123456 là mã đăng nhập."))
    registry.mail().send(Letter("2", "an@vi.du", "Đã nộp hồ sơ", "Xem <b>tại</b> https://vi.du/h/1"))


def test_codes_and_notices_are_read_on_the_page(client):
    page = client.get(PAGE).content.decode()
    assert "123456 là mã đăng nhập." in page
    assert "Đã nộp hồ sơ" in page
    assert "&lt;b&gt;" in page


@pytest.mark.parametrize(
    ("to", "found"), [("0912345678", ["sms"]), ("an@", ["mail"]), ("chi@", []), ("", ["mail", "sms"])]
)
def test_one_persons_messages_can_be_asked_for_by_tests(client, to, found):
    answer = client.get(PAGE, {"to": to, "format": "json"}).json()
    assert [one["channel"] for one in answer["messages"]] == found


def test_an_empty_box_says_so(client):
    assert "Chưa có tin nào" in client.get(PAGE, {"to": "chi@"}).content.decode()


def test_there_is_no_such_page_in_production(client, settings):
    settings.PRODUCTION = True
    assert client.get(PAGE).status_code == 404


def test_there_is_no_such_page_where_real_carriers_serve(client, settings):
    settings.GATEWAYS = {"clock": "live", "sms": "live", "mail": "live"}
    assert client.get(PAGE).status_code == 404
