"""Cases of `motcua due` are read strictly and refused in words."""

import json

import pytest

from motcua.commands.due_cases import answer_line, case_from, pause_from
from motcua.kernel.tests.calendars import CALENDAR, at


def asked(**case):
    return answer_line(json.dumps(case), lambda unit, on: CALENDAR)


def test_a_case_is_answered_with_moment_day_and_reasons():
    found = asked(received="2021-08-30T09:00", limit="3 working_day")
    assert found["due_at"] == "2021-09-06T17:00:00+07:00"
    assert found["due_date"] == "2021-09-06"
    assert found["trail"][-1] == "Hạn trả kết quả: 17 giờ, Thứ Hai, ngày 06/9/2021."
    assert list(found) == ["due_at", "due_date", "trail"]


def test_pauses_move_the_date_and_an_open_one_leaves_none():
    pauses = [["2021-08-11T10:00", "2021-08-18T09:00"]]
    assert (
        asked(received="2021-08-09T08:00", limit="5 working_day", pauses=pauses)["due_date"] == "2021-08-23"
    )
    pauses[0][1] = None
    assert asked(received="2021-08-09T08:00", limit="5 working_day", pauses=pauses)["due_at"] is None


@pytest.mark.parametrize("limit", ["", None])
def test_no_limit_is_no_due_date_and_no_error(limit):
    found = asked(received="2021-08-09T08:00", limit=limit)
    assert (found["due_at"], found["due_date"]) == (None, None)
    assert "error" not in found


@pytest.mark.parametrize(
    "line",
    [
        "",
        "{",
        "[" * 100_000,
        "[]",
        "null",
        b"\xff\xfe\x00",
        "{}",
        '{"received": 5, "limit": "3 day"}',
        '{"received": "yesterday", "limit": "3 day"}',
        '{"received": "0001-01-01T00:00+14:00", "limit": "3 day"}',
        '{"received": "2021-08-09T08:00", "limit": 3}',
        '{"received": "2021-08-09T08:00", "limit": "3 moons"}',
        '{"received": "2021-08-09T08:00", "limit": "3 day", "unit": 5}',
        '{"received": "2021-08-09T08:00", "limit": "3 day", "pauses": "x"}',
        '{"received": "2021-08-09T08:00", "limit": "3 day", "pauses": [["2021-08-09T08:00"]]}',
        '{"received": "2021-08-09T08:00", "limit": "3 day", "pauses": [["2021-08-09", "2021-08-08"]]}',
        '{"received": "1999-08-09T08:00", "limit": "3 day"}',
        '{"received": "9999-12-31T23:00", "limit": "3 working_day"}',
    ],
)
def test_a_bad_line_is_answered_with_one_sentence(line):
    found = answer_line(line, lambda unit, on: CALENDAR)
    assert list(found) == ["error"]
    assert found["error"].endswith(".")


def test_moments_with_a_zone_are_brought_home():
    assert case_from('{"received": "2021-08-30T02:00Z", "limit": ""}').received == at("2021-08-30T09:00")
    assert pause_from("2021-08-30T09:00/").end is None
    assert pause_from("2021-08-30T09:00/2021-08-31T09:00").end == at("2021-08-31T09:00")
