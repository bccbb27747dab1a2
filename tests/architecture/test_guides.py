"""The guides name what is on the screens: in both languages the same words, numbers and pictures, and nothing else."""

import re
from functools import cache

import pytest

from motcua.commands import translations
from tests.architecture.house import ROOT

GUIDES = ROOT / "docs/guide"
KINDS = ("citizen", "clerk", "head", "officer", "without-line")
LANGUAGES = ("vi", "en")
PAGES = [(language, kind) for language in LANGUAGES for kind in KINDS]
WORDS = re.compile(r"\*\*(.+?)\*\*", re.DOTALL)
PICTURE = re.compile(r"!\[([^\]]*)\]\(\.\./pictures/(\w+)/([\w-]+)\.webp\)")
NUMBERS = "①②③④⑤⑥"
PLACE = re.compile(r"%\(\w+\)s")
OF_BROWSERS = {"English"}
"""What leads to the other language is written in it."""
MOST, ALL = 40_000, 2_500_000


def text_of(language, kind):
    return (GUIDES / language / f"{kind}.md").read_text(encoding="utf-8")


def named(language, kind):
    """Give the words of the screen that a guide names, on one line each."""
    return {" ".join(words.split()) for words in WORDS.findall(text_of(language, kind))} - OF_BROWSERS


@cache
def in_english():
    """Give the English of every text of the product, with … where values stand."""
    found = {}
    for one in translations.english():
        if one.id:
            source = one.id if isinstance(one.id, str) else one.id[0]
            there = one.string if isinstance(one.string, str) else one.string[-1]
            found[PLACE.sub("…", source)] = PLACE.sub("…", there)
    return found


@pytest.mark.parametrize("kind", KINDS)
def test_every_word_of_the_screen_is_one_of_the_product(kind):
    """A button that is renamed must be renamed in the guide, too: these words lead the reader."""
    assert named("vi", kind) - in_english().keys() == set()


@pytest.mark.parametrize("kind", KINDS)
def test_the_english_guide_names_the_same_words_in_english(kind):
    assert named("en", kind) == {in_english()[words] for words in named("vi", kind)}


@pytest.mark.parametrize(("language", "kind"), PAGES)
def test_every_picture_is_there_and_belongs_to_the_language(language, kind):
    for told, of, name in PICTURE.findall(text_of(language, kind)):
        assert told, name
        assert of == language
        assert (GUIDES / "pictures" / language / f"{name}.webp").is_file(), name


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_picture_is_used_once(language):
    used = [name for kind in KINDS for _, _, name in PICTURE.findall(text_of(language, kind))]
    kept = [path.stem for path in (GUIDES / "pictures" / language).iterdir()]
    assert sorted(used) == sorted(kept)


def test_both_languages_show_the_same_pictures_in_the_same_order():
    for kind in KINDS:
        shown = [[name for _, _, name in PICTURE.findall(text_of(language, kind))] for language in LANGUAGES]
        assert shown[0] == shown[1], kind


@pytest.mark.parametrize(("language", "kind"), PAGES)
def test_numbers_stand_before_the_picture_that_has_them(language, kind):
    """Between a picture, or a heading, and the next picture: ①, ② … each at least once, without a gap."""
    _, told = text_of(language, kind).split("\n## ", 1)  # what comes before explains the numbers
    parts = re.split(r"(!\[.*?\]\(.*?\)|^#+ .*$)", told, flags=re.MULTILINE)
    for before, what in zip(parts[0::2], [*parts[1::2], ""], strict=True):
        found = {one for one in before if one in NUMBERS}
        if what.startswith("!["):
            assert found == set(NUMBERS[: len(found)]), what
            assert found, what
        else:
            assert not found, f"{found} before {what}"


def test_pictures_are_small():
    sizes = {path.name: path.stat().st_size for path in GUIDES.glob("pictures/*/*")}
    assert {name: size for name, size in sizes.items() if size > MOST} == {}
    assert sum(sizes.values()) <= ALL
