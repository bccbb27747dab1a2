"""Results wait on a list until somebody known takes them; papers of what was stopped go back the same way."""

import re
from datetime import timedelta

import pytest

from motcua.dossiers.models import Dossier
from motcua.dossiers.tests.test_handing_out import issued
from motcua.gateways import clock
from tests.stories.officer import Officer, at_stage

LIST, EVENING, REGISTER = "/office/uncollected/", "/office/evening/", "/office/register/"
AUTHORISED = {
    "taker": "other",
    "shown": ["identity", "authorisation"],
    "taker-name": "Lầu Bá Chò",
    "taker-number": "040095000123",
}
DAY = timedelta(days=1)


@pytest.fixture(autouse=True)
def _held_clock(at):
    with clock.set_to(at):
        yield


def counted(page):
    """Give the number beside the title of a list."""
    return int(re.search(r'<h1>.*?<span class="count">(\d+)</span>', page, re.S)[1])


def test_the_result_is_given_to_somebody_authorised_and_the_officers_read_who_it_was(cast, at):
    dossier, binh = Dossier.objects.get(id=issued(cast, at)), Officer(cast.binh)
    half = binh.send(
        dossier, "handovers", 422, **{"taker": "other", "shown": ["identity"], "taker-name": "Lầu Bá Chò"}
    )
    page = half.content.decode()
    assert "Người nhận thay phải có giấy ủy quyền hoặc giấy giới thiệu" in page
    assert 'value="Lầu Bá Chò"' in page
    binh.send(dossier, "handovers", **AUTHORISED)
    shown = binh.open(dossier)
    assert "Người nhận: Người được ủy quyền – Lầu Bá Chò" in shown
    assert "Giấy tờ tùy thân; Giấy ủy quyền hoặc giấy giới thiệu" in shown
    assert "Lầu Bá Chò" in Officer(cast.dung).open(dossier)
    Officer(cast.chi).get(f"/office/dossiers/{dossier.id}/", status=404)


def test_the_name_of_who_took_it_is_not_on_the_page_of_its_owner(cast, at):
    dossier = at_stage(cast, "issued", at)
    Officer(cast.binh).send(dossier, "handovers", **AUTHORISED)
    owner = Officer(cast.an)
    code = dossier.codes.get().code
    assert "Đã nhận kết quả" in owner.text(f"/h/{code}/")
    assert "Lầu Bá Chò" not in owner.text(f"/h/{code}/")
