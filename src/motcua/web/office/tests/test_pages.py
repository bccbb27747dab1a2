"""Small things of the office's pages: help, scanned addresses, reasons, receipts, odd fields."""

import re

import pytest
from django.test import Client

from motcua.accounts.tests.factories import account_of
from motcua.dossiers.models import Dossier
from motcua.dossiers.operations import answering, processing
from motcua.dossiers.tests.factories import filed
from motcua.gateways import clock
from motcua.web.office.desk import views as desk

REASON = "Ảnh bị mờ, xin chụp lại cho rõ chữ."


@pytest.fixture(autouse=True)
def _held_clock(at):
    with clock.set_to(at):
        yield


def _signed_in(actor):
    client = Client()
    client.force_login(account_of(actor))
    return client


def _page(client, dossier, status=200):
    answer = client.get(f"/office/dossiers/{dossier.id}/")
    assert answer.status_code == status
    return answer.content.decode()


@pytest.mark.parametrize("prefix", ["", "/en"])
def test_help_opens_from_every_page_also_for_who_cannot_sign_in(cast, at, prefix):
    dossier, _ = filed(cast.an, at=at)
    for client, path in (
        (Client(), "/office/sign-in/"),
        (_signed_in(cast.binh), "/office/"),
        (_signed_in(cast.binh), f"/office/dossiers/{dossier.id}/"),
    ):
        page = client.get(prefix + path).content.decode()
        link = re.search(r'<footer.*?href="([^"]+)"', page, re.DOTALL)[1]
        assert link == f"{prefix}/office/help/"
        assert client.get(link).status_code == 200


@pytest.mark.parametrize("around", ["http://127.0.0.1:8000/h/{}/", "https://dichvucong.vn/en/h/{}", "{}"])
def test_a_scanned_code_or_address_lands_on_the_dossier(cast, at, around):
    dossier, done = filed(cast.an, at=at)
    answer = _signed_in(cast.binh).get("/office/search/", {"q": around.format(done.code)})
    assert answer.headers["Location"] == f"/office/dossiers/{dossier.id}/"


def test_the_officer_reads_why_somebody_wants_to_withdraw(cast, at):
    dossier, _ = filed(cast.an, at=at)
    answering.ask_withdrawal(
        dossier_id=dossier.id, seen=dossier.version, reason="Nộp nhầm nơi tiếp nhận", by=cast.an, at=at
    )
    assert "Nộp nhầm nơi tiếp nhận" in _page(_signed_in(cast.binh), dossier)


def test_there_is_no_receipt_before_reception(cast, at):
    dossier, _ = filed(cast.an, at=at)
    binh = _signed_in(cast.binh)
    assert "receipt/" not in _page(binh, dossier)
    assert binh.get(f"/office/dossiers/{dossier.id}/receipt/").status_code == 404
    processing.receive(dossier_id=dossier.id, seen=dossier.version, by=cast.binh, at=at)
    assert binh.get(f"/office/dossiers/{dossier.id}/receipt/").status_code == 200


def test_only_those_who_handle_are_offered_for_handling(cast, at):
    dossier, _ = filed(cast.an, at=at)
    processing.receive(dossier_id=dossier.id, seen=dossier.version, by=cast.binh, at=at)
    page = _page(_signed_in(cast.binh), dossier)
    assert f'value="{cast.bich.id}"' in page
    assert f'value="{cast.binh.id}"' not in page


@pytest.mark.parametrize("number", ["²", "99999999999999", "x"])
def test_an_odd_component_number_breaks_nothing(cast, at, number):
    dossier, _ = filed(cast.an, at=at)
    answer = _signed_in(cast.binh).post(
        f"/office/dossiers/{dossier.id}/supplements/",
        {"seen": dossier.version, "component": number, f"reason-{number}": "Ảnh bị mờ, xin chụp lại."},
    )
    assert answer.status_code == 422
    assert Dossier.objects.get(id=dossier.id).status == 1


def test_a_stale_page_says_what_has_changed_and_by_whom(cast, at):
    dossier, _ = filed(cast.an, at=at)
    processing.receive(dossier_id=dossier.id, seen=dossier.version, by=cast.binh, at=at)
    answer = _signed_in(cast.binh).post(
        f"/office/dossiers/{dossier.id}/refusals/",
        {"seen": dossier.version, "refuse-reason": "Không thuộc thẩm quyền của xã."},
    )
    assert answer.status_code == 409
    head = answer.content.decode().split("Thay đổi gần nhất:")[1][:200]
    assert "Cơ quan đã tiếp nhận hồ sơ" in head
    assert "Lê Văn Bình" in head


def test_a_dossier_leads_back_to_the_list_it_was_opened_from_also_after_an_act(cast, at):
    dossier, _ = filed(cast.an, at=at)
    binh = _signed_in(cast.binh)
    assert 'href="/office/" data-key="u"' in _page(binh, dossier)
    binh.get("/office/", {"list": "new"})
    assert 'href="/office/?list=new" data-key="u"' in _page(binh, dossier)
    binh.post(f"/office/dossiers/{dossier.id}/receptions/", {"seen": dossier.version})
    assert 'href="/office/?list=new" data-key="u"' in _page(binh, dossier)


def test_who_decides_reads_the_declared_numbers_in_full(cast, at):
    dossier, _ = filed(cast.an, at=at)
    page = _page(_signed_in(cast.binh), dossier).split('class="declared"')[1]
    assert "040090123456" in page
    assert "******" not in page


def test_more_than_ten_thousand_closed_dossiers_are_said_to_be_so_many(cast, at, monkeypatch):
    monkeypatch.setattr(desk.queries, "closed_count", lambda viewer: desk.queries.CAP + 1)
    answer = _signed_in(cast.binh).get("/office/", {"list": "closed"})
    assert answer.status_code == 200
    assert "10.000+" in answer.content.decode()


def test_oversight_without_work_of_its_own_is_shown_how_to_search(cast, at):
    filed(cast.an, at=at)
    page = _signed_in(cast.dung).get("/office/").content.decode()
    assert "Nhập mã hồ sơ hoặc số định danh" in page
    assert "list=mine" not in page


def test_what_does_not_open_leads_an_officer_back_to_the_desk(cast, at):
    dossier, _ = filed(cast.an, at=at)
    page = _page(_signed_in(cast.chi), dossier, status=404)
    assert "Về bàn làm việc" in page
    assert "Tìm thủ tục" not in page


ABANDONED, CERTIFICATE = 1, 4
"""Papers of a birth registration: the minutes on an abandoned child, and the birth certificate of the hospital."""


def test_only_the_papers_of_this_case_are_offered_to_be_asked_for(cast, at):
    dossier, _ = filed(cast.an, at=at)
    page = _page(_signed_in(cast.binh), dossier)
    assert f'id="ask-{CERTIFICATE}"' in page
    assert f'id="ask-{ABANDONED}"' not in page


def test_a_paper_of_another_case_is_not_asked_for_even_when_it_is_sent(cast, at):
    dossier, _ = filed(cast.an, at=at)
    answer = _ask(cast.binh, dossier, {"component": str(ABANDONED), f"reason-{ABANDONED}": REASON})
    assert answer.status_code == 422
    assert "không thuộc trường hợp của hồ sơ" in answer.content.decode()


def test_the_owner_reads_the_name_that_the_list_has(cast, at):
    dossier, _ = filed(cast.an, at=at)
    paper = {"component": str(CERTIFICATE), f"reason-{CERTIFICATE}": REASON, f"title-{CERTIFICATE}": "Tiền"}
    assert _ask(cast.binh, dossier, paper).status_code == 302
    [title] = dossier.holds.get().items.values_list("title", flat=True)
    assert title.startswith("Giấy chứng sinh")


def test_the_ordinary_request_names_no_paper_outside_the_list(cast, at):
    dossier, _ = filed(cast.an, at=at)
    answer = _ask(cast.binh, dossier, {"component": "0", "reason-0": REASON})
    assert answer.status_code == 422
    assert not dossier.holds.exists()


def _ask(actor, dossier, typed):
    address = f"/office/dossiers/{dossier.id}/supplements/"
    return _signed_in(actor).post(address, {"seen": dossier.version, **typed})


def test_the_secret_is_printed_again_for_the_card_that_is_shown_and_on_no_other_page(cast, at):
    dossier, done = filed(cast.an, at=at)
    binh, address = _signed_in(cast.binh), f"/office/dossiers/{dossier.id}/secret/"
    printed = f"{done.secret[:5]}-{done.secret[5:]}"
    assert address in _page(binh, dossier)
    wrong = binh.post(address, {"number": "040090123457"})
    assert wrong.status_code == 422
    assert 'value="040090123457"' in wrong.content.decode(), "what was mistyped stays to be put right"
    sheet = binh.post(address, {"number": "040090123456"})
    assert printed in sheet.content.decode()
    assert "no-store" in sheet.headers["Cache-Control"]
    for page in (wrong.content.decode(), binh.get(address).content.decode(), _page(binh, dossier)):
        assert printed not in page


@pytest.mark.parametrize(("who", "status"), [("bich", 200), ("bao", 200), ("dung", 200), ("chi", 404)])
def test_only_reception_and_head_are_offered_to_print_the_secret(cast, at, who, status):
    dossier, _ = filed(cast.an, at=at)
    client, address = _signed_in(getattr(cast, who)), f"/office/dossiers/{dossier.id}/secret/"
    assert (address in _page(client, dossier, status)) is (who == "bao")
    assert client.get(address).status_code == (200 if who == "bao" else 404)


def test_the_course_of_a_dossier_names_each_step(cast, at):
    dossier, _ = filed(cast.an, at=at)
    for act, by in (
        (processing.receive, cast.binh),
        (processing.transfer, cast.binh),
        (processing.propose, cast.bich),
    ):
        dossier = act(dossier_id=dossier.id, seen=dossier.version, by=by, at=at)
    page = _page(_signed_in(cast.binh), dossier)
    assert "Đã chuyển đến bộ phận chuyên môn" in page
    assert "Đã trình phê duyệt kết quả" in page
