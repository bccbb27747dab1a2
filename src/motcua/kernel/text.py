"""Vietnamese text: one Unicode form, one tone placement, folding for search, and alphabetical order."""

import re
import unicodedata
from functools import lru_cache

_TONES = ("", "\u0300", "\u0309", "\u0303", "\u0301", "\u0323")  # ngang huyền hỏi ngã sắc nặng
_ALPHABET = "aăâbcdđeêfghijklmnoôơpqrstuưvwxyz"
_CODES = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefg"
_LETTER_KEY = dict(zip(_ALPHABET, _CODES, strict=True))
_TONE_KEY = '!"#$%&'
_WORD = re.compile(r"[^\W\d_]+")
_TOKEN = re.compile(r"[^\W\d_]+|[0-9]+")
_SYLLABLE = re.compile(
    r"^(ngh|ng|nh|gh|gi(?=[aăâeêoôơuư])|qu|ch|kh|ph|th|tr|[bcdđghklmnpqrstvx])?"
    r"([aăâeêioôơuưy]{1,3})(ch|ng|nh|[cmnpt])?$"
)


def nfc(text: str) -> str:
    """Return the text in Unicode NFC, the only form the system stores."""
    return text if text.isascii() else unicodedata.normalize("NFC", text)


def fold(text: str) -> str:
    """Return the text in lower case without diacritics, đ as d: for matching, never for showing."""
    if text.isascii():
        return text.lower()
    letters = unicodedata.normalize("NFD", text.lower().replace("đ", "d"))
    return unicodedata.normalize("NFC", "".join(c for c in letters if not unicodedata.combining(c)))


def tone_normal(text: str) -> str:
    """Return the text in NFC with every tone mark in one place: hoà and hòa, thuỷ and thủy become one.

    The traditional place is kept (hòa, khỏe, thủy; but hoàn, quý, già). Words that are no Vietnamese syllable
    stay as they are.
    """
    text = nfc(text)
    return text if text.isascii() else _WORD.sub(lambda word: _tone_placed(word.group()), text)


def sort_key(text: str) -> str:
    """Return an ASCII key in the order of Vietnamese dictionaries, to be compared byte by byte (collation C).

    Syllable by syllable: letters first (a ă â b c d đ e ê …), then the tone (ngang huyền hỏi ngã sắc nặng).
    Numbers in names are ordered by value, and come before letters; case and punctuation do not count.
    """
    return " ".join(_token_key(token) for token in _TOKEN.findall(nfc(text).lower()))


@lru_cache(maxsize=8192)
def _token_key(token: str) -> str:
    if token.isdecimal():
        digits = token.lstrip("0")
        return f"{min(len(digits), 9)}{digits}"
    plain, tone = _split(token)
    return "".join(_letter_key(letter) for letter in plain) + _TONE_KEY[tone]


def _letter_key(letter: str) -> str:
    known = _LETTER_KEY.get(letter) or _LETTER_KEY.get(unicodedata.normalize("NFD", letter)[0])
    return known or f"z{ord(letter):05x}"


def _split(word: str) -> tuple[str, int]:
    """Return the word without its tone, and the tone (the last one, when a word bears several)."""
    tone = 0
    letters = []
    for mark in unicodedata.normalize("NFD", word):
        if mark in _TONES:
            tone = _TONES.index(mark)
        else:
            letters.append(mark)
    return unicodedata.normalize("NFC", "".join(letters)), tone


@lru_cache(maxsize=8192)
def _tone_placed(word: str) -> str:
    plain, tone = _split(word)
    parts = _SYLLABLE.match(plain.lower())
    if not tone or parts is None or len(plain) != len(word):
        return word
    place = parts.start(2) + _bearer(parts.group(2), closed=parts.group(3) is not None)
    return unicodedata.normalize("NFC", plain[: place + 1] + _TONES[tone] + plain[place + 1 :])


def _bearer(vowels: str, *, closed: bool) -> int:
    """Return which vowel of a syllable's core bears the tone."""
    marked = [place for place, vowel in enumerate(vowels) if vowel in "ăâêôơư"]
    if marked:
        return marked[-1]
    return 1 if len(vowels) == 3 or (len(vowels) == 2 and closed) else 0
