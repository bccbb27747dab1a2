"""The index: every title of every version as compact arrays, with postings by folded word."""

import math
import re
from array import array
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from motcua.catalogue.search.documents import Document
from motcua.catalogue.search.lexicon import Lexicon, Phrase, idle_places, intents_said
from motcua.catalogue.search.words import all_words

OFFICIAL, FORMER, EVERYDAY = 0, 1, 2
TAIL_WEIGHT = 0.3
FILLER_WEIGHT = 0.12
HEAD_WORDS = 26
INTENT_WORDS = 14
TITLE_WORDS = 60
_TAIL = re.compile(
    r"\s(?:đối với|trong trường hợp|thuộc thẩm quyền|thuộc phạm vi|theo quy định|áp dụng cho|thực hiện tại"
    r"|bằng dịch vụ công|thực hiện bằng)\s|[(;]",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True)
class Title:
    """One wording of a document: its words by mark id, how many stand in its head, and its whole weight."""

    document: int
    kind: int
    place: int
    words: "array[int]"
    head: int
    mass: float
    intents: frozenset[str]


@dataclass(frozen=True, slots=True)
class Entry:
    """One version in the index."""

    code: str
    name: str
    begins: int
    ends: int
    prior: float
    spoken: "array[int]"
    context: "array[int]"


@dataclass(frozen=True)
class Index:
    """Everything a search looks at; folds and marks number the words, marks keep their diacritics."""

    lexicon: Lexicon
    folds: Mapping[str, int]
    marks: Mapping[str, int]
    fold_of_mark: "array[int]"
    idf: "array[float]"
    frequency: "array[int]"
    pairs: Mapping[int, int]
    titles: Sequence[Title]
    postings: "Sequence[array[int]]"
    entries: Sequence[Entry]
    initials: Sequence[tuple[str, int]]

    def in_force(self, on: date) -> bytearray:
        """Return a mask over the entries: 1 where the version holds on the day."""
        day = on.toordinal()
        return bytearray(entry.begins <= day <= entry.ends for entry in self.entries)


def build(documents: Iterable[Document], lexicon: Lexicon) -> Index:
    """Index the versions."""
    return _Builder(lexicon).built(list(documents))


class _Builder:
    def __init__(self, lexicon: Lexicon) -> None:
        self.lexicon = lexicon
        self.folds: dict[str, int] = {}
        self.marks: dict[str, int] = {}
        self.fold_of_mark = array("H")
        self.frequency: Counter[int] = Counter()
        self.pairs: Counter[int] = Counter()
        self.df: Counter[int] = Counter()

    def built(self, documents: Sequence[Document]) -> Index:
        wordings = [self._wordings(documents[n], n, former) for n, former in _former_names(documents)]
        raw = [wording for some in wordings for wording in some]
        for some in wordings:
            self.df.update({self.fold_of_mark[mark] for one in some for mark in one.words})
        for phrase in self.lexicon.vocabulary:
            self._known(phrase)
        context = [self._known(all_words(_context(one)), count=False) for one in documents]
        idf = self._idf(len(documents))
        titles = [self._title(one, idf) for one in raw]
        return Index(
            lexicon=self.lexicon,
            folds=self.folds,
            marks=self.marks,
            fold_of_mark=self.fold_of_mark,
            idf=idf,
            frequency=array("I", (self.frequency[n] for n in range(len(self.folds)))),
            pairs=dict(self.pairs),
            titles=titles,
            postings=self._postings(titles),
            entries=[
                self._entry(one, self._folds_of(said), ids)
                for one, said, ids in zip(documents, wordings, context, strict=True)
            ],
            initials=[(_initials(one.title), n) for n, one in enumerate(documents)],
        )

    def _wordings(self, one: Document, number: int, former: Sequence[str]) -> list["_Wording"]:
        found = [self._wording(number, OFFICIAL, 0, one.title)]
        found += [self._wording(number, FORMER, 0, name) for name in former]
        for phrase, place in self.lexicon.everyday.get(one.code, ()):
            found.append(self._wording(number, EVERYDAY, place, phrase))
        return found

    def _wording(self, document: int, kind: int, place: int, text: str) -> "_Wording":
        run = all_words(text)[:TITLE_WORDS]
        ids = self._known(run)
        cut = _TAIL.search(text)
        head = len(all_words(text[: cut.start()])) if cut and cut.start() > 8 else len(run)
        fillers = idle_places(run, self.lexicon) if kind == EVERYDAY else ()
        return _Wording(
            document, kind, place, ids, min(head, HEAD_WORDS), frozenset(fillers), self._intents(run, kind)
        )

    def _intents(self, run: Phrase, kind: int) -> frozenset[str]:
        """Return the acts a wording names: everyday ones in people's words, official ones in the law's."""
        if kind == EVERYDAY:
            return intents_said(run, self.lexicon)
        return frozenset(str(act) for _, _, act in self.lexicon.law.apart(run[:INTENT_WORDS])) - {"plain"}

    def _known(self, run: Phrase, *, count: bool = True) -> "array[int]":
        ids = array("H")
        before = -1
        for one in run:
            fold = self.folds.setdefault(one.fold, len(self.folds))
            mark = self.marks.setdefault(one.marked, len(self.marks))
            if mark == len(self.fold_of_mark):
                self.fold_of_mark.append(fold)
            ids.append(mark)
            if count:
                self.frequency[fold] += 1
                if before >= 0:
                    self.pairs[before << 16 | fold] += 1
                before = fold
        return ids

    def _idf(self, documents: int) -> "array[float]":
        usual = math.log(1 + documents / 6)
        return array(
            "f",
            (
                math.log(1 + documents / self.df[n]) if self.df.get(n) else usual
                for n in range(len(self.folds))
            ),
        )

    def _title(self, one: "_Wording", idf: "array[float]") -> Title:
        mass = 0.0
        for place, mark in enumerate(one.words):
            share = 1.0 if place < one.head else TAIL_WEIGHT
            mass += idf[self.fold_of_mark[mark]] * (FILLER_WEIGHT if place in one.fillers else share)
        return Title(one.document, one.kind, one.place, one.words, one.head, mass, one.intents)

    def _postings(self, titles: Sequence[Title]) -> "list[array[int]]":
        found = [array("H") for _ in self.folds]
        for number, title in enumerate(titles):
            for fold in {self.fold_of_mark[mark] for mark in title.words}:
                found[fold].append(number)
        return found

    def _folds_of(self, wordings: "Sequence[_Wording]") -> "array[int]":
        return array("H", sorted({self.fold_of_mark[mark] for one in wordings for mark in one.words}))

    def _entry(self, one: Document, spoken: "array[int]", context: "array[int]") -> Entry:
        return Entry(
            code=one.code,
            name=one.title,
            begins=one.valid_from.toordinal(),
            ends=one.valid_to.toordinal() if one.valid_to else date.max.toordinal(),  # the last day, included
            prior=_prior(one, self.lexicon),
            spoken=spoken,
            context=array("H", sorted({self.fold_of_mark[mark] for mark in context})),
        )


@dataclass(frozen=True, slots=True)
class _Wording:
    document: int
    kind: int
    place: int
    words: "array[int]"
    head: int
    fillers: frozenset[int]
    intents: frozenset[str]


def _former_names(documents: Sequence[Document]) -> Iterator[tuple[int, list[str]]]:
    """Yield each document's number with the other names its code has borne."""
    names: defaultdict[str, list[str]] = defaultdict(list)
    for one in documents:
        names[one.code].append(one.title)
    for number, one in enumerate(documents):
        yield number, [name for name in dict.fromkeys(names[one.code]) if name != one.title]


def _context(one: Document) -> str:
    return f"{one.field} {one.agency} {one.result[:200]}"


def _initials(text: str) -> str:
    return "".join(one.fold[0] for one in all_words(text))


def _prior(one: Document, lexicon: Lexicon) -> float:
    """Return how likely people ask for it, 0 to 1, from what is known of it."""
    likely = 0.25 * lexicon.fields.get(one.field, 0.0)
    likely += 0.25 if one.code in lexicon.everyday else 0.0
    likely += 0.15 if one.valid_from.year < 2025 else 0.0
    likely += 0.1 if "commune" in one.levels else 0.0
    likely += 0.1 if "citizen" in one.applicants else 0.0
    return likely + 0.15 / (1 + len(one.title) / 60)
