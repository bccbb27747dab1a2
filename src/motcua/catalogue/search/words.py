"""A text as words: lower case, one tone placement, one spelling of i and y, and the same without marks."""

import re
from dataclasses import dataclass
from functools import lru_cache

from motcua.kernel.text import fold, nfc, tone_normal

MOST_LETTERS = 400
MOST_WORDS = 40
_TOKEN = re.compile(r"[^\W_]+")
_LONE_Y = re.compile(r"^((?:[bcdđghklmnpqrstvx]|qu)*)([yýỳỷỹỵ])$")
_Y_TO_I = str.maketrans("yýỳỷỹỵ", "iíìỉĩị")


@dataclass(frozen=True, slots=True)
class Word:
    """One syllable: as written (with marks, if any) and folded."""

    marked: str
    fold: str

    @property
    def is_marked(self) -> bool:
        """Whether the writer set diacritics on it."""
        return self.marked != self.fold


@lru_cache(maxsize=4096)
def word(token: str) -> Word:
    """Return one token (lower case NFC) as a word: hoà is hòa, kỹ is kĩ."""
    marked = token if token.isascii() else tone_normal(token)
    if lone := _LONE_Y.match(marked):
        marked = lone.group(1) + lone.group(2).translate(_Y_TO_I)
    return Word(marked, fold(marked))


def words(text: str) -> tuple[Word, ...]:
    """Return the words of a text, at most MOST_WORDS of its first MOST_LETTERS letters."""
    tokens = _TOKEN.findall(nfc(text[:MOST_LETTERS]).lower())
    return tuple(word(token) for token in tokens[:MOST_WORDS])


def all_words(text: str) -> tuple[Word, ...]:
    """Return every word of a text of the catalogue, however long."""
    return tuple(word(token) for token in _TOKEN.findall(nfc(text).lower()))
