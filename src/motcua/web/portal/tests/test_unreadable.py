"""A file that could not be made readable is seen on both sides, and asked for again."""

import pytest
from django.test import Client

from motcua.accounts.tests.factories import account_of
from motcua.dossiers.tests.factories import filed
from motcua.gateways import clock


@pytest.fixture(autouse=True)
def _held_clock(at):
    with clock.set_to(at):
        yield


def _page(actor, path):
    client = Client()
    client.force_login(account_of(actor))
    return client.get(path).content.decode()


def test_owner_and_officer_see_which_file_is_unreadable_and_it_is_asked_for_again(cast, at):
    dossier, done = filed(cast.an, at=at)
    file = dossier.documents.order_by("component").first().file
    type(file).objects.filter(id=file.id).update(state="failed", problem="Ảnh bị hỏng.")
    mine, desk = _page(cast.an, f"/h/{done.code}/"), _page(cast.binh, f"/office/dossiers/{dossier.id}/")
    assert mine.count("Tệp này chưa đọc được.") == 1
    assert "chưa đọc được, cần xin lại" in desk
    assert desk.count("Tệp đã gửi không đọc được, xin chụp lại") == 1
