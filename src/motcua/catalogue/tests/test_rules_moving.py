"""From one version to the next: answers and papers find their places, and none falls away."""

from dataclasses import replace

from motcua.catalogue.rules.deriving import derive
from motcua.catalogue.rules.moving import Edition, moved
from motcua.catalogue.tests.factories import version
from motcua.catalogue.tests.forms import BIRTH, GOOD, form
from motcua.catalogue.tests.test_rules_matching import DAMAGED, LOST, REISSUE, paper


def edition(papers=(), form_=None):
    return Edition(form_ or form(BIRTH), papers)


def other_kind(form_, name, kind):
    """Give the form with one question of another kind."""
    sections = tuple(
        replace(
            section,
            questions=tuple(
                replace(one, kind=kind) if one.name == name else one for one in section.questions
            ),
        )
        for section in form_.sections
    )
    return replace(form_, sections=sections)


def test_papers_are_found_again_by_name_and_those_no_longer_listed_go_to_the_others():
    before = (paper(1, "Giấy chứng sinh"), paper(2, "Sổ hộ khẩu"), paper(3, "Đơn", LOST))
    now = (paper(1, "Đơn", DAMAGED), paper(2, "Đơn", LOST), paper(3, "GIẤY CHỨNG SINH"), paper(4, "Bản đồ"))
    found = moved(edition(before), edition(now), {})
    assert found.seats == {1: 3, 2: 0, 3: 2}
    assert [one.name for one in found.papers] == ["Bản đồ"]


def test_nothing_changes_where_nothing_has_changed():
    found = moved(edition(REISSUE), edition(REISSUE), GOOD[BIRTH])
    assert found.answers == GOOD[BIRTH]
    assert (found.gone, found.new, found.papers) == ((), (), ())
    assert found.seats == {1: 1, 2: 2, 3: 3}


def test_an_answer_takes_the_shape_of_the_new_question():
    several, text = other_kind(form(BIRTH), "child.name", "choices"), form(BIRTH)
    to_several = moved(edition(form_=text), edition(form_=several), {"child.name": "An"})
    assert to_several.answers["child.name"] == ["An"]
    back = moved(edition(form_=several), edition(form_=text), {"child.name": ["An", "Bình"]})
    assert back.answers["child.name"] == "An, Bình"


def test_a_case_chosen_among_other_cases_is_asked_again():
    turned = (REISSUE[0], paper(2, "Bản hỏng", DAMAGED), paper(3, "Đơn trình báo", LOST))
    forms = [derive(form("general"), version(components=papers)) for papers in (REISSUE, turned)]
    chosen = {"matter.case": "1"}
    assert moved(edition(REISSUE, forms[0]), edition(turned, forms[1]), chosen).answers == {}
    assert moved(edition(REISSUE, forms[0]), edition(REISSUE, forms[0]), chosen).answers == chosen
