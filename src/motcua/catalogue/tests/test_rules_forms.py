"""The eight forms people use most, answered well and badly."""

from datetime import date

import pytest

from motcua.catalogue.rules.forms import evaluate, matter, people, sealed_answers, summary, visible_fields
from motcua.catalogue.tests.forms import (
    ALLOWANCE,
    BIRTH,
    BUSINESS,
    COPIES,
    GOOD,
    HOUSE,
    MARRIAGE,
    RECORD,
    SINGLE,
    form,
)

TODAY = date(2026, 9, 8)
COMMUNES = {"17989"}

BAD = {
    BIRTH: {
        "child.born": "20/8/2027",
        "child.name": "",
        "mother.identity": "040190",
        "copies.number": "21",
        "father.ethnicity": "sao hỏa",
    },
    SINGLE: {
        "status.status": "",
        "status.purpose": "marriage",
        "status.partner": "",
        "submitter.phone": "0123",
    },
    MARRIAGE: {"female.phone": "", "male.times": "0", "male.born": "31/2/1988"},
    COPIES: {"papers.list": " ", "papers.pages": "hai", "papers.copies": "101"},
    BUSINESS: {"business.capital": "0", "business.place.unit": "", "members.kind": "company"},
    RECORD: {"request.type": "3", "life.history": "", "submitter.born": "5/9/1991"},
    HOUSE: {"house.floors": "8", "land.plot": "", "works.start": "hôm nay"},
    ALLOWANCE: {"need.disability": "", "need.request": ["monthly", "car"], "submitter.email": "an@"},
}
WRONG = {
    BIRTH: BAD[BIRTH].keys(),
    SINGLE: {"status.status", "status.partner", "submitter.phone"},
    MARRIAGE: BAD[MARRIAGE].keys(),
    COPIES: BAD[COPIES].keys(),
    BUSINESS: BAD[BUSINESS].keys(),
    RECORD: {"request.type", "life.history", "submitter.identity"},
    HOUSE: BAD[HOUSE].keys(),
    ALLOWANCE: BAD[ALLOWANCE].keys(),
}


@pytest.mark.parametrize("code", GOOD)
def test_a_well_filled_form_has_no_problem(code):
    assert evaluate(form(code), GOOD[code], on=TODAY, units=COMMUNES) == []


@pytest.mark.parametrize("code", BAD)
def test_each_bad_answer_is_named_with_a_sentence(code):
    problems = evaluate(form(code), {**GOOD[code], **BAD[code]}, on=TODAY, units=COMMUNES)
    assert {one.field for one in problems} == set(WRONG[code])
    assert all(one.message.endswith(".") for one in problems)


@pytest.mark.parametrize("code", GOOD)
def test_an_empty_form_asks_for_its_required_answers_and_never_breaks(code):
    fields = [one.field for one in evaluate(form(code), {})]
    assert "return.way" in fields
    assert len(fields) == len(set(fields)) > 5


@pytest.mark.parametrize("code", [*GOOD, "general"])
def test_every_form_has_one_submitter_one_owner_and_ends_with_return_and_notices(code):
    facts = form(code)
    roles = [role for one in people(facts, GOOD.get(code, {})) for role in one.roles]
    assert sorted(roles) == ["owner", "submitter"]
    assert [section.key for section in facts.sections[-2:]] == ["return", "notices"]


def test_a_page_is_checked_alone():
    problems = evaluate(form(BIRTH), {}, section="child")
    assert problems
    assert all(one.field.startswith("child.") for one in problems)


def test_a_father_is_asked_for_only_when_he_is_recorded():
    alone = {**GOOD[BIRTH], "child.parents": "mother"}
    assert not [one for one in visible_fields(form(BIRTH), alone) if one.name.startswith("father.")]
    assert "Người cha" not in dict(summary(form(BIRTH), alone))
    assert [one.section for one in people(form(BIRTH), alone)] == ["submitter", "mother"]


def test_an_identity_number_must_fit_birth_date_and_sex():
    answers = {**GOOD[SINGLE], "submitter.sex": "male"}
    (problem,) = evaluate(form(SINGLE), answers)
    assert (problem.field, problem.message) == (
        "submitter.identity",
        "Giới tính không khớp với số định danh cá nhân.",
    )


def test_who_chooses_mail_must_give_an_address_for_it():
    answers = {**GOOD[SINGLE], "notices.by": "mail", "submitter.email": ""}
    assert [one.field for one in evaluate(form(SINGLE), answers)] == ["submitter.email"]


def test_a_result_by_post_needs_an_address():
    answers = {**GOOD[SINGLE], "return.way": "post"}
    fields = [one.field for one in evaluate(form(SINGLE), answers)]
    assert fields == ["return.address.unit", "return.address.detail"]


def test_an_address_outside_the_province_is_written_out():
    answers = {**GOOD[SINGLE], "submitter.address.unit": "other"}
    assert evaluate(form(SINGLE), answers, units=COMMUNES) == []
    unknown = {**GOOD[SINGLE], "submitter.address.unit": "12345"}
    assert [one.field for one in evaluate(form(SINGLE), unknown, units=COMMUNES)] == [
        "submitter.address.unit"
    ]


def test_somebody_may_file_for_another_who_is_then_the_owner():
    other = {"subject.name": "Lê Văn Bình", "subject.identity": "040088000111"}
    answers = {**GOOD[SINGLE], "submitter.for_whom": "other", **other}
    assert {one.section: set(one.roles) for one in people(form(SINGLE), answers)} == {
        "submitter": {"submitter"},
        "subject": {"owner"},
    }


def test_the_groom_may_file_for_both():
    answers = {**GOOD[MARRIAGE], "filer.side": "male", "male.phone": "0987654321"}
    roles = {one.section: one.roles for one in people(form(MARRIAGE), answers)}
    assert roles == {"female": frozenset(), "male": {"submitter", "owner"}}


def test_kept_answers_hold_no_number_and_no_contact():
    kept = sealed_answers(form(BIRTH), GOOD[BIRTH], {"submitter": "s", "mother": "m", "father": "f"})
    assert kept["submitter.identity"] == {"party": "s", "masked": "040******456"}
    assert kept["submitter.phone"] == {"party": "s", "masked": "091****678"}
    assert kept["submitter.email"] == {"party": "s", "masked": "a***@vidu.vn"}
    assert kept["child.name"] == "Lê An Nhiên"
    assert "040190123456" not in repr(kept)
    assert "345 678" not in repr(kept)


def test_kept_answers_drop_what_another_answer_hid():
    kept = sealed_answers(form(BIRTH), {**GOOD[BIRTH], "child.parents": "mother"}, {})
    assert not [name for name in kept if name.startswith("father.")]


def test_the_summary_reads_as_people_write_and_works_on_kept_answers():
    kept = sealed_answers(form(BIRTH), GOOD[BIRTH], {"submitter": "s"})
    pages = dict(summary(form(BIRTH), kept, unit_name=lambda code: f"xã {code}"))
    submitter, child = dict(pages["Người yêu cầu"]), dict(pages["Người được khai sinh"])
    assert submitter["Số định danh cá nhân (căn cước)"] == "040******456"
    assert submitter["Nơi cư trú"] == "xóm 3, xã 17989"
    assert (child["Ngày sinh"], child["Giới tính"]) == ("20/8/2026", "Nữ")
    assert dict(pages["Bản sao"])["Số bản sao"] == "2"


def test_the_summary_exists_in_english():
    pages = dict(summary(form(ALLOWANCE), GOOD[ALLOWANCE], "en"))
    assert dict(pages["Situation"])["What is asked"] == "Monthly allowance; Support for care"


@pytest.mark.parametrize(
    ("code", "line"),
    [
        (BIRTH, "Đăng ký khai sinh cho Lê An Nhiên"),
        (SINGLE, "Xác nhận tình trạng hôn nhân để vay vốn"),
        (MARRIAGE, "Đăng ký kết hôn: Lê Văn Bình và Nguyễn Thị An"),
        (HOUSE, "Giấy phép xây dựng nhà ở 2 tầng tại thửa 125, tờ bản đồ 14"),
    ],
)
def test_what_is_asked_stands_in_one_line(code, line):
    assert matter(form(code), GOOD[code]) == line
