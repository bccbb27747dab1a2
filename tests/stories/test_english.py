"""Everything under /en/ is English: what stays Vietnamese is a name, a place, or a paper of the law."""

import re

import pytest

from motcua.catalogue.queries import form_of, version, version_in_force
from motcua.directory.queries import agencies, units
from motcua.dossiers.models import Dossier
from motcua.web.shared.guides import KINDS
from tests.stories.citizen import BIRTH, COMMUNE, Citizen, answers
from tests.stories.english import vietnamese_on
from tests.stories.officer import Officer

pytestmark = pytest.mark.django_db

READING = (
    "/en/",
    "/en/tim-kiem/?q=khai+sinh",
    "/en/tim-kiem/?q=zzzz",
    "/en/cuoc-song/co-con-nho/",
    "/en/linh-vuc/",
    "/en/ho-tro/",
    "/en/huong-dan/",
    *(f"/en/office/help/{kind}/" for kind in KINDS),
    f"/en/thu-tuc/{BIRTH}/",
    f"/en/thu-tuc/{BIRTH}/huong-dan/",
    f"/en/nop/{BIRTH}/",
    "/en/tra-cuu/",
    "/en/ho-so/",
    "/en/dang-nhap/",
    "/en/office/sign-in/",
    "/en/khong-co/",
)
PEOPLE = (
    "Nguyễn Văn Hòa",
    "Lê Văn Bình",
    "Trần Thị Bích",
    "Hồ Quốc Bảo",
    "Xóm 3",
    "xóm 3; số 12 đường Lê Lợi",
)
WORDS = (
    "Nghệ An",
    "Tiếng Việt",
    "khai sinh cho con",
    "“khai sinh”",
    "“đất đai”",
    "“kết hôn”",
    "“nộp hồ sơ hành chính”",
)


@pytest.fixture
def names(at):
    """All that may stay Vietnamese on a page about a birth in this province."""
    facts = version_in_force(BIRTH, at.date())
    places = [name for unit in units(at.date()) for name in (unit.full_name, unit.name)]
    papers = [one.name for one in facts.components]
    questions = [one for section in form_of(facts).sections for one in section.questions]
    samples = [one.example for one in questions if one.example]
    peoples = [
        choice.label.vi for one in questions for choice in one.choices if choice.label.vi == choice.label.en
    ]
    committees = [one.name for one in agencies(at.date())]
    titles = [facts.name, facts.title]
    return [*PEOPLE, *WORDS, *places, *committees, *papers, *samples, *peoples, *titles]


@pytest.fixture
def left(names):
    """Give what is left in Vietnamese on a page."""
    known = sorted(names, key=len, reverse=True)
    return lambda page: vietnamese_on(page, *known)


@pytest.mark.parametrize("address", READING)
def test_a_page_for_reading_is_english(address, left):
    assert left(Citizen().client.get(address).content.decode()) == []


@pytest.mark.parametrize(
    ("address", "words"),
    [
        (f"/en/thu-tuc/{BIRTH}/", "people file online at the National Public Service Portal"),
        ("/en/dang-nhap/", "individuals sign in with their electronic identity"),
    ],
)
def test_the_law_that_moved_a_door_is_told_in_english(address, words):
    assert words in Citizen().text(address)


def test_filing_following_and_handling_are_english(left, binh):
    citizen, seen = Citizen(), {}
    start = citizen.post(f"/en/nop/{BIRTH}/", {"agency": COMMUNE}).headers["Location"]
    for section in form_of(version(citizen.draft_of(start).version_id)).sections:
        page = citizen.client.get(f"{start}{section.key}/")
        if page.status_code == 200:
            seen[section.key] = page.content.decode()
            seen[f"{section.key} unanswered"] = citizen.send(f"{start}{section.key}/", {}).content.decode()
            citizen.send(f"{start}{section.key}/", answers(section))
    seen["papers"], seen["too early"] = citizen.text(f"{start}giay-to/"), citizen.text(f"{start}kiem-tra/")
    citizen.add_papers(start)
    seen["check"] = citizen.text(f"{start}kiem-tra/")
    receipt = citizen.submit(start).headers["Location"]
    seen["receipt"], seen["filed"] = citizen.text(receipt), citizen.text(receipt.replace("bien-nhan/", ""))
    seen |= at_the_office(Officer(binh), Dossier.objects.latest("submitted_at"))
    seen["received"], seen["mine"] = (
        citizen.text(receipt.replace("bien-nhan/", "")),
        citizen.text("/en/ho-so/"),
    )
    wrong = {name: found for name, page in seen.items() if (found := left(page))}
    assert wrong == {}, wrong


def at_the_office(officer, dossier):
    """Receive the dossier on English pages; gives the pages seen."""
    place = f"/en/office/dossiers/{dossier.id}/"
    pages = {"desk": officer.text("/en/office/?list=new"), "new": officer.text(place)}
    seen = re.search(r'name="seen" value="(\d+)"', pages["new"])[1]
    pages["unsaid"] = officer.client.post(f"{place}refusals/", {"seen": seen, "reason": ""}).content.decode()
    officer.client.post(f"{place}receptions/", {"seen": seen})
    return pages | {"handling": officer.text(place), "slip": officer.text(f"{place}receipt/")}
