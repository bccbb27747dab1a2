"""Names of files as people gave them, made safe to store and to show."""

import unicodedata

from motcua.kernel.text import nfc

LONGEST = 120
_FORBIDDEN = frozenset('<>:"/\\|?*')


def safe_name(given: str) -> str:
    """Give the last part of a name: NFC, no control or direction characters, at most 120 characters."""
    last = nfc(given).replace("\\", "/").rsplit("/", 1)[-1]
    kept = "".join(letter for letter in last if letter not in _FORBIDDEN and _is_printed(letter))
    kept = " ".join(kept.split()).strip(". ")
    if not kept:
        return "tep"
    stem, dot, ending = kept.rpartition(".")
    if not dot or len(ending) > 8:
        return kept[:LONGEST]
    return f"{stem[: LONGEST - len(ending) - 1]}.{ending}"


def with_ending(name: str, ending: str) -> str:
    """Give a name the ending that its content deserves: `don.exe` that is a PDF becomes `don.pdf`."""
    name = safe_name(name)
    stem, dot, old = name.rpartition(".")
    if dot and old.lower() in _SAME.get(ending, {ending}):
        return name
    if dot and len(old) <= 4 and old.isalnum():
        name = stem
    return safe_name(f"{name}.{ending}")


_SAME = {"jpg": {"jpg", "jpeg", "jpe"}, "heic": {"heic", "heif", "hif"}}


def _is_printed(letter: str) -> bool:
    return not unicodedata.category(letter).startswith("C") or letter == " "
