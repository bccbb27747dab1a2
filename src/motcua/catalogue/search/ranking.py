"""Ranking: candidates from the postings, then each wording of the query against each title."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from heapq import nlargest

from motcua.catalogue.search.index import EVERYDAY, FORMER, TAIL_WEIGHT, Entry, Index, Title
from motcua.catalogue.search.reading import Reading, Variant

MOST_CANDIDATES = 140
OTHER_MARKS, NO_MARKS, IN_TAIL, IN_CONTEXT = 0.72, 0.97, 0.9, 0.35
FORWARD, PAIRS, BACKWARD = 0.5, 0.2, 0.3
PRIOR = 0.12
INTENT_UNASKED, INTENT_MISSED, INTENT_MET = 0.8, 0.88, 1.06
PLACE = 0.015
LEAST_COVER = 0.28


@dataclass(frozen=True, slots=True)
class Ranked:
    """An entry with its score."""

    entry: int
    score: float


def rank(reading: Reading, index: Index, allowed: bytearray) -> list[Ranked]:
    """Return the entries that answer, best first."""
    best: dict[int, float] = {}
    if reading.code:
        best.update({n: 1.0 for n, one in enumerate(index.entries) if allowed[n] and one.code == reading.code})
    marked = any(term.mark != -1 for variant in reading.variants for term in variant.terms)
    for number in _candidates(reading.variants, index, allowed):
        title = index.titles[number]
        score = _score(title, index.entries[title.document], reading, index, marked=marked)
        if score > best.get(title.document, 0.0):
            best[title.document] = score
    ranked = [Ranked(entry, score) for entry, score in best.items()]
    return sorted(ranked, key=lambda one: (-one.score, index.entries[one.entry].code))


def _candidates(variants: Iterable[Variant], index: Index, allowed: bytearray) -> Sequence[int]:
    weights: dict[int, float] = {}
    for variant in variants:
        for term in variant.terms:
            if term.fold >= 0:
                weights[term.fold] = max(weights.get(term.fold, 0.0), term.weight)
    found: dict[int, float] = {}
    for fold, weight in weights.items():
        for number in index.postings[fold]:
            found[number] = found.get(number, 0.0) + weight
    titles = index.titles
    good = (
        (weight / (6.0 + titles[number].mass), number)
        for number, weight in found.items()
        if allowed[titles[number].document]
    )
    return [number for _, number in nlargest(MOST_CANDIDATES, good)]


def _score(title: Title, entry: Entry, reading: Reading, index: Index, *, marked: bool) -> float:
    places: dict[int, list[int]] = {}
    for place, mark in enumerate(title.words):
        places.setdefault(index.fold_of_mark[mark], []).append(place)
    best = 0.0
    for variant in reading.variants:
        score = variant.worth * _cover(title, entry, places, variant, index)
        best = max(best, score)
    if best == 0.0:
        return 0.0
    best *= _intents(reading.intents, entry.intents)
    if title.kind == FORMER:
        best *= 0.98
    if title.kind == EVERYDAY:
        best *= 1.0 - PLACE * title.place
    return best * (1 - PRIOR + PRIOR * entry.prior)


def _intents(asked: frozenset[str], has: frozenset[str]) -> float:
    """Return how far the acts meant and the acts of the procedure agree."""
    if not asked:
        return INTENT_UNASKED if has and "first" not in has else 1.0
    if asked & has:
        return INTENT_MET
    return INTENT_MISSED * (INTENT_UNASKED if has else 1.0)


def _cover(title: Title, entry: Entry, places: dict[int, list[int]], variant: Variant, index: Index) -> float:
    """Return how far wording and title cover each other, 0 to 1."""
    whole = got = pairs = paired = back = 0.0
    before: list[int] = []
    weight_before = 0.0
    seen: set[int] = set()
    for term in variant.terms:
        here = places.get(term.fold, [])
        quality = _quality(title, entry, term.fold, term.mark, here)
        whole += term.weight
        got += term.weight * quality
        if weight_before:
            pair = min(term.weight, weight_before)
            pairs += pair
            if before and here and any(place + 1 in here for place in before):
                paired += pair
        if term.fold not in seen and here:
            seen.add(term.fold)
            for place in here:
                back += index.idf[term.fold] * (1.0 if place < title.head else TAIL_WEIGHT) * min(1.0, quality + 0.1)
        before, weight_before = here, term.weight
    if not whole or got / whole < LEAST_COVER:
        return 0.0
    forward = got / whole
    near = paired / pairs if pairs else forward
    backward = min(1.0, back / title.mass) if title.mass else 0.0
    return forward * (FORWARD + PAIRS * near + BACKWARD * backward)


def _quality(title: Title, entry: Entry, fold: int, mark: int, places: Sequence[int]) -> float:
    """Return how well a word of the query is met: by the same marks, other marks, or only the context."""
    if fold < 0:
        return 0.0
    if not places:
        return IN_CONTEXT if fold in entry.context else 0.0
    met = 1.0
    if mark != -1 and all(title.words[place] != mark for place in places):
        met = OTHER_MARKS
    return met if places[0] < title.head else met * IN_TAIL
