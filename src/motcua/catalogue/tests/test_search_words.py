"""Words of a query: one spelling for what people spell in several ways."""

import unicodedata

import pytest

from motcua.catalogue.search.words import MOST_WORDS, all_words, words


def _marked(text: str) -> list[str]:
    return [one.marked for one in words(text)]


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("hoà giải", "hòa giải"),
        ("thuỷ sản", "thủy sản"),
        ("đăng kí", "đăng ký"),
        ("liệt sỹ", "liệt sĩ"),
        ("quí", "quý"),
        ("ĐẤT ĐAI", "đất đai"),
        (unicodedata.normalize("NFD", "chứng thực"), "chứng thực"),
        ("khai-sinh, (con)", "khai sinh con"),
    ],
)
def test_spelling_variants_are_one_word(one, other):
    assert _marked(one) == _marked(other)


def test_y_stays_where_it_is_not_alone():
    assert _marked("giấy tay hay huy") == ["giấy", "tay", "hay", "huy"]


def test_words_without_marks_fold_like_words_with_them():
    assert [one.fold for one in words("Đăng ký khai tử")] == ["dang", "ki", "khai", "tu"]


@pytest.mark.parametrize("text", ["", "   ", "?!…—/\\", "\u200b\u0301"])
def test_a_text_without_letters_has_no_words(text):
    assert words(text) == ()


def test_a_very_long_query_is_cut_but_a_title_is_not():
    assert len(words("a b " * 5000)) <= MOST_WORDS
    assert len(all_words("a b " * 500)) == 1000
