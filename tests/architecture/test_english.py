"""Whatever people read in Vietnamese they can read in English: the list of texts is complete and true."""

from motcua.commands import translations


def test_every_text_of_the_source_is_listed_and_nothing_else():
    assert list(translations.differences(translations.gathered(), translations.english())) == []


def test_every_text_has_its_english_with_the_same_places_for_values():
    assert list(translations.problems(translations.english())) == []
