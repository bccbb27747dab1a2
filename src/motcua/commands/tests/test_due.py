"""`motcua due` at the terminal: one case or many, exit codes, words for people."""

import argparse
import io
import json
import sys
from datetime import date
from types import SimpleNamespace

import pytest

from motcua.commands import due
from motcua.kernel.tests.calendars import CALENDAR

found_calendar = due.calendar_of.__wrapped__


@pytest.fixture(autouse=True)
def _calendar(monkeypatch):
    def calendar_of(code, on):
        if code == "nowhere":
            raise ValueError("Không có cơ quan nào như vậy.")
        return CALENDAR

    monkeypatch.setattr(due, "calendar_of", calendar_of)


def run(*words):
    parser = argparse.ArgumentParser()
    due.add_arguments(parser)
    return due.run(parser.parse_args(words))


def test_one_case_as_json(capsys):
    assert run("--received", "2021-08-30T09:00", "--limit", "3 working_day", "--json") == 0
    found = json.loads(capsys.readouterr().out)
    assert (found["due_at"], found["due_date"]) == ("2021-09-06T17:00:00+07:00", "2021-09-06")


def test_one_case_in_words_with_pauses(capsys):
    pause = "2021-08-11T10:00/2021-08-18T09:00"
    assert run("--received", "2021-08-09T08:00", "--limit", "5 working_day", "--pause", pause) == 0
    assert "Hạn trả kết quả: 17 giờ, Thứ Hai, ngày 23/8/2021." in capsys.readouterr().out
    assert (
        run(
            "--received",
            "2021-08-09T08:00",
            "--limit",
            "5 day",
            "--pause",
            "2021-08-11T10:00/",
            "--lang",
            "en",
        )
        == 0
    )
    assert "still paused" in capsys.readouterr().out


@pytest.mark.parametrize(
    ("words", "code"),
    [
        (["--received", "soon", "--limit", "3 day"], 2),
        (["--received", "2021-08-09", "--limit", "3 moons"], 2),
        (["--received", "2021-08-09"], 2),
        (["--received", "2021-08-09", "--limit", "3 day", "--pause", "x"], 2),
        (["--file", "no/such/file.jsonl"], 2),
        (["--received", "1999-08-09", "--limit", "3 day"], 4),
        (["--received", "2021-08-09", "--limit", "3 day", "--unit", "nowhere"], 4),
    ],
)
def test_what_cannot_be_answered_is_refused_in_one_sentence(words, code, capsys):
    assert run(*words) == code
    told = capsys.readouterr()
    assert told.out == ""
    assert told.err.startswith("motcua due: ")
    assert len(told.err.splitlines()) == 1


def test_many_cases_keep_their_order_and_bad_lines_their_place(tmp_path, capsys):
    cases = tmp_path / "cases.jsonl"
    cases.write_text(
        '{"received": "2021-08-30T09:00", "limit": "3 working_day"}\n'
        "nonsense\n"
        '{"received": "2021-07-30", "limit": "20 day", "pauses": [], "unit": null}\n',
        "utf-8",
    )
    assert run("--file", str(cases), "--json") == 4
    lines = [json.loads(line) for line in capsys.readouterr().out.splitlines()]
    assert [line.get("due_date") for line in lines] == ["2021-09-06", None, "2021-08-19"]
    assert list(lines[1]) == ["error"]


def test_cases_come_through_a_pipe(monkeypatch, capsys):
    line = b'{"received": "2021-08-30T09:00", "limit": ""}'
    monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(line)))
    assert run("--file", "-") == 0
    assert json.loads(capsys.readouterr().out)["due_at"] is None


def test_a_unit_nobody_bears_is_refused_and_an_identifier_finds_its_agency(monkeypatch):
    asked = []
    people = SimpleNamespace(id="UBND", code="H41")
    monkeypatch.setattr(due.queries, "agency", lambda code, on: people if code == "UBND" else None)
    monkeypatch.setattr(due.queries, "agency_known", lambda code, on: None)
    monkeypatch.setattr(due.queries, "agencies", lambda on: [people])
    monkeypatch.setattr(due.queries, "unit", lambda code, on: people if code == "17989" else None)
    monkeypatch.setattr(due.queries, "work_calendar", lambda code, on: asked.append(code) or CALENDAR)
    for number, code in enumerate(("UBND", "H41", "000.00.00.H41", "17989", None)):
        found_calendar(code, date(2021, 9, 1 + number))
    assert asked == ["UBND", "UBND", "UBND", None, None]
    with pytest.raises(ValueError, match="Không có cơ quan"):
        found_calendar("UBND99", date(2021, 9, 1))


def test_an_installation_without_calendar_says_what_to_do(monkeypatch):
    def nothing(code, on):
        raise LookupError

    monkeypatch.setattr(due.queries, "work_calendar", nothing)
    with pytest.raises(ValueError, match="motcua load"):
        found_calendar(None, date(2021, 8, 1))
