"""Finding a procedure by a few letters: `ks` or `dkks` for đăng ký khai sinh, `khai si`, or its code."""

import re
from collections.abc import Sequence

from motcua.kernel.text import fold

_WORD = re.compile(r"[^\W_]+")


def letters_of(title: str) -> tuple[str, tuple[str, ...]]:
    """Give the initials and the words of a title, without marks."""
    found = tuple(_WORD.findall(fold(title)))
    return "".join(word[0] for word in found), found


def fit(typed: str, initials: str, words: Sequence[str], code: str) -> int | None:
    """Tell how well the letters fit, 0 best: initials side by side, or beginnings of words in order."""
    wanted = _WORD.findall(fold(typed))
    if not wanted:
        return None
    if fold(typed.strip()) == code:
        return 0
    if len(wanted) == 1:
        at = initials.find(wanted[0])
        if len(wanted[0]) > 1 and at >= 0:
            return 1 if at == 0 else 2
    return 3 if _in_order(wanted, words) else None


def _in_order(wanted: Sequence[str], words: Sequence[str]) -> bool:
    """Tell whether each piece begins a word, in the order typed."""
    rest = iter(words)
    return all(any(word.startswith(piece) for word in rest) for piece in wanted)
