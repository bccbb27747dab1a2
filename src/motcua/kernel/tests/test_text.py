"""Vietnamese text: folding, tone placement, alphabetical order."""

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from motcua.kernel.text import fold, nfc, sort_key, tone_normal


def test_folding_drops_marks_and_reads_d_with_bar_as_d():
    assert fold("Đặng Thị Hòa, QUỲNH LƯU") == "dang thi hoa, quynh luu"
    assert fold(unicodedata.normalize("NFD", "Nghĩa Đàn")) == "nghia dan"
    assert fold("ABC 12") == "abc 12"


@pytest.mark.parametrize(
    ("new", "old"),
    [
        ("hoà", "hòa"),
        ("thuỷ", "thủy"),
        ("khoẻ", "khỏe"),
        ("Thái Hoà", "Thái Hòa"),
        ("HOÁ", "HÓA"),
        ("tuỳ", "tùy"),
    ],
)
def test_both_places_of_the_tone_become_one(new, old):
    assert tone_normal(new) == tone_normal(old) == old


RIGHT = (
    "hoàn quý quà già giếng gì của mía ngoài khuỷu thuở nghĩa thuyền loãng khoét quỳnh Huỳnh xoong muỗi "
    "người ngoéo khuya rượu yến uống café Việt Nam Krông Pắk naïve"
)


@pytest.mark.parametrize("word", RIGHT.split())
def test_words_with_one_right_place_stay_as_they_are(word):
    assert tone_normal(word) == word


def test_wrong_places_are_mended():
    assert tone_normal("hòan tòan qúy gìa") == "hoàn toàn quý già"


@given(st.text())
def test_tone_placement_settles_and_keeps_the_letters(text):
    placed = tone_normal(text)
    assert tone_normal(placed) == placed
    assert fold(placed) == fold(nfc(text))


def test_the_order_is_that_of_the_dictionary():
    ordered = [
        "an",
        "ăn",
        "âm",
        "ba",
        "bà",
        "bả",
        "bã",
        "bá",
        "bạ",
        "bác",
        "da",
        "đa",
        "em",
        "êm",
        "o",
        "ô",
        "ơ",
    ]
    ordered += ["u", "ư", "xã", "y"]
    assert ordered == sorted(set(ordered), key=sort_key)


def test_names_are_ordered_syllable_by_syllable_and_numbers_by_value():
    names = [
        "Xóm 2",
        "Xóm 10",
        "Hoa Sơn",
        "Hòa An",
        "Hoa Đông",
        "Hoàng Mai",
        "Phường 1",
        "Đô Lương",
        "Diễn Châu",
    ]
    assert sorted(names, key=sort_key) == [
        *(
            "Diễn Châu",
            "Đô Lương",
            "Hoa Đông",
            "Hoa Sơn",
            "Hòa An",
            "Hoàng Mai",
            "Phường 1",
            "Xóm 2",
            "Xóm 10",
        ),
    ]


@given(st.text())
def test_the_sort_key_is_ascii_for_any_text(text):
    assert sort_key(text).isascii()
    assert sort_key(unicodedata.normalize("NFD", text)) == sort_key(unicodedata.normalize("NFC", text))
