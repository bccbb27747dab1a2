"""A phone that serves several owners: whoever files with it is asked kindly, and nothing depends on the answer."""

import re
from datetime import date

import pytest

from motcua.accounts.operations.trusting import register
from motcua.accounts.rules.trusting import Agreement
from motcua.accounts.tests.factories import citizen
from motcua.dossiers.models import Origin
from motcua.gateways import clock
from tests.stories.citizen import Citizen, Fields
from tests.stories.test_helper_files import ASK, code_in

PHONE = "0966555444"
QUESTION = "Có phải ông/bà đang nộp giúp người khác không?"


@pytest.fixture(autouse=True)
def _held_clock(at):
    with clock.set_to(at):
        yield


@pytest.fixture
def nam(cast, at):
    return Citizen(citizen("Vi Văn Nam", "0977777777", at=at))


def of(number):
    return {"submitter.phone": PHONE, "submitter.identity": f"04009012345{number}"}


def others(count):
    for number in range(count):
        Citizen().file(**of(number))


def ready(person, number=9):
    """Bring a draft to the check page; gives its address."""
    address = person.begin()
    person.fill(address, **of(number))
    person.add_papers(address)
    return address


def origin_of(person, address):
    return Origin.objects.get(dossier_id=person.draft_of(address).dossier_id)


def test_it_is_asked_from_the_third_other_owner_on_and_shows_nothing_of_them(nam):
    others(2)
    assert QUESTION not in nam.text(f"{ready(nam)}kiem-tra/")
    Citizen().file(**of(2))
    page = nam.text(f"{ready(nam)}kiem-tra/")
    assert QUESTION in page
    assert not any(f"04009012345{number}" in page for number in range(3))


def test_the_same_owner_again_is_not_several(nam):
    for _ in range(4):
        Citizen().file(**of(1))
    assert QUESTION not in nam.text(f"{ready(nam)}kiem-tra/")


@pytest.mark.parametrize(
    ("said", "kept"), [("household", "household"), ("own", "own"), ("", ""), ("nonsense", "")]
)
def test_whatever_is_said_it_is_filed_and_the_answer_is_kept(nam, said, kept):
    others(3)
    address = ready(nam)
    hidden = Fields(nam.text(f"{address}kiem-tra/")).hidden
    answer = nam.post(f"{address}nop/", {**hidden, "declared": "1", "phone_is": said})
    assert answer.status_code == 302
    assert origin_of(nam, address).phone_is == kept


def test_an_agreement_on_the_phone_explains_it(nam, cast, at):
    others(3)
    said = Agreement(
        phone=PHONE,
        holder="Vi Văn Nam",
        kind="hamlet_head",
        serves="Bản Huồi Phuôn",
        why="Cả bản không có sóng điện thoại.",
        last=date(2027, 1, 1),
    )
    register(said=said, by=cast.binh, at=at)
    assert QUESTION not in nam.text(f"{ready(nam)}kiem-tra/")


def test_who_files_for_another_goes_on_record_with_what_was_typed(nam, cast):
    others(3)
    address = ready(nam)
    link = re.search(r'href="([^"]*nhap=[^"]*)"', nam.text(f"{address}kiem-tra/"))[1].replace("&amp;", "&")
    owner = {**ASK, "phone": PHONE, "noi": "UBND25-17989"}
    consent = nam.send(link, owner).headers["Location"]
    answer = nam.send(consent, {"code": code_in("consent_give")})
    draft = nam.draft_of(address)
    assert str(draft.id) in answer.headers["Location"]
    assert (draft.account_id, draft.consent_id is None) == (None, False)
    page = nam.text(f"{address}kiem-tra/")
    assert "040090123459" in page
    assert QUESTION not in page
    assert nam.submit(address).status_code == 302
    assert origin_of(nam, address).filed_by == "hamlet_head"
    Citizen(cast.an).get(f"{address}kiem-tra/", 404)
