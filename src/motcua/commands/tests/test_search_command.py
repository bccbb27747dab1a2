"""`motcua search`: one query or many, in words or as JSON."""

import argparse
import json

import pytest

from motcua.commands import search as command

pytestmark = pytest.mark.django_db


def test_one_query_is_printed_for_people(capsys):
    assert command.run(_parsed("làm", "giấy", "khai", "sinh", "--on", "2026-11-01", "--limit", "1")) == 0
    assert "1.001193  Đăng ký khai sinh" in capsys.readouterr().out


def test_words_that_find_nothing_are_answered_in_words(capsys):
    assert command.run(_parsed("thủ tục", "--on", "2026-11-01")) == 0
    printed = capsys.readouterr()
    assert (printed.out, "2026-11-01 answers these words" in printed.err) == ("", True)


def test_one_query_is_printed_for_programs(capsys):
    assert command.run(_parsed("mất cccd", "--on", "2026-11-01", "--json")) == 0
    found = json.loads(capsys.readouterr().out)
    assert (found["query"], found["results"][0]["code"]) == ("mất cccd", "1.014064")


def test_without_a_day_today_counts(capsys):
    assert command.run(_parsed("khai sinh", "--json")) == 0
    assert json.loads(capsys.readouterr().out)["results"]


@pytest.mark.parametrize("odd", [("--on", "2026-13-01"), ("--limit", "x"), ("--limit", "-1")])
def test_odd_days_and_numbers_are_refused(odd):
    with pytest.raises(SystemExit):
        _parsed("khai sinh", *odd)


def test_the_command_answers_each_line_of_a_file(tmp_path, capsys):
    path = tmp_path / "queries.txt"
    path.write_bytes("khai sinh\r\n\nkết hôn\n".encode())
    args = _parsed("--file", str(path), "--on", "2026-11-01", "--limit", "1")
    assert command.run(args) == 0
    found = [json.loads(line) for line in capsys.readouterr().out.splitlines()]
    assert [line["query"] for line in found] == ["khai sinh", "", "kết hôn"]
    assert [len(line["results"]) for line in found] == [1, 0, 1]
    assert set(found[0]["results"][0]) == {"code", "name", "score"}


def test_the_command_says_when_it_cannot_read(tmp_path, capsys):
    assert command.run(_parsed("--file", str(tmp_path / "none"))) == 2
    assert "cannot read" in capsys.readouterr().err


def test_the_command_needs_words():
    assert command.run(_parsed()) == 2


def _parsed(*words):

    parser = argparse.ArgumentParser()
    command.add_arguments(parser)
    return parser.parse_args(words)
