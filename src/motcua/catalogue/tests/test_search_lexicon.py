"""The sheets of words: what is read from them, and what is refused."""

from motcua.catalogue.search import lexicon
from motcua.catalogue.search.words import words

SHEETS = {
    "synonyms": "# remark\nsaid,means,kind\n{kin},bố|mẹ,class\n{kin} mất,khai tử,life\n"
    "gplx,giấy phép lái xe,abbreviation\nchó,vật nuôi,everyday\n",
    "fillers": "phrase,weight\nthủ tục,light\nlà,marked\ntôi,always\ntoi,always\n",
    "intents": "intent,side,phrases\nreissue,said,mất|cấp lại\nreissue,law,cấp lại\n",
    "everyday": "codes,phrases\n1.001193 2.001023,mới sinh con|khai sinh cho con\n",
    "fields": "field,weight\nHộ tịch,1\n",
}


def test_sheets_in_order_have_no_problem():
    assert lexicon.problems(SHEETS) == []


def test_problems_name_sheet_and_row():
    odd = SHEETS | {"synonyms": "said,means,kind\na,b,gossip\n", "fillers": "word\nx\n"}
    del odd["fields"]
    assert lexicon.problems(odd) == [
        "fields.csv is missing",
        "synonyms.csv, row 1: unknown kind 'gossip'",
        "fillers.csv, row 1: the cells must be phrase, weight",
    ]


def test_a_class_stands_for_each_of_its_members():
    found = lexicon.read(SHEETS).synonyms.found(words("mẹ mất"))
    assert [" ".join(one.marked for one in value.means) for _, _, value in found] == ["khai tử"]


def test_a_death_is_not_taken_for_a_lost_paper():
    known = lexicon.read(SHEETS)
    assert lexicon.intents_said(words("bố mất"), known) == frozenset()
    assert lexicon.intents_said(words("mất gplx"), known) == {"reissue"}


def test_words_with_other_marks_are_not_the_phrase():
    known = lexicon.read(SHEETS)
    assert not list(known.fillers.found(words("thử túc")))
    assert list(known.fillers.found(words("thu tuc")))


def test_the_first_code_of_a_line_is_the_likeliest():
    known = lexicon.read(SHEETS)
    assert known.everyday["1.001193"][0] == ("mới sinh con", 0)
    assert known.everyday["2.001023"][0] == ("mới sinh con", 1)


def test_a_short_word_without_marks_among_words_with_marks_was_meant_without():
    known = lexicon.read(SHEETS)
    assert not list(known.synonyms.found(words("giấy cho con")))


def test_a_short_word_with_marks_is_not_guessed_where_none_are_typed():
    known = lexicon.read(SHEETS)
    assert not list(known.synonyms.found(words("giay cho con")))
    assert list(known.synonyms.found(words("giấy nuôi chó")))


def test_idle_words_are_left_out_where_marks_show_that_they_are_idle():
    known = lexicon.read(SHEETS)
    assert [one.marked for one in lexicon.without_fillers(words("mẹ tôi là mất"), known)] == ["mẹ", "mất"]
    assert [one.marked for one in lexicon.without_fillers(words("me toi la mat"), known)] == [
        "me",
        "la",
        "mat",
    ]
    assert [one.marked for one in lexicon.without_fillers(words("tôi"), known)] == ["tôi"]


def test_words_that_belong_together_are_not_idle():
    rows = "xã,light\nxã hội,kept\nở,light\n"
    known = lexicon.read(SHEETS | {"fillers": SHEETS["fillers"] + rows})
    assert lexicon.idle_places(words("bảo hiểm xã hội ở xã"), known) == {4, 5}
    assert lexicon.idle_places(words("bao hiem xa hoi"), known) == set()
