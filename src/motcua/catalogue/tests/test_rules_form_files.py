"""A form that cannot be used is refused with the place and the reason."""

import json

import pytest

from motcua.catalogue.rules.forms import read_form
from motcua.catalogue.rules.forms.files import read_forms
from motcua.catalogue.rules.forms.shaping import shape_of
from motcua.catalogue.tests.forms import form_files

NAME = "1.004873.json"


def spoiled(change):
    files = form_files()
    content = json.loads(files[NAME])
    change(content)
    files[NAME] = json.dumps(content, ensure_ascii=False)
    return [problem.words() for problem in read_forms(files)[1]]


def status(content):
    return content["form"]["sections"][2]["fields"]


@pytest.mark.parametrize(
    ("change", "reason"),
    [
        (lambda c: status(c)[2].update(kind="magic"), "không có kiểu “magic”"),
        (lambda c: status(c)[2].pop("choices"), "danh sách lựa chọn"),
        (
            lambda c: status(c)[3].update(show_if={"field": "copies.wanted", "equals": "yes"}),
            "chưa có ở phía trên",
        ),
        (lambda c: status(c)[3].update(key="status"), "bị lặp"),
        (lambda c: status(c)[3].update(lable="x"), "không có thuộc tính lable"),
        (lambda c: status(c)[3].update(kind="phone", key="phone"), "chỉ dùng trong phần về người"),
        (lambda c: status(c)[3]["label"].pop("en"), "tiếng Anh"),
        (lambda c: c["form"]["sections"].pop(0), "không có phần nào luôn hiện"),
        (lambda c: c["form"]["components"].append({"match": "Tờ khai", "kind": "burn"}), "yêu cầu giấy tờ"),
        (lambda c: c["form"]["sections"].append({"use": "magic"}), "cannot be read"),
        (lambda c: c.update(valid_from="soon"), "cannot be read"),
        (lambda c: c.update(keys=["1.001193"]), "holds on the same day"),
    ],
)
def test_a_broken_form_is_refused_with_a_reason(change, reason):
    problems = spoiled(change)
    assert any(reason in problem for problem in problems), problems


def test_a_file_that_is_no_json_is_named():
    _, problems = read_forms({"general.json": "{"})
    assert problems[0].words().startswith("general.json: It is no JSON")


def test_better_wording_keeps_the_shape_and_a_new_question_changes_it():
    forms, _ = read_forms(form_files())
    definition = next(one.definition for one in forms if one.key == "1.004873")
    before = shape_of(read_form(definition))
    section = definition["sections"][0]
    worded = {**definition, "sections": [{**section, "title": {"vi": "Khác", "en": "Other"}}]}
    fewer = {**definition, "sections": [{**section, "fields": section["fields"][1:]}]}
    whole = {**definition, "sections": [section]}
    assert shape_of(read_form(worded)) == shape_of(read_form(whole)) != before
    assert shape_of(read_form(fewer)) != shape_of(read_form(whole))
