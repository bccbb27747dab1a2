"""Bình registers the phone of a hamlet's head that serves many; Chi sees nothing of it, Dũng reads it."""

import pytest

from motcua.gateways import clock
from tests.stories.officer import Officer

TRUSTED = "/office/trusted/"
SAID = {
    "phone": "0977 777 777",
    "holder": "Vi Văn Nam",
    "kind": "hamlet_head",
    "serves": "Bản Huồi Phuôn",
    "why": "Cả bản không có sóng, trưởng bản nhận tin giúp.",
    "last.day": "1",
    "last.month": "6",
    "last.year": "2027",
}


@pytest.fixture(autouse=True)
def _held_clock(at):
    with clock.set_to(at):
        yield


def test_a_shared_number_is_registered_shown_masked_and_ended(cast):
    binh = Officer(cast.binh)
    wrong = binh.client.post(f"{TRUSTED}agreements/", {**SAID, "why": "nhờ"})
    assert wrong.status_code == 422
    assert "Vi Văn Nam" in wrong.content.decode()
    assert binh.client.post(f"{TRUSTED}agreements/", SAID).status_code == 302
    page = binh.text(TRUSTED)
    assert "Bản Huồi Phuôn" in page
    assert "0977777777" not in page
    ending = page.split('action="/office/trusted/')[1].split('"')[0]
    assert binh.client.post(f"{TRUSTED}{ending}", {"reason": ""}).status_code == 422
    binh.client.post(f"{TRUSTED}{ending}", {"reason": "Người giữ số chuyển đi nơi khác."})
    assert "Người giữ số chuyển đi nơi khác." in binh.text(TRUSTED)
    assert "Vi Văn Nam" not in Officer(cast.chi).text(TRUSTED)
    assert "Vi Văn Nam" in Officer(cast.dung).text(TRUSTED)
