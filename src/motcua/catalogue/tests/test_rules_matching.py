"""Which papers are asked for depends on the case, the answers and the form."""

from dataclasses import replace

from motcua.catalogue.rules.deriving import derive
from motcua.catalogue.rules.forms import evaluate
from motcua.catalogue.rules.matching import askable, asked, asked_for, cases
from motcua.catalogue.rules.versions import ComponentFacts
from motcua.catalogue.tests.factories import version
from motcua.catalogue.tests.forms import BIRTH, GOOD, HOUSE, form


def paper(seq, name, case="", kind="required"):
    return ComponentFacts(seq, case, name, False, kind, "original", 1, 0, "", "", "", "S1")


LOST, DAMAGED = "Trường hợp bị mất", "Trường hợp bị hỏng"
REISSUE = (paper(1, "Đơn"), paper(2, "Đơn trình báo", LOST), paper(3, "Bản hỏng", DAMAGED))


def kinds(form_, papers, answers):
    return [one.kind for one in asked(form_, papers, answers)]


def test_headings_that_are_cases_become_a_question():
    facts = version(components=REISSUE)
    question = derive(form("general"), facts).question("matter.case")
    assert [choice.label.vi for choice in question.choices] == [
        LOST,
        DAMAGED,
        "Không thuộc trường hợp nào ở trên",
    ]


def test_only_the_papers_of_the_chosen_case_are_asked_for():
    derived = derive(form("general"), version(components=REISSUE))
    assert kinds(derived, REISSUE, {"matter.case": "1"}) == ["required", "required", "other_case"]
    assert [one.seq for one in asked_for(derived, REISSUE, {"matter.case": "2"})] == [1, 3]
    assert kinds(derived, REISSUE, {"matter.case": "0"}) == ["required", "other_case", "other_case"]


def test_headings_that_only_order_the_list_are_no_cases():
    listed = (paper(1, "Tờ khai", "* Giấy tờ phải nộp:"), paper(2, "Căn cước", "* Giấy tờ phải xuất trình:"))
    assert cases(listed) == ()
    assert cases((paper(1, "A", LOST, "conditional"), paper(2, "B", DAMAGED, "conditional"))) == ()


def test_the_form_takes_the_place_of_the_declaration_and_answers_demand_papers():
    papers = (
        paper(1, "Tờ khai đăng ký khai sinh theo mẫu"),
        paper(2, "Giấy chứng sinh; trường hợp không có…", kind="conditional"),
        paper(3, "Văn bản ủy quyền (được chứng thực)", kind="conditional"),
        paper(4, "Căn cước", kind="presented"),
    )
    answers = GOOD[BIRTH]
    assert kinds(form(BIRTH), papers, answers) == ["form", "required", "conditional", "presented"]
    found = {**answers, "child.parents": "none", "submitter.relation": "authorised"}
    assert kinds(form(BIRTH), papers, found) == ["form", "conditional", "required", "presented"]


def test_nobody_is_asked_for_the_papers_of_other_answers():
    papers = (
        paper(1, "Trường hợp trẻ em bị bỏ rơi thì phải có biên bản", kind="conditional"),
        paper(2, "Văn bản ủy quyền (được chứng thực)", kind="conditional"),
        paper(3, "Giấy chứng sinh; trường hợp không có…", kind="conditional"),
        paper(4, "Căn cước", kind="presented"),
        paper(5, "Tờ khai đăng ký khai sinh theo mẫu"),
    )
    assert [one.seq for one in askable(form(BIRTH), papers, GOOD[BIRTH])] == [3, 4]
    found = {**GOOD[BIRTH], "child.parents": "none", "submitter.relation": "authorised"}
    assert [one.seq for one in askable(form(BIRTH), papers, found)] == [1, 2, 3, 4]


def test_the_interactive_form_of_the_national_portal_is_never_asked_for_as_a_file():
    derived = derive(form("general"), version())
    assert kinds(derived, [paper(1, "Mẫu hộ tịch điện tử tương tác đăng ký giám hộ")], {}) == ["form"]
    assert kinds(derived, [paper(1, "Tờ khai đăng ký giám hộ")], {}) == ["required"]


def test_a_form_for_houses_asks_only_for_the_papers_of_houses():
    papers = (
        paper(1, "Đơn đề nghị cấp giấy phép", "(1.3) Đối với công trình tôn giáo:"),
        paper(2, "Đơn đề nghị cấp giấy phép", "(1.7) Đối với công trình nhà ở riêng lẻ:"),
        paper(3, "Hồ sơ thiết kế xây dựng", "(1.7) Đối với công trình nhà ở riêng lẻ:", "conditional"),
    )
    assert kinds(form(HOUSE), papers, {}) == ["other_case", "form", "required"]


def test_a_procedure_for_firms_alone_is_filed_for_a_firm():
    firms = derive(form("general"), version(applicants=("enterprise",)))
    answers = {"submitter.filing_for": "self"}
    assert "submitter.filing_for" in {one.field for one in evaluate(firms, answers)}
    both = derive(form("general"), version(applicants=("citizen", "enterprise")))
    assert "submitter.filing_for" not in {one.field for one in evaluate(both, answers)}


def test_the_facts_of_a_version_are_a_value():
    facts = version()
    assert facts == replace(facts)
