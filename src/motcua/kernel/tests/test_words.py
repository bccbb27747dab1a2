"""Dates, numbers, money and keys in words and order."""

import uuid
from datetime import UTC, date, datetime, timedelta

import pytest

from motcua.kernel.actors import SYSTEM, Actor
from motcua.kernel.ids import moment_of, uuid7
from motcua.kernel.words import (
    clock_words,
    date_words,
    left_words,
    mark,
    moment_words,
    money_words,
    number_words,
)


def test_dates_follow_the_decree_on_paperwork():
    assert date_words(date(2021, 9, 2)) == "Thứ Năm, ngày 02/9/2021"
    assert date_words(date(2021, 2, 14)) == "Chủ Nhật, ngày 14/02/2021"
    assert date_words(date(2021, 9, 2), "en") == "Thursday, 2 September 2021"


def test_moments_are_told_in_vietnamese_time():
    moment = datetime(2021, 9, 6, 18, 5, tzinfo=UTC)
    assert moment_words(moment) == "1 giờ 05 phút, Thứ Ba, ngày 07/9/2021"
    assert moment_words(moment, "en") == "01:05 on Tuesday, 7 September 2021"
    assert date_words(moment) == "Thứ Ba, ngày 07/9/2021"
    assert clock_words(datetime(2021, 9, 6, 10, tzinfo=UTC)) == "17 giờ"


@pytest.mark.parametrize(
    ("number", "vi", "en"),
    [
        (0, "không", "zero"),
        (5, "năm", "five"),
        (10, "mười", "ten"),
        (15, "mười lăm", "fifteen"),
        (21, "hai mươi mốt", "twenty-one"),
        (55, "năm mươi lăm", "fifty-five"),
        (101, "một trăm linh một", "one hundred and one"),
        (110, "một trăm mười", "one hundred and ten"),
        (50_000, "năm mươi nghìn", "fifty thousand"),
        (1_005, "một nghìn không trăm linh năm", "one thousand five"),
        (
            2_781_000,
            "hai triệu bảy trăm tám mươi mốt nghìn",
            "two million seven hundred and eighty-one thousand",
        ),
        (3_000_000_001, "ba tỷ không trăm linh một", "three billion one"),
        (-4, "âm bốn", "minus four"),
    ],
)
def test_numbers_are_read_aloud(number, vi, en):
    assert number_words(number) == vi
    assert number_words(number, "en") == en


def test_money_is_printed_with_points():
    assert money_words(50_000) == "50.000 đồng"
    assert money_words(1_234_567, "en") == "1,234,567 VND"


def test_time_left_is_said_simply():
    assert left_words(3) == "còn 3 ngày làm việc"
    assert left_words(0) == "hết hạn hôm nay"
    assert left_words(-2) == "quá hạn 2 ngày làm việc"
    assert left_words(1, "en") == "1 working day left"
    assert mark("Xin chào") == "Xin chào"


def test_keys_are_version_seven_and_ordered_by_time():
    start = datetime(2021, 9, 1, 8, tzinfo=UTC)
    keys = [uuid7(start + timedelta(microseconds=shift * 250)) for shift in range(100)]
    assert keys == sorted(keys)
    assert len({uuid7(start) for _ in range(100)}) == 100
    assert {key.version for key in keys} == {7}
    assert {key.variant for key in keys} == {uuid.RFC_4122}
    assert moment_of(keys[0]) == start
    assert abs(moment_of(uuid7()) - datetime.now(UTC)) < timedelta(minutes=1)
    with pytest.raises(ValueError):
        moment_of(uuid.uuid4())


def test_actors_are_values():
    officer = Actor("officer", "o1", "UBND25-17989", frozenset({"reception"}))
    assert officer.has("reception", "head")
    assert not SYSTEM.has("reception")
