"""Ranking: candidates from the postings, then each wording of the query against each title."""

from collections.abc import Sequence
from dataclasses import dataclass
from heapq import nlargest

from motcua.catalogue.search.agreement import agreement
from motcua.catalogue.search.index import EVERYDAY, FORMER, TAIL_WEIGHT, Entry, Index, Title
from motcua.catalogue.search.reading import Reading, Variant

MOST_CANDIDATES = 160
OTHER_MARKS, IN_TAIL, IN_SPOKEN, IN_CONTEXT = 0.72, 0.9, 0.62, 0.35
FORWARD, PAIRS, BACKWARD = 0.5, 0.2, 0.3
PRIOR = 0.12
FORMER_WORTH = 0.98
PLACE = 0.015
SPOKEN_USUAL = 40
LEAST_COVER = 0.28
LEAST_SHARE = 0.3
USUAL_MASS = 6.0
Places = Sequence[int]
Wording = tuple[tuple[int, float, float], ...]
"""The terms of one wording by number, each with its weight and that of the pair it ends."""


@dataclass(frozen=True, slots=True)
class Ranked:
    """An entry with its score."""

    entry: int
    score: float


@dataclass(frozen=True, slots=True)
class Plan:
    """The wordings of a query over its distinct terms (fold and mark), so that each is met but once."""

    terms: tuple[tuple[int, int], ...]
    wordings: tuple[tuple[float, "Wording"], ...]
    weights: dict[int, float]
    lightest: float


@dataclass(frozen=True, slots=True)
class Met:
    """How one title meets each distinct term: its quality, its places, what of the title it speaks for."""

    quality: list[float]
    places: list[Places]
    back: list[float]


def plan(variants: Sequence[Variant]) -> Plan:
    """Lay out the wordings of a query."""
    numbers: dict[tuple[int, int], int] = {}
    weights: dict[int, float] = {}
    wordings = []
    for variant in variants:
        wording = []
        for term in variant.terms:
            number = numbers.setdefault((term.fold, term.mark), len(numbers))
            wording.append((number, term.weight, term.pair))
            if term.fold >= 0:
                weights[term.fold] = max(weights.get(term.fold, 0.0), term.weight)
        wordings.append((variant.worth, tuple(wording)))
    lightest = min((sum(term.weight for term in one.terms) for one in variants), default=0.0)
    return Plan(tuple(numbers), tuple(dict.fromkeys(wordings)), weights, lightest)


def rank(reading: Reading, index: Index, allowed: bytearray, most: int = MOST_CANDIDATES) -> list[Ranked]:
    """Return the entries that answer, best first; `most` titles are looked at closely."""
    best: dict[int, float] = {}
    if reading.code:
        best.update(
            {n: 1.0 for n, one in enumerate(index.entries) if allowed[n] and one.code == reading.code}
        )
    asked = plan(reading.variants)
    for number in candidates(asked, index, allowed, most):
        title = index.titles[number]
        score = _score(title, index.entries[title.document], asked, index)
        score *= agreement(reading.intents, title.intents)
        if score > best.get(title.document, 0.0):
            best[title.document] = score
    ranked = [Ranked(entry, score) for entry, score in best.items()]
    return sorted(ranked, key=lambda one: (-one.score, index.entries[one.entry].code))


def candidates(asked: Plan, index: Index, allowed: bytearray, most: int) -> Sequence[int]:
    """Return the titles that share the weightiest words with the query.

    The lightest wording sets what is enough: a short wording is not asked for the words of a long one.
    """
    found: dict[int, float] = {}
    for fold, weight in asked.weights.items():
        for number in index.postings[fold]:
            found[number] = found.get(number, 0.0) + weight
    if not found:
        return []
    enough = min(max(found.values()), asked.lightest)
    titles, least = index.titles, LEAST_SHARE * enough
    likely = [(number, weight) for number, weight in found.items() if weight >= least]
    good = [
        (weight / (USUAL_MASS + titles[number].mass), number)
        for number, weight in likely
        if allowed[titles[number].document]
    ]
    return [number for _, number in nlargest(most, good)]


def _score(title: Title, entry: Entry, asked: Plan, index: Index) -> float:
    met = _meet(title, entry, asked.terms, index)
    best = max((worth * _cover(title, wording, met) for worth, wording in asked.wordings), default=0.0)
    if title.kind == FORMER:
        best *= FORMER_WORTH
    if title.kind == EVERYDAY:
        best *= 1.0 - PLACE * title.place
    return best * (1 - PRIOR + PRIOR * entry.prior)


def _meet(title: Title, entry: Entry, terms: Sequence[tuple[int, int]], index: Index) -> Met:
    places: dict[int, list[int]] = {fold: [] for fold, _ in terms}
    fold_of_mark, head = index.fold_of_mark, title.head
    for place, mark in enumerate(title.words):
        fold = fold_of_mark[mark]
        if fold in places:
            places[fold].append(place)
    met = Met([], [], [])
    for fold, mark in terms:
        here = places[fold]
        quality = _quality(title, mark, here) if here else _elsewhere(entry, fold)
        met.quality.append(quality)
        met.places.append(here)
        if here:
            ahead = len(here) if here[-1] < head else sum(place < head for place in here)
            share = ahead + TAIL_WEIGHT * (len(here) - ahead)
            met.back.append(index.idf[fold] * share * min(1.0, quality + 0.1))
        else:
            met.back.append(0.0)
    return met


def _quality(title: Title, mark: int, places: Places) -> float:
    """Return how well a word of the query is met: by the same marks or by others, in the head or the tail."""
    met = 1.0
    if mark != -1 and all(title.words[place] != mark for place in places):
        met = OTHER_MARKS
    return met if places[0] < title.head else met * IN_TAIL


def _elsewhere(entry: Entry, fold: int) -> float:
    if fold < 0:
        return 0.0
    if fold in entry.spoken:  # of many wordings some hold any word: the more, the less it tells
        return IN_SPOKEN * min(1.0, SPOKEN_USUAL / len(entry.spoken))
    return IN_CONTEXT if fold in entry.context else 0.0


def _cover(title: Title, wording: Wording, met: Met) -> float:
    """Return how far a wording of the query and a title cover each other, 0 to 1."""
    whole = got = 0.0
    for term, weight, _ in wording:
        whole += weight
        got += weight * met.quality[term]
    if not whole or got / whole < LEAST_COVER:
        return 0.0
    pairs, paired = _pairs(wording, met)
    forward = got / whole
    near = paired / pairs if pairs else forward
    back = sum(met.back[term] for term in {term for term, _, _ in wording})
    return forward * (FORWARD + PAIRS * near + BACKWARD * min(1.0, back / title.mass))


def _pairs(wording: Wording, met: Met) -> tuple[float, float]:
    """Return the weight of the query's neighbouring words, and of those that are neighbours in the title."""
    pairs = paired = 0.0
    before: Places = ()
    for term, _, pair in wording:
        here = met.places[term]
        pairs += pair
        if before and here and any(place + 1 in here for place in before):
            paired += pair
        before = here
    return pairs, paired
