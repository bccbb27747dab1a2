"""The words and signs of the citizen's pages are true: no step is called done that is not, nothing is said twice."""

import re

import pytest

from motcua.gateways import clock
from tests.stories.citizen import Citizen


@pytest.fixture(autouse=True)
def _held_clock(at):
    with clock.set_to(at):
        yield


@pytest.fixture
def guest(cast):
    return Citizen()


def done(page):
    """List the addresses of the steps that a page calls done."""
    return {
        one.split("/")[-2] for one in re.findall(r'<li class="steps-done".*?href="([^"]+)"', page, re.DOTALL)
    }


def test_a_step_that_was_skipped_is_not_called_done(guest):
    address = guest.begin()
    assert not done(guest.text(f"{address}kiem-tra/")) & {"submitter", "child", "notices"}
    guest.fill(address)
    assert done(guest.text(f"{address}notices/")) >= {"submitter", "child"}
    assert "giay-to" not in done(guest.text(f"{address}notices/"))
    guest.add_papers(address)
    assert "giay-to" in done(guest.text(f"{address}notices/"))


def test_the_summary_names_a_question_once(guest):
    answer = guest.send(f"{guest.begin()}submitter/", {"submitter.identity": "12345"})
    said = answer.content.decode().split("error-summary", 1)[1].split("</ul>")[0]
    assert "phải có đúng 12 chữ số" in said
    assert said.count("Số định danh cá nhân (căn cước)") == 1


def test_the_khmer_people_are_not_called_a_language(guest):
    page = guest.text(f"{guest.begin()}child/")
    assert ">Khmer<" in page
    assert "Tiếng Khơ-me" not in page


def test_a_secret_mistyped_by_one_letter_need_not_be_typed_again(guest):
    answer = guest.post("/tra-cuu/", {"code": "H41.ZEG-20261126-0000003", "secret": "ABCDE-12345"})
    assert answer.status_code == 422
    assert 'value="ABCDE-12345"' in answer.content.decode()


def test_a_mother_who_files_need_not_type_herself_twice(guest):
    address = guest.begin()
    typed = {"submitter.name": "Nguyễn Thị Một Lần", "submitter.relation": "mother"}
    guest.send(f"{address}submitter/", typed)
    guest.send(f"{address}child/", {"child.parents": "both"})
    assert 'value="Nguyễn Thị Một Lần"' in guest.text(f"{address}mother/")
    assert "Nguyễn Thị Một Lần" not in guest.text(f"{address}father/")
    guest.send(f"{address}mother/", {"mother.name": "Nguyễn Thị Khác"})
    assert 'value="Nguyễn Thị Khác"' in guest.text(f"{address}mother/")
