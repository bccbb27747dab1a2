"""The code of the identity card, as a scanner types it."""

from datetime import date

import pytest

from motcua.accounts.rules.cards import read_card, titled

CARD = "040090123456|181234567|NGUYỄN VĂN AN|01011990|Nam|Xóm 1, Kim Liên, Nam Đàn, Nghệ An|01012021"


def test_a_card_gives_number_name_birth_and_residence():
    card = read_card(CARD)
    assert (card.number, card.old_number, card.name) == ("040090123456", "181234567", "Nguyễn Văn An")
    assert (card.born, card.issued) == (date(1990, 1, 1), date(2021, 1, 1))
    assert (card.sex, card.address) == ("Nam", "Xóm 1, Kim Liên, Nam Đàn, Nghệ An")


def test_a_first_card_has_no_old_number_and_newer_ones_say_more():
    assert read_card(CARD.replace("181234567", "")).old_number == ""
    assert read_card(f"{CARD}|Hà Nội|").issued == date(2021, 1, 1)


def test_a_date_that_is_none_is_left_out_and_the_rest_is_read():
    assert read_card(CARD.replace("01011990", "00001990")).born is None


@pytest.mark.parametrize(
    "text", ["", "040090123456", "H41.1|a|b|c|d|e|f", CARD.replace("040090123456", "04009")]
)
def test_what_is_no_card_is_not_read_as_one(text):
    assert read_card(text) is None


def test_a_name_that_is_not_in_capitals_stays_as_it_is():
    assert titled("Lầu Y mỷ") == "Lầu Y mỷ"
