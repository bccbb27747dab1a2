"""In the evening everything of paper is accounted for: handed on, waiting for its owner, or explained."""

import pytest

from motcua.custody.models import Evening, Item
from motcua.dossiers.operations.reception import take_in
from motcua.dossiers.tests.factories import counter_case
from motcua.gateways import clock
from tests.stories.officer import Officer, notes

EVENING = "/office/evening/"
WHY = "Cán bộ chuyên môn đi họp, sáng mai giao."


@pytest.fixture(autouse=True)
def _held_clock(at):
    with clock.set_to(at):
        yield


def test_bình_closes_the_day_once_what_stays_is_explained(cast, at):
    done, binh = take_in(case=counter_case(at), by=cast.binh, at=at), Officer(cast.binh)
    page = binh.text(EVENING)
    assert done.code in page
    assert "lập bảng kê và giao" in page
    refused = binh.client.post(f"{EVENING}closings/")
    assert refused.status_code == 422
    assert "Cần xử lý, hoặc ghi rõ vì sao để lại." in refused.content.decode()
    binh.client.post(f"{EVENING}closings/", {f"reason-{Item.objects.get().id}": WHY})
    assert Evening.objects.get().closing == 1
    assert "Khóa ngày</button>" not in binh.text(EVENING)
    assert [f"dossier:{done.dossier_id}"] in notes(cast.binh, "evening")
