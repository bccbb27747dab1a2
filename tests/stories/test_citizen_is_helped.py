"""An asks for help: a call back, a question on a draft, a missed call; Bình answers within two working hours."""

from datetime import timedelta

import pytest
from django.test import Client

from motcua.accounts.tests.factories import account_of
from motcua.dossiers.tests.factories import drafted
from motcua.feedback import chores
from motcua.feedback.models import HelpRequest
from motcua.gateways import clock, registry
from motcua.ledger.models import AccessNote
from tests.stories.officer import Officer
from tests.stories.test_officer_tells_contacts import PLACE, tell

pytestmark = pytest.mark.django_db
CALL, REQUESTS = "/ho-tro/goi-lai/", "/office/requests/"
WISH = {
    "noi": PLACE,
    "name": "Lô Thị Hoa",
    "phone": "0912 000 333",
    "language": "tai",
    "about": "Khai sinh cho cháu",
}


@pytest.fixture(autouse=True)
def _held_clock(at):
    with clock.set_to(at):
        yield


def asked(**more):
    answer = Client().post(CALL, {**WISH, **more})
    assert answer.status_code == 302, answer.content.decode()[-3000:]
    return HelpRequest.objects.latest("id"), answer.headers["Location"]


def test_a_call_back_waits_two_working_hours_and_its_page_names_nobody(cast, at):
    row, address = asked()
    assert row.due_at == at + timedelta(hours=2)
    page = Client().get(address).content.decode()
    assert "Cán bộ gọi lại trước" in page
    assert "Lô Thị Hoa" not in page
    assert "0912" not in page


def test_what_is_wrong_is_told_and_what_was_typed_stays(cast):
    answer = Client().post(CALL, {**WISH, "phone": "12"})
    page = answer.content.decode()
    assert answer.status_code == 422
    assert "Số điện thoại chưa đúng" in page
    assert "Lô Thị Hoa" in page
    assert not HelpRequest.objects.exists()


def test_who_takes_a_request_sees_the_number_and_a_colleague_and_chi_do_not(cast, at):
    row, _ = asked()
    binh, bich, chi = Officer(cast.binh), Officer(cast.bich), Officer(cast.chi)
    page = f"{REQUESTS}{row.id}/"
    assert "0912 000 333" not in binh.text(page)
    assert "Tiếng Thái" in binh.text(REQUESTS)
    binh.client.post(f"{page}holdings/")
    assert "0912 000 333" in binh.text(page)
    assert "Lô Thị Hoa" in binh.text(page)
    assert "Lô Thị Hoa" not in bich.text(page)
    chi.get(page, status=404)
    notes = AccessNote.objects.filter(page="help request")
    assert {one.actor_id for one in notes} == {cast.binh.id}


def test_nobody_is_given_up_before_three_calls(cast, at):
    row, _ = asked()
    binh, page = Officer(cast.binh), f"{REQUESTS}{row.id}/"
    binh.client.post(f"{page}holdings/")
    assert binh.client.post(f"{page}closures/", {"outcome": "unreachable"}).status_code == 422
    for _ in range(3):
        binh.client.post(f"{page}tries/")
    assert binh.client.post(f"{page}closures/", {"outcome": "unreachable"}).status_code == 302
    row.refresh_from_db()
    assert (row.tries, row.outcome, row.replied_at) == (3, "unreachable", at)


def test_what_nobody_answered_in_time_lies_before_the_head(cast, at):
    asked()
    bao = Officer(cast.bao)
    with clock.set_to(at + timedelta(hours=3)):
        assert "Quá hai giờ làm việc" in bao.text("/office/")
        assert "0912" not in bao.text(f"{REQUESTS}?list=late").replace("0912 •", "")
        assert "Quá hạn" in bao.text(f"{REQUESTS}?list=late")


def test_a_question_on_a_draft_is_answered_in_the_draft(cast, at):
    draft, an = drafted(cast.an, at=at), Client()
    an.force_login(account_of(cast.an))
    page = f"/nop/ban-nhap/{draft.id}/hoi/"
    assert page in an.get(f"/nop/ban-nhap/{draft.id}/child/").content.decode()
    an.post(page, {"text": "Cháu sinh ở nhà thì nộp giấy gì?", "step": "child", "shows": "yes"})
    row = HelpRequest.objects.get(kind="question")
    binh, bureau = Officer(cast.binh), f"{REQUESTS}{row.id}/"
    binh.client.post(f"{bureau}holdings/")
    assert "Cháu sinh ở nhà" in binh.text(bureau)
    binh.client.post(f"{bureau}answers/", {"text": "Nộp văn bản của người làm chứng về việc sinh."})
    assert "Nộp văn bản của người làm chứng" in an.get(page).content.decode()
    assert Client().get(page).status_code == 404


def test_a_missed_call_comes_to_the_place_whose_number_rang(cast, at):
    tell(Officer(cast.binh), at)
    assert (
        Client().post("/_simulators/calls", {"number": "0912 000 777", "called": "0238 312 3456"}).status_code
        == 302
    )
    chores.take_calls(at=at)
    row = HelpRequest.objects.get(kind="call")
    assert (row.agency_id, row.calls) == (cast.binh.unit, 1)
    assert "Nháy máy" in Officer(cast.binh).text(REQUESTS)
    assert registry.simulated_telephone() is not None


def test_dung_sees_how_long_people_wait_and_nobody_else_does(cast, at):
    asked()
    page = Officer(cast.dung).text(f"{REQUESTS}figures/")
    assert "Đang chờ" in page
    Officer(cast.binh).get(f"{REQUESTS}figures/", status=404)


def test_help_is_found_by_the_name_of_the_place_and_leads_to_a_call_back(cast, at):
    tell(Officer(cast.binh), at)
    page = Client().get("/ho-tro/", {"noi": "thien nhan"}).content.decode()
    assert "0238 312 3456" in page
    assert f"{CALL}?noi={PLACE}" in page
