"""The engine over a handful of procedures: what is mended, what is meant, what holds on a day."""

from datetime import date

import pytest

from motcua.catalogue.search import lexicon
from motcua.catalogue.search.documents import Document
from motcua.catalogue.search.engine import Engine
from motcua.catalogue.search.index import build
from motcua.catalogue.search.reading import code_in, read
from motcua.catalogue.search.spelling import mend
from motcua.catalogue.search.words import words
from motcua.catalogue.tests.test_search_lexicon import SHEETS

NEW, OLD = date(2025, 7, 1), date(2021, 1, 1)
TODAY, THEN = date(2026, 11, 1), date(2021, 9, 1)
TITLES = {
    "1.001193": "Đăng ký khai sinh",
    "2.000528": "Đăng ký khai sinh có yếu tố nước ngoài",
    "1.004884": "Đăng ký lại khai sinh",
    "1.000894": "Đăng ký kết hôn",
    "1.000656": "Đăng ký khai tử",
    "1.004873": "Cấp Giấy xác nhận tình trạng hôn nhân",
    "3.000348": "Cấp lại giấy phép lái xe",
    "1.001777": "Cấp giấy phép đào tạo lái xe",
    "1.013225": "Cấp giấy phép xây dựng nhà ở riêng lẻ",
}


def _document(code: str, title: str, begins: date = NEW, ends: date | None = None) -> Document:
    return Document(code, title, "Hộ tịch", ("commune",), ("citizen",), "", "UBND cấp xã", "", begins, ends)


@pytest.fixture(scope="module")
def engine() -> Engine:
    documents = [_document(code, title) for code, title in TITLES.items()]
    documents.append(_document("1.001193", "Khai sinh tại xã", OLD, date(2025, 6, 30)))
    documents.append(_document("9.000001", "Cấp giấy đi đường", OLD, date(2021, 12, 31)))
    return Engine(build(documents, lexicon.read(SHEETS)))


def _first(engine: Engine, query: str, on: date = TODAY) -> str:
    hits = engine.find(query, on, 5)
    return hits[0].code if hits else ""


@pytest.mark.parametrize(
    "typed",
    [
        *("khai sinhh", "khai sihn", "khai snh", "kahi sinh", "khaisinh", "khai xinh"),
        *("ddawng kys khai sinh", "dang ki khai sinh", "đăng ky khai sịnh"),
    ],
)
def test_a_mistyped_birth_registration_is_found(engine, typed):
    assert _first(engine, typed) == "1.001193"


def test_words_in_order_are_left_alone(engine):
    run = words("đăng ký kết hôn")
    assert mend(run, engine.index) == run


def test_a_syllable_the_catalogue_does_not_know_is_not_bent_into_another(engine):
    assert [one.fold for one in mend(words("khai sinh cho cháu gái"), engine.index)][-1] == "gai"


def test_the_plain_procedure_comes_before_the_special_ones(engine):
    assert _first(engine, "khai sinh") == "1.001193"


def test_a_lost_licence_means_to_replace_it(engine):
    assert _first(engine, "mất gplx") == "3.000348"


def test_initials_no_sheet_lists_are_spelled_out_from_the_titles(engine):
    assert _first(engine, "xntthn") == "1.004873"


def test_marks_tell_words_apart(engine):
    assert _first(engine, "đăng ký khai tử") == "1.000656"


@pytest.mark.parametrize(
    "typed", ["1.001193", "1001193", "1.001193.000.00.00.H41", "mã 1.001193 là gì", "1 001193"]
)
def test_a_code_finds_its_procedure(engine, typed):
    hit = engine.find(typed, TODAY, 5)[0]
    assert (hit.code, hit.score) == ("1.001193", 1.0)


def test_numbers_that_are_no_code_are_not_taken_for_one():
    assert code_in("điện thoại 0912001193") is None
    assert code_in("số 11001193") is None


def test_only_procedures_in_force_on_the_day_are_found(engine):
    assert _first(engine, "giấy đi đường", THEN) == "9.000001"
    assert "9.000001" not in {hit.code for hit in engine.find("giấy đi đường", TODAY, 20)}
    assert "1.000894" not in {hit.code for hit in engine.find("đăng ký kết hôn", THEN, 20)}
    assert [hit.name for hit in engine.find("khai sinh", THEN, 5)] == ["Khai sinh tại xã"]


def test_the_last_day_of_a_version_counts(engine):
    assert _first(engine, "giấy đi đường", date(2021, 12, 31)) == "9.000001"
    assert _first(engine, "giấy đi đường", date(2022, 1, 1)) != "9.000001"


@pytest.mark.parametrize("typed", ["", " ", "???", "xyzzyq wkwkw", "🙂", "a" * 10_000, "-" * 10_000, "\x00"])
def test_nonsense_finds_nothing_and_breaks_nothing(engine, typed):
    assert engine.find(typed, TODAY, 20) == []
    assert engine.suggest(typed, TODAY, 8) == []


@pytest.mark.parametrize(
    "typed", ["thủ tục", "tôi", "thu tuc toi", "2026", "9.999999", "9.999999 là thủ tục"]
)
def test_words_that_name_nothing_find_nothing(engine, typed):
    assert engine.find(typed, TODAY, 20) == []


def test_a_very_long_query_is_answered(engine):
    assert _first(engine, "đăng ký khai sinh cho con " * 500) == "1.001193"


@pytest.mark.parametrize("typed", ["khai si", "đăng ký khai s", "dang ky khai sin", "1.00119", "1001193"])
def test_suggestions_come_before_the_word_is_whole(engine, typed):
    assert engine.suggest(typed, TODAY, 3)[0].code == "1.001193"


def test_limits_are_kept(engine):
    assert len(engine.find("đăng ký", TODAY, 2)) == 2
    assert engine.find("đăng ký", TODAY, 0) == []


def test_scores_fall_and_lie_between_nought_and_one(engine):
    scores = [hit.score for hit in engine.find("đăng ký khai sinh", TODAY, 20)]
    assert scores == sorted(scores, reverse=True)
    assert all(0 < score <= 1 for score in scores)


def test_a_query_has_several_wordings(engine):
    assert len(read("mẹ mất", engine.index).variants) == 2


def test_the_first_meaning_of_a_word_is_believed_most():
    rows = "giấy báo,giấy khai tử|giấy phép lái xe,everyday\n"
    sheets = SHEETS | {"synonyms": SHEETS["synonyms"] + rows}
    documents = [_document(code, title) for code, title in TITLES.items()]
    said, first, later = read("giấy báo", build(documents, lexicon.read(sheets))).variants
    assert said.worth > first.worth > later.worth


def test_a_number_tells_less_than_a_word(engine):
    word, number = read("xyzzyq 90210", engine.index).variants[0].terms
    assert number.weight < word.weight
