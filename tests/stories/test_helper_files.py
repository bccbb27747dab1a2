"""Nam, head of a hamlet, files for An: she agrees by a code, both see it, and she takes it back."""

import re
from datetime import timedelta

import pytest

from motcua.accounts.models import Consent
from motcua.accounts.tests.factories import citizen
from motcua.dossiers.models import Dossier, Origin
from motcua.gateways import clock
from motcua.messages.models import Message
from motcua.messages.sealing import open_words
from tests.stories.citizen import BIRTH, COMMUNE, Citizen, jpeg

OWNER = "Nguyễn Văn Hòa"
ASK = {
    "kind": "hamlet_head",
    "helper_name": "Vi Văn Nam",
    "place": "hamlet",
    "name": OWNER,
    "phone": "0912 345 678",
    "way": "code",
    "scope": "one",
}


@pytest.fixture(autouse=True)
def _held_clock(at):
    with clock.set_to(at):
        yield


@pytest.fixture
def nam(cast, at):
    return Citizen(citizen("Vi Văn Nam", "0977777777", at=at))


def asked(helper, **changes):
    answer = helper.post(f"/nop/{BIRTH}/", {"agency": COMMUNE, "for": "other"})
    return helper.send(answer.headers["Location"], {**ASK, **changes})


def code_in(template):
    row = Message.objects.filter(template=template).latest("created_at", "id")
    return re.search(r"\b\d{6}\b", open_words(row.id, bytes(row.text_sealed)).text)[0]


def filed(helper):
    answer = asked(helper)
    answer = helper.send(answer.headers["Location"], {"code": code_in("consent_give")})
    address = answer.headers["Location"]
    helper.fill(address)
    helper.add_papers(address)
    answer = helper.submit(address)
    assert answer.status_code == 302, answer.content.decode()
    return answer.headers["Location"].split("/h/")[1].split("/")[0]


def test_a_helper_files_and_the_dossier_says_so_to_owner_helper_and_officer(cast, nam):
    code = filed(nam)
    receipt = nam.text(f"/h/{code}/bien-nhan/")
    assert "Vi Văn Nam (Trưởng bản, xóm, khối)" in receipt
    assert 'id="dossier-secret"' not in receipt
    an = Citizen(cast.an)
    assert "Vi Văn Nam" in an.text(f"/h/{code}/")
    assert "Vi Văn Nam" in an.text("/ho-so/nop-giup/")
    assert OWNER in nam.text("/ho-so/nop-giup/")
    assert Origin.objects.get().filed_by == "hamlet_head"
    dossier = Dossier.objects.get()
    assert "Vi Văn Nam" in Citizen(cast.binh).text(f"/office/dossiers/{dossier.id}/")
    assert "Vi Văn Nam" in Citizen(cast.dung).text(f"/office/dossiers/{dossier.id}/")
    Citizen(cast.chi).get(f"/office/dossiers/{dossier.id}/", 404)


def test_the_owner_takes_it_back_on_the_dossiers_page_and_the_helper_is_out_at_once(cast, nam):
    code = filed(nam)
    an = Citizen(cast.an)
    assert an.post(f"/h/{code}/thu-hoi-nop-giup/", {}).status_code == 302
    assert "đã kết thúc" in an.text(f"/h/{code}/")
    assert OWNER not in nam.text(f"/h/{code}/")
    assert nam.post(f"/h/{code}/thu-hoi-nop-giup/", {}).status_code == 404


def test_without_an_account_the_link_in_the_message_takes_it_back(nam, at):
    filed(nam)
    with clock.set_to(at + timedelta(hours=1)):
        _taken_back_by_link()


def _taken_back_by_link():
    link = f"/th/{Consent.objects.get().link}"
    owner = Citizen()
    page = owner.text(link)
    assert "Vi Văn Nam" not in page
    assert OWNER not in page
    assert owner.send(link, {}).status_code == 200
    assert owner.send(link, {"code": "000000"}).status_code == 422
    assert owner.send(link, {"code": code_in("consent_end")}).status_code == 302
    assert Consent.objects.get().ended_how == "code"


def test_a_paper_is_printed_signed_and_photographed(nam):
    answer = asked(nam, phone="", way="paper")
    address = answer.headers["Location"]
    assert OWNER in nam.text(f"{address}giay/")
    assert nam.post(address, {}).status_code == 422
    assert nam.post(address, {"paper": jpeg()}).status_code == 302
    assert Consent.objects.get().holds


def test_what_is_missing_is_said_where_it_is_typed(nam):
    answer = asked(nam, phone="0977 777 777", place="")
    assert answer.status_code == 422
    page = answer.content.decode()
    assert "Đây là số điện thoại của người giúp" in page
    assert "Vui lòng chọn nơi giúp" in page
    assert "Vi Văn Nam" in page


def test_the_next_neighbour_is_helped_with_the_helpers_data_kept(nam):
    asked(nam)
    page = nam.text(f"/nop-giup/thu-tuc/{BIRTH}/?noi={COMMUNE}")
    assert 'value="Vi Văn Nam"' in page
    assert OWNER not in page


def test_a_guest_is_led_to_sign_in_and_may_file_without_a_record(db):
    page = Citizen().text(f"/nop-giup/thu-tuc/{BIRTH}/?noi={COMMUNE}")
    assert "Không đăng nhập vẫn nộp được" in page


def test_who_signs_in_with_the_phone_that_agreed_finds_the_dossier(cast, nam):
    code = filed(nam)
    Dossier.objects.update(account_id=None)
    owner = Citizen()
    owner.post("/dang-nhap/", {"contact": "0912345678"})
    answer = owner.post("/dang-nhap/ma/", {"code": code_in("sign_in_code")})
    assert answer.status_code == 302
    assert OWNER in owner.text(f"/h/{code}/bien-nhan/")
