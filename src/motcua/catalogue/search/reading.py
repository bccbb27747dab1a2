"""Understanding a query: code, mended words, the law's words for what was said, acts meant, fillers."""

import math
import re
from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass

from motcua.catalogue.search.index import FILLER_WEIGHT, Index
from motcua.catalogue.search.lexicon import Meaning, Phrase, idle_places, intents_said, without_fillers
from motcua.catalogue.search.spelling import mend
from motcua.catalogue.search.words import Word, all_words, words

UNKNOWN_WEIGHT = 2.5
NUMBER_WEIGHT = 0.6
SYNONYM_WORTH = 0.985
LATER_WORTH = 0.985
MOST_VARIANTS = 14
MOST_UNFINISHED, MOST_SUGGESTING = 2, 9
UNFINISHED_WORTH = 0.97
_CODE = re.compile(r"(?<![0-9])([1-9])[. ]?([0-9]{6})(?![0-9])")


@dataclass(frozen=True, slots=True)
class Term:
    """One word of a wording of the query.

    Its fold, its marked form (-1: typed without marks), its weight, and that of the pair it ends.
    """

    fold: int
    mark: int
    weight: float
    pair: float


@dataclass(frozen=True, slots=True)
class Variant:
    """One wording of the query, in the words people used or in the law's."""

    terms: tuple[Term, ...]
    worth: float


@dataclass(frozen=True, slots=True)
class Reading:
    """A query, understood."""

    code: str | None
    variants: tuple[Variant, ...]
    intents: frozenset[str]


def code_in(query: str) -> str | None:
    """Return the procedure code a query names: 1.001193, 1001193, 1.001193.000.00.00.H41."""
    found = _CODE.search(query)
    return f"{found.group(1)}.{found.group(2)}" if found else None


def read(query: str, index: Index) -> Reading:
    """Understand a query."""
    run = tuple(_spelled_out(words(query), index))
    mended = without_fillers(mend(run, index), index.lexicon) if run else ()
    if not _tells(mended, index):
        return Reading(code_in(query), (), frozenset())
    variants = _variants(mended, _meanings(mended, index), index)
    return Reading(code_in(query), variants, intents_said(mended, index.lexicon))


def _tells(run: Phrase, index: Index) -> bool:
    """Tell whether any word of a query says what is looked for: neither a filler nor a number."""
    idle = idle_places(run, index.lexicon)
    return any(place not in idle and not one.fold.isdecimal() for place, one in enumerate(run))


Complete = Callable[[Sequence[Word], Word, Index], list[Word]]


def read_unfinished(query: str, index: Index, complete: Complete) -> Reading:
    """Understand a query whose last word may be incomplete."""
    run = words(query)
    if not run:
        return Reading(None, (), frozenset())
    before = mend(run[:-1], index) if len(run) > 1 else ()
    texts = [(*before, last) for last in complete(before, run[-1], index)] or [mend(run, index)]
    variants: list[Variant] = []
    for place, text in enumerate(texts):
        worth = UNFINISHED_WORTH**place
        for one in _variants(text, _meanings(text, index), index, unfinished=True)[:MOST_UNFINISHED]:
            variants.append(Variant(one.terms, one.worth * worth))
    return Reading(None, tuple(variants[:MOST_SUGGESTING]), intents_said(texts[0], index.lexicon))


def _meanings(run: Phrase, index: Index) -> list["Match"]:
    return [
        (start, end, value)
        for start, end, value in index.lexicon.synonyms.found(run)
        if isinstance(value, Meaning)
    ]


def _spelled_out(run: Sequence[Word], index: Index) -> Iterator[Word]:
    """Write out initials that no sheet lists, by the commonest run of words in the titles: xntthn."""
    for one in run:
        spelled = None
        if one.fold not in index.folds and _may_be_initials(one.fold):
            spelled = _initials_of(one.fold, index)
        yield from spelled or (one,)


def _may_be_initials(fold: str) -> bool:
    """Tell initials from a mistyped syllable, which has its vowel after the first letter."""
    vowels = sum(letter in "aeiouy" for letter in fold[1:])
    return 3 <= len(fold) <= 8 and fold.isalpha() and vowels <= (1 if len(fold) > 4 else 0)


def _initials_of(fold: str, index: Index) -> Phrase | None:
    runs: Counter[tuple[int, ...]] = Counter()
    for letters, number in index.initials:
        at = letters.find(fold)
        if at >= 0:
            entry = index.entries[number]
            title = all_words(entry.name)
            runs[tuple(index.marks[one.marked] for one in title[at : at + len(fold)])] += 1
            if at == 0 or entry.prior > 0.4:
                runs[tuple(index.marks[one.marked] for one in title[at : at + len(fold)])] += 1
    if not runs:
        return None
    best = runs.most_common(1)[0][0]
    names = {mark: text for text, mark in index.marks.items() if mark in best}
    return tuple(one for mark in best for one in words(names[mark]))


Match = tuple[int, int, Meaning]


def _variants(
    run: Phrase, found: Sequence[Match], index: Index, *, unfinished: bool = False
) -> tuple[Variant, ...]:
    texts: dict[Phrase, float] = {run: 1.0}
    longest = _apart(sorted(found, key=lambda one: (one[0] - one[1], one[0])))
    _add(texts, _put(run, longest), _worth(longest))
    for one in found:
        _add(texts, _put(run, [one]), _worth([one]))
        rest = [other for other in longest if other[1] <= one[0] or other[0] >= one[1]]
        _add(texts, _put(run, sorted([one, *rest], key=lambda m: m[0])), _worth([one, *rest]))
    kept = list(texts.items())[:MOST_VARIANTS]
    last = run[-1] if unfinished and run else None
    return tuple(Variant(_terms(text, index, last), worth) for text, worth in kept if text)


def _worth(matches: Sequence[Match]) -> float:
    """Return how much a wording is worth: the later a meaning stands in its row, the less likely it is."""
    return float(SYNONYM_WORTH * LATER_WORTH ** max((value.place for _, _, value in matches), default=0))


def _add(texts: dict[Phrase, float], text: Phrase, worth: float) -> None:
    texts.setdefault(text, worth)


def _apart(found: Sequence[Match]) -> list[Match]:
    kept: list[Match] = []
    for one in found:
        if all(one[1] <= other[0] or one[0] >= other[1] for other in kept):
            kept.append(one)
    return sorted(kept, key=lambda m: m[0])


def _put(run: Phrase, matches: Sequence[Match]) -> Phrase:
    """Put the law's words in the place of those said."""
    result: list[Word] = []
    at = 0
    for start, end, value in matches:
        result += run[at:start]
        result += value.means
        at = end
    return (*result, *run[at:])


def _terms(run: Phrase, index: Index, unfinished: Word | None = None) -> tuple[Term, ...]:
    """Weigh the words; one that is not finished yet is no filler, whatever stands there (can → căn cước)."""
    fillers = idle_places(run, index.lexicon)
    if run[-1] is unfinished:
        fillers.discard(len(run) - 1)
    terms: list[Term] = []
    for place, one in enumerate(run):
        fold = index.folds.get(one.fold, -1)
        weight = index.idf[fold] if fold >= 0 else UNKNOWN_WEIGHT
        weight *= FILLER_WEIGHT if place in fillers else NUMBER_WEIGHT if one.fold.isdecimal() else 1.0
        mark = index.marks.get(one.marked, -2) if one.is_marked else -1
        terms.append(Term(fold, mark, weight, _pair_weight(terms[-1], fold, weight, index) if terms else 0.0))
    return tuple(terms)


def _pair_weight(before: Term, fold: int, weight: float, index: Index) -> float:
    """Return how much it tells that two words stand side by side: the rarer the pair, the more."""
    seen = index.pairs.get(before.fold << 16 | fold, 0) if before.fold >= 0 and fold >= 0 else 0
    if not seen:
        return min(before.weight, weight) / 2
    return min(math.log(1 + len(index.entries) / seen), before.weight + weight)
