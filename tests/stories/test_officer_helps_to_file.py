"""Bình files for a person without a computer, in his own name and by consent; Chi and Dũng have no part in it."""

import re
from datetime import timedelta

import pytest

from motcua.accounts.models import Consent, Role
from motcua.dossiers.models import Dossier, Origin
from motcua.dossiers.operations import processing
from motcua.gateways import clock
from motcua.messages.models import Message
from motcua.messages.sealing import open_words
from tests.stories.citizen import BIRTH, Citizen, jpeg

OWNER = "Nguyễn Văn Hòa"
ASK = f"/office/assist/new/{BIRTH}/"
WHO = {"name": OWNER, "number": "", "phone": "0966 555 444", "place": "counter", "way": "code"}
SAID = "Hỏi ông Hòa có đồng ý nhờ nộp giúp không, ông trả lời đồng ý."


@pytest.fixture(autouse=True)
def _held_clock(at):
    with clock.set_to(at):
        yield


@pytest.fixture
def binh(cast):
    return Citizen(cast.binh)


def asked(officer, **changes):
    answer = officer.send(ASK, {**WHO, **changes})
    assert answer.status_code == 302, answer.content.decode()
    return answer.headers["Location"]


def called(officer, at):
    address = asked(officer, way="voice", place="phone")
    day = {"called_at.day": at.day, "called_at.month": at.month, "called_at.year": at.year}
    before = at - timedelta(minutes=30)
    answer = officer.send(address, {**day, "called_at.time": f"{before:%H:%M}", "said": SAID})
    assert answer.status_code == 302, answer.content.decode()
    return answer.headers["Location"]


def test_an_officer_finds_the_procedure_and_files_by_the_code_that_is_read_out(binh, cast):
    assert ASK in binh.text("/office/assist/?q=khai sinh")
    address = asked(binh)
    row = Message.objects.filter(template="consent_give").latest("created_at", "id")
    code = re.search(r"\b\d{6}\b", open_words(row.id, bytes(row.text_sealed)).text)[0]
    assert binh.send(address, {"code": "000000"}).status_code == 422
    draft = binh.send(address, {"code": code}).headers["Location"]
    Citizen(cast.chi).get(draft, 404)
    binh.fill(draft)
    binh.add_papers(draft)
    answer = binh.submit(draft)
    assert answer.status_code == 302, answer.content.decode()
    dossier = Dossier.objects.get()
    assert dossier.account_id is None
    assert Origin.objects.get().filed_by == "officer"
    assert "Cán bộ một cửa" in binh.text(answer.headers["Location"])


def test_a_call_waits_for_its_paper_the_overdue_marked_until_a_colleague_confirms_it(binh, cast, at):
    called(binh, at)
    one = Consent.objects.get()
    page = binh.text("/office/assist/")
    assert OWNER in page
    assert "Quá hạn" not in page
    assert OWNER not in Citizen(cast.chi).text("/office/assist/")
    with clock.set_to(one.confirm_by + timedelta(hours=1)):
        late = Citizen(cast.binh)
        assert "Quá hạn" in late.text("/office/assist/")
        address = f"/office/assist/{one.id}/confirmation/"
        assert SAID in late.text(address)
        assert late.post(address, {}).status_code == 422
        assert late.post(address, {"paper": jpeg()}).status_code == 302
        assert "Quá hạn" not in late.text("/office/assist/")
        late.get(address, 404)


def test_the_drafts_one_fills_in_are_listed_with_the_day_until_which_they_are_kept(binh, cast, at):
    called(binh, at)
    page = binh.text("/office/assist/")
    assert "Bản nháp tôi đang làm giúp" in page
    assert "06/12/2026" in page.split("Bản nháp tôi đang làm giúp", 1)[1] or "6/12/2026" in page
    assert "Bản nháp tôi đang làm giúp" not in Citizen(cast.bao).text("/office/assist/")
    assert "Bản nháp tôi đang làm giúp" not in Citizen(cast.chi).text("/office/assist/")


def test_a_call_needs_its_hour_and_what_was_said(binh):
    address = asked(binh, way="voice", phone="")
    answer = binh.send(address, {"said": "Vâng"})
    assert answer.status_code == 422
    assert "Cần ghi lúc gọi" in answer.content.decode()
    assert not Consent.objects.get().holds


def test_the_paper_is_printed_signed_and_photographed(binh):
    address = asked(binh, way="paper", phone="")
    assert OWNER in binh.text(f"{address}sheet/")
    assert binh.post(address, {}).status_code == 422
    assert "/ban-nhap/" in binh.post(address, {"paper": jpeg()}).headers["Location"]


def test_a_colleague_elsewhere_and_oversight_see_nothing_of_it(binh, cast):
    address = asked(binh)
    Citizen(cast.chi).get(address, 404)
    Citizen(cast.dung).get(address, 404)


def test_an_officer_who_helped_and_works_elsewhere_now_follows_it_as_a_helper_and_not_from_the_office(
    binh, cast, at
):
    draft = called(binh, at)
    binh.fill(draft)
    binh.add_papers(draft)
    page = binh.submit(draft).headers["Location"].replace("da-nop/", "")
    dossier = Dossier.objects.get()
    inside = f"/office/dossiers/{dossier.id}/"
    assert binh.get(inside).status_code == 200
    at_work(cast, dossier, at)
    words = "Xin xem lại họ tên người mẹ trong sổ hộ khẩu cũ."
    processing.send_back(dossier_id=dossier.id, seen=seen(dossier), reason=words, by=cast.bao, at=at)
    assert words in binh.text(inside)
    Role.objects.filter(officer__account_id=cast.binh.id).update(agency_id=cast.chi.unit)
    gone = Citizen(cast.binh)
    gone.get(inside, 404)
    assert words not in gone.text(page)


def at_work(cast, dossier, at):
    """Bring a dossier to who approves it."""
    steps = [
        (processing.receive, cast.binh),
        (processing.transfer, cast.binh),
        (processing.propose, cast.bich),
    ]
    for step, by in steps:
        step(dossier_id=dossier.id, seen=seen(dossier), by=by, at=at)


def seen(dossier):
    return Dossier.objects.get(id=dossier.id).version
