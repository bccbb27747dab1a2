"""Dates, numbers and sizes as people here read them, in both languages."""

from datetime import UTC, date, datetime

import pytest
from django.utils import translation

from motcua.web.shared import formats
from motcua.web.shared.dates import typed_date

MOMENT = datetime(2021, 9, 1, 18, 5, tzinfo=UTC)


@pytest.mark.parametrize(
    ("shown", "vi", "en"),
    [
        (lambda: formats.day(date(2021, 9, 2)), "Thứ Năm, ngày 02/9/2021", "Thursday, 2 September 2021"),
        (lambda: formats.moment_short(MOMENT), "01:05, 02/9/2021", "01:05, 2 September 2021"),
        (lambda: formats.number(1234567), "1.234.567", "1,234,567"),
        (lambda: formats.capped(10001), "10.000+", "10,000+"),
        (lambda: formats.capped(10000), "10.000", "10,000"),
        (lambda: formats.money(50000), "50.000 đồng", "50,000 VND"),
        (lambda: formats.size(1_240_000), "1,2 MB", "1.2 MB"),
        (lambda: formats.size(10), "1 kB", "1 kB"),
        (lambda: formats.left(3), "còn 3 ngày làm việc", "3 working days left"),
        (lambda: formats.phone("+84912345678"), "0912 345 678", "0912 345 678"),
        (lambda: formats.machine(MOMENT), "2021-09-02T01:05+07:00", "2021-09-02T01:05+07:00"),
    ],
)
def test_facts_read_as_people_write_them(shown, vi, en):
    with translation.override("vi"):
        assert shown() == vi
    with translation.override("en"):
        assert shown() == en


@pytest.mark.parametrize(
    ("typed", "kept"),
    [
        (("2", "9", "1985"), "1985-09-02"),
        (("", "", ""), ""),
        (("31", "hai", "2021"), "2021-hai-31"),
        (("", "9", ""), "-09-"),
    ],
)
def test_what_was_typed_as_a_date_is_never_lost(typed, kept):
    post = dict(zip(("born.day", "born.month", "born.year"), typed, strict=True))
    assert typed_date(post, "born") == kept
    if kept:
        assert [part.lstrip("0") for part in formats.date_parts(kept)] == [part.lstrip("0") for part in typed]
