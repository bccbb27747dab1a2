"""Search over the province's real catalogue, as loaded."""

import argparse
import json
from datetime import date

import pytest

from motcua.catalogue import search
from motcua.commands import search as command

pytestmark = pytest.mark.django_db
TODAY, THEN = date(2026, 11, 1), date(2021, 9, 1)


@pytest.mark.parametrize(
    ("words", "code"),
    [
        ("mới sinh con cần giấy tờ gì", "1.001193"),
        ("bố mất làm giấy gì", "1.000656"),
        ("lấy chồng nước ngoài", "2.000806"),
        ("xây nhà cấp 4 có phải xin phép không", "1.013225"),
        ("mở quán ăn", "1.001612"),
        ("mất sổ đỏ", "1.012786"),
        ("cccd", "1.014061"),
        ("lam ho chieu", "1.001456"),
        ("lltp so 2", "3.000333"),
        ("mần giấy khai sinh cho con ở mô", "1.001193"),
        ("hộ khẩu nhập cho vợ", "1.004222"),
    ],
)
def test_life_is_understood(words, code):
    assert search.find(words, TODAY, 5)[0].code == code


def test_on_a_day_of_2021_the_procedures_of_2021_answer_under_their_names():
    hit = search.find("làm sổ đỏ lần đầu", THEN, 5)[0]
    assert (hit.code, hit.name) == ("1.003003", "Đăng ký và cấp Giấy chứng nhận quyền sử dụng đất lần đầu")


def test_before_any_version_nothing_is_found():
    assert search.find("khai sinh", date(1990, 1, 1)) == []


def test_suggestions_while_typing():
    assert "1.000894" in {hit.code for hit in search.suggest("đăng ký kết h", TODAY)}


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
