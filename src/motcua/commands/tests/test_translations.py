"""The list of texts for people keeps its English when the source changes."""

import pytest
from babel.messages.catalog import Catalog

from motcua.commands import translations


@pytest.fixture
def kept():
    texts = Catalog(locale="en")
    texts.add("Bước %(here)s", "Step %(here)s")
    texts.add("Nộp hồ sơ", "File")
    return texts


@pytest.fixture
def found():
    texts = Catalog()
    texts.add("Bước %(here)s", locations=[("web/steps.html", 5)])
    texts.add(("%(num)s bản sao", "%(num)s bản sao"))
    return texts


def test_english_stays_with_its_text_and_goes_with_it(found, kept):
    fresh = translations.renewed(found, kept)
    assert fresh.get("Bước %(here)s").string == "Step %(here)s"
    assert fresh.get("Nộp hồ sơ") is None


def test_new_and_unused_texts_are_named(found, kept):
    assert [sentence.split(":")[0] for sentence in translations.differences(found, kept)] == [
        "not gathered yet",
        "no longer used",
    ]


def test_a_text_without_english_is_named(found, kept):
    assert list(translations.problems(translations.renewed(found, kept))) == [
        "no English: ('%(num)s bản sao', '%(num)s bản sao')"
    ]


def test_english_that_loses_a_value_is_named(kept):
    kept.get("Bước %(here)s").string = "Step"
    assert list(translations.problems(kept)) == ["other places for values: Bước %(here)s"]
