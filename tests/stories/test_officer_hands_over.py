"""Papers of the counter go to the specialised unit by a list that both sides sign, and results come back so."""

import pytest

from motcua.custody.models import Handover, Item, Line
from motcua.dossiers.models import Dossier
from motcua.dossiers.operations.reception import take_in
from motcua.dossiers.tests.factories import counter_case
from motcua.gateways import clock
from tests.stories.officer import Officer, notes

HANDING = "/office/papers/"
WHY = "Thiếu bản chính tờ khai, đề nghị xem lại."


@pytest.fixture(autouse=True)
def _held_clock(at):
    with clock.set_to(at):
        yield


@pytest.fixture
def done(cast, at):
    """A dossier taken in at the counter."""
    return take_in(case=counter_case(at), by=cast.binh, at=at)


def test_bình_scans_a_receipt_and_bích_signs_for_it(cast, done):
    binh, bich = Officer(cast.binh), Officer(cast.bich)
    assert done.code in binh.text(HANDING)
    sent = {"way": "out", "scanned": f"https://motcua.example/h/{done.code.lower()}\n"}
    made = binh.client.post(f"{HANDING}lists/", sent).headers["Location"]
    assert "Chờ ký nhận" in binh.text(made)
    assert "Ký nhận</button>" not in binh.text(made)
    assert f"said-{Line.objects.get().id}" in bich.text(made)
    bich.client.post(f"{made}answers/", {f"said-{Line.objects.get().id}": "accepted"})
    assert "Đã nhận" in binh.text(made)
    assert Dossier.objects.get(id=done.dossier_id).stage == "handling"
    sheet = binh.text(f"{made}sheet/")
    assert all(word in sheet for word in (done.code, "Lê Văn Bình", "Trần Thị Bích", "BG-260908-01"))
    assert [f"dossier:{done.dossier_id}"] in notes(cast.bich, "handing")


def test_a_refusal_without_a_reason_is_shown_where_it_was_typed(cast, done):
    binh, bich = Officer(cast.binh), Officer(cast.bich)
    binh.client.post(f"{HANDING}lists/", {"way": "out", "item": str(Item.objects.get().id)})
    made, line = Handover.objects.get(), Line.objects.get()
    path = f"{HANDING}lists/{made.id}/answers/"
    wrong = bich.client.post(path, {f"said-{line.id}": "refused", f"reason-{line.id}": "không"})
    assert wrong.status_code == 422
    assert "Cần nêu rõ vì sao không nhận." in wrong.content.decode()
    bich.client.post(path, {f"said-{line.id}": "refused", f"reason-{line.id}": WHY})
    assert WHY in binh.text(f"{HANDING}lists/{made.id}/")
    assert done.code in binh.text(HANDING)


def test_a_code_that_is_not_here_is_named(cast, done):
    answer = Officer(cast.binh).client.post(
        f"{HANDING}lists/", {"way": "out", "scanned": f"{done.code} H41.1-260908-0009"}
    )
    assert answer.status_code == 422
    assert "H41.1-260908-0009" in answer.content.decode()
    assert not Handover.objects.exists()
