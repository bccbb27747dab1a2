"""Mending what was mistyped: left-over Telex keys, doubled, missing, swapped letters, words run together."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise

from motcua.catalogue.search.index import Index
from motcua.catalogue.search.words import Word, word

_LETTERS = "abcdeghiklmnopqrstuvxy"
_TELEX = ("aa", "ee", "oo", "dd", "aw", "ow", "uw", "w")
_SOUNDS = (
    ("tr", "ch"), ("s", "x"), ("gi", "d"), ("gi", "r"), ("d", "r"), ("l", "n"), ("k", "c"),
    ("ngh", "ng"), ("gh", "g"), ("f", "ph"), ("j", "gi"), ("z", "d"), ("w", "qu"),
)  # fmt: skip
_ENDS = (("c", "t"), ("n", "ng"), ("n", "nh"), ("i", "y"), ("u", "o"), ("k", "c"), ("h", "nh"), ("g", "ng"))
_INNER_DIGITS = re.compile(r"(?<=[a-z])[0-9]")
SAME, TELEX, SOUND, DOUBLED, SWAPPED, SPLIT, EDIT = 0.0, 0.3, 0.7, 0.5, 0.7, 0.6, 1.0
UNLIKELY = 1.6  # for a word that exists: only its neighbours can speak for another
PAIR = 0.9
STRANGE, UNHEARD, MEANT = 3.0, 1.3, 0.5  # no Vietnamese syllable; one the catalogue lacks; with its marks
_SYLLABLE = re.compile(
    r"(?:ngh?|gh?|gi|qu|ch|kh|nh|ph|th|tr|[bcdhklmnprstvx])?"
    r"(?:oeo|uay|uya|uyu|uyn|uych|uynh|uan|uang|uat|uac|uen|uenh|uech|uyt|uyen|uyet|uoi|uou|ieu|yeu|oai|oay|oao"
    r"|oan|oang|oat|oac|oam|oach|oanh|oen|oet|oem|uong|uoc|uon|uot|uom|uop|ieng|iec|ien|iet|iem|iep|yen|yet|yem"
    r"|(?:[aeiouy]|oo|ua|uo|ie|ia|ai|ao|au|ay|eo|eu|iu|oa|oe|oi|ue|ui|uu|uy|ye)(?:ch|ng|nh|[cmnpt])?)"
)


@dataclass(frozen=True, slots=True)
class Guess:
    """What a typed word may have been meant to be."""

    words: tuple[Word, ...]
    cost: float


def mend(run: Sequence[Word], index: Index) -> tuple[Word, ...]:
    """Return the likeliest intended words (the best path over the guesses of each word)."""
    if all(one.fold in index.folds for one in run) and _all_paired(run, index):
        return tuple(run)
    paths: dict[str, tuple[float, tuple[Word, ...]]] = {"": (0.0, ())}
    for one in run:
        following: dict[str, tuple[float, tuple[Word, ...]]] = {}
        for guess in _guesses(one, index):
            steps = [
                (spent + guess.cost - _bound(last, guess.words[0].fold, index), words)
                for last, (spent, words) in paths.items()
            ]
            cost, path = min(steps, key=lambda step: step[0])
            cost -= sum(
                _bound(a.fold, b.fold, index) for a, b in zip(guess.words, guess.words[1:], strict=False)
            )
            end = guess.words[-1].fold
            if end not in following or cost < following[end][0]:
                following[end] = (cost, path + guess.words)
        paths = following
    return min(paths.values(), key=lambda one: one[0])[1]


def _all_paired(run: Sequence[Word], index: Index) -> bool:
    return all(_bound(a.fold, b.fold, index) for a, b in pairwise(run))


def _bound(last: str, fold: str, index: Index) -> float:
    """Return how well two words go together."""
    left, right = index.folds.get(last), index.folds.get(fold)
    if left is None or right is None:
        return 0.0
    seen = index.pairs.get(left << 16 | right, 0)
    return PAIR * min(1.0, 0.5 + seen / 16) if seen else 0.0


def _guesses(one: Word, index: Index) -> list[Guess]:
    known = one.fold in index.folds
    if one.fold.isdecimal() or len(one.fold) < 2 or len(one.fold) > 24:
        return [Guess((one,), SAME)]
    sure = known and one.is_marked and one.marked in index.marks
    guesses = [Guess((one,), SAME if known else _unheard(one))]
    if sure:
        return guesses
    extra = UNLIKELY if known else 0.0
    best: dict[str, float] = {}
    for fold, cost in _near(one.fold):
        if fold in index.folds and fold != one.fold and cost < best.get(fold, 9.0):
            best[fold] = cost
    for fold, cost in sorted(best.items(), key=lambda item: item[1] - _common(item[0], index))[:12]:
        guesses.append(Guess((Word(fold, fold),), cost + extra - _common(fold, index)))
    if not known and len(one.fold) > 4:
        guesses += _splits(one.fold, index)
    return guesses


def _unheard(one: Word) -> float:
    """Return how unlikely it is that a word the catalogue lacks was meant as it stands."""
    if not _SYLLABLE.fullmatch(one.fold):
        return STRANGE
    return MEANT if one.is_marked else UNHEARD


def _common(fold: str, index: Index) -> float:
    """Return a small gain for words that occur often."""
    return min(0.3, index.frequency[index.folds[fold]] / 300)


def _splits(fold: str, index: Index) -> Iterator[Guess]:
    for at in range(2, len(fold) - 1):
        left, right = fold[:at], fold[at:]
        if left in index.folds and right in index.folds and not right.isdecimal():
            yield Guess(
                (Word(left, left), Word(right, right)), SPLIT + (0.6 if min(at, len(right)) < 2 else 0.0)
            )


def _near(fold: str) -> Iterator[tuple[str, float]]:
    """Yield spellings near to a folded word, with what each costs."""
    yield from ((plain, TELEX) for plain in _telex(fold))
    yield from ((sound, SOUND) for sound in _alike(fold))
    for at in range(len(fold)):
        doubled = at and fold[at] == fold[at - 1]
        yield fold[:at] + fold[at + 1 :], DOUBLED if doubled else EDIT
    for at in range(len(fold) - 1):
        yield fold[:at] + fold[at + 1] + fold[at] + fold[at + 2 :], SWAPPED
    for at in range(len(fold) + 1):
        for letter in _LETTERS:
            yield fold[:at] + letter + fold[at:], EDIT
            yield fold[:at] + letter + fold[at + 1 :], EDIT + 0.1


def _telex(fold: str) -> Iterator[str]:
    """Yield what left-over Telex or VNI keys were meant to write."""
    plain = _INNER_DIGITS.sub("", fold)
    for keys in _TELEX:
        plain = plain.replace(keys, keys[0] if len(keys) > 1 else "u")
    yield word(plain).fold
    for key in "sfrxj":
        if key in plain[1:]:
            at = plain.rindex(key)
            yield word(plain[:at] + plain[at + 1 :]).fold


def _alike(fold: str) -> Iterator[str]:
    for pairs, swap in ((_SOUNDS, _swap_start), (_ENDS, _swap_end)):
        for one, other in pairs:
            yield from swap(fold, one, other)
            yield from swap(fold, other, one)


def _swap_start(fold: str, one: str, other: str) -> Iterator[str]:
    if fold.startswith(one):
        yield other + fold[len(one) :]


def _swap_end(fold: str, one: str, other: str) -> Iterator[str]:
    if fold.endswith(one):
        yield fold[: -len(one)] + other
