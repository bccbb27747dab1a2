"""A mother who files for her child types who she is once."""

from typing import Any

from motcua.catalogue.rules.forms import form_problems, likely_answers
from motcua.catalogue.tests.forms import AN, BIRTH, form, within

SUBMITTER = within("submitter", {**AN, "relation": "mother"})


def section(key):
    return next(one for one in form(BIRTH).sections if one.key == key)


def test_what_the_mother_typed_as_applicant_is_likely_true_of_the_mother():
    found = likely_answers(form(BIRTH), section("mother"), SUBMITTER)
    assert found["mother.name"] == AN["name"]
    assert found["mother.identity"] == AN["identity"]
    assert found["mother.address.detail"] == AN["address.detail"]
    assert "mother.phone" not in found, "the page does not ask for it"
    assert likely_answers(form(BIRTH), section("father"), SUBMITTER) == {}


def test_of_somebody_else_nothing_is_supposed():
    others = {**SUBMITTER, "submitter.relation": "grandparent"}
    assert likely_answers(form(BIRTH), section("mother"), others) == {}
    assert likely_answers(form(BIRTH), section("child"), SUBMITTER) == {}


def test_a_form_may_lead_back_only_to_a_person_named_before():
    def definition(likely: dict[str, Any]):
        person = {"title": {"vi": "Người", "en": "Person"}, "person": "person"}
        name = {"key": "name", "kind": "text", "label": {"vi": "Tên", "en": "Name"}}
        first = {**person, "key": "a", "roles": ["submitter", "owner"], "fields": [name]}
        second = {**person, "key": "b", "likely": likely, "fields": [name]}
        words = {"vi": "Việc", "en": "Matter"}
        return {"title": words, "matter": words, "sections": [first, second]}

    condition = {"field": "a.name", "equals": "An"}
    assert form_problems(definition({"section": "a", "if": condition})) == []
    for wrong in (
        {"section": "b", "if": condition},
        {"section": "a"},
        {"section": "a", "if": {"field": "x"}},
    ):
        assert form_problems(definition(wrong))
