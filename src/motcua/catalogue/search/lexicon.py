"""The reviewed words of life and law, read from the sheets of `data/<province>/search/`.

- synonyms: what people say → how the law puts it, the likeliest meaning first; `{kin}` stands for each word of the
  class of that name.
- fillers: words that tell nothing about which procedure is meant; some are left out, the others count little; words
  that belong together are kept, though one of them alone would be a filler (xã hội, sổ đỏ).
- intents: how people and the law name an act (to renew, to replace what was lost, to end …).
- everyday: whole everyday wordings of a procedure, by code; the first code of a line is the likeliest.
- fields: how much a field of administration is used by the public, 0 to 1.
"""

import csv
import io
from collections import defaultdict
from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from itertools import product

from motcua.catalogue.search.words import Word, all_words

COLUMNS = {
    "synonyms": ("said", "means", "kind"),
    "fillers": ("phrase", "weight"),
    "intents": ("intent", "side", "phrases"),
    "everyday": ("codes", "phrases"),
    "fields": ("field", "weight"),
}
KINDS = frozenset({"class", "abbreviation", "old name", "everyday", "regional", "spelling", "life"})
WEIGHTS = frozenset({"light", "marked", "always", "kept"})
KEPT = "kept"
SHORT = 3
Phrase = tuple[Word, ...]
Sheets = Mapping[str, str]


class Phrases:
    """Phrases that can be found in a run of words, longest first; each carries values."""

    def __init__(self) -> None:
        self._by_first: dict[str, list[tuple[Phrase, object]]] = defaultdict(list)

    def add(self, phrase: Phrase, value: object) -> None:
        """Add a phrase."""
        self._by_first[phrase[0].fold].append((phrase, value))

    def settle(self) -> None:
        """Put the phrases in order, once all are added."""
        for phrases in self._by_first.values():
            phrases.sort(key=lambda one: -len(one[0]))

    def found(self, run: Sequence[Word]) -> Iterator[tuple[int, int, object]]:
        """Yield (start, end, value) of every phrase in the run, by start, longest first."""
        sure = any(one.is_marked for one in run)
        for start, first in enumerate(run):
            for phrase, value in self._by_first.get(first.fold, ()):
                end = start + len(phrase)
                if end > len(run) or (not sure and _needs_marks(phrase)):
                    continue
                if all(
                    same(said, known, sure=sure) for said, known in zip(run[start:end], phrase, strict=True)
                ):
                    yield start, end, value

    def apart(self, run: Sequence[Word]) -> Iterator[tuple[int, int, object]]:
        """Yield the phrases in the run that do not overlap: from the left, the longest first."""
        free = 0
        for start, end, value in self.found(run):
            if start >= free:
                free = end
                yield start, end, value


def same(said: Word, known: Word, *, sure: bool) -> bool:
    """Tell whether a word may be the known one: the same letters, and no marks against it.

    Where other words bear marks (`sure`), a short word without any was meant without: cho is not chó.
    """
    if said.fold != known.fold:
        return False
    if said.is_marked or (sure and len(said.fold) <= SHORT):
        return said.marked == known.marked
    return True


def _needs_marks(phrase: Phrase) -> bool:
    """Tell whether a phrase is one short word with marks: without them it may be any of several words.

    Where it is nearly always the word meant, the sheet lists it without marks too.
    """
    return len(phrase) == 1 and phrase[0].is_marked and len(phrase[0].fold) <= SHORT


@dataclass(frozen=True, slots=True)
class Meaning:
    """What a synonym stands for, and the place of this meaning in its row.

    A life wording has used up its words (bố mất is no lost paper).
    """

    means: Phrase
    kind: str
    place: int = 0


@dataclass(frozen=True, slots=True)
class Lexicon:
    """All sheets, read."""

    synonyms: Phrases = field(default_factory=Phrases)
    fillers: Phrases = field(default_factory=Phrases)
    said: Phrases = field(default_factory=Phrases)
    law: Phrases = field(default_factory=Phrases)
    everyday: Mapping[str, Sequence[tuple[str, int]]] = field(default_factory=dict)
    fields: Mapping[str, float] = field(default_factory=dict)
    vocabulary: Sequence[Phrase] = ()


def rows(name: str, sheets: Sheets) -> list[dict[str, str]]:
    """Return the rows of one sheet; lines that begin with # are remarks."""
    lines = "\n".join(line for line in sheets.get(name, "").splitlines() if not line.startswith("#"))
    return [dict(row) for row in csv.DictReader(io.StringIO(lines))]


def problems(sheets: Sheets) -> list[str]:
    """Return what is wrong with the sheets, in words; nothing when they can be read."""
    wrong = [f"{name}.csv is missing" for name in COLUMNS if name not in sheets]
    for name, columns in COLUMNS.items():
        for line, row in enumerate(rows(name, sheets), 1):
            if tuple(row) != columns or not all(row.values()):
                wrong.append(f"{name}.csv, row {line}: the cells must be {', '.join(columns)}")
            elif name == "synonyms" and row["kind"] not in KINDS:
                wrong.append(f"synonyms.csv, row {line}: unknown kind {row['kind']!r}")
            elif name == "fillers" and row["weight"] not in WEIGHTS:
                wrong.append(f"fillers.csv, row {line}: unknown weight {row['weight']!r}")
    return wrong


def read(sheets: Sheets) -> Lexicon:
    """Read all sheets."""
    lexicon = Lexicon(
        everyday=_everyday(sheets),
        fields={row["field"]: float(row["weight"]) for row in rows("fields", sheets)},
        vocabulary=tuple(_read_phrases(sheets, found := _Phrases())),
        synonyms=found.synonyms,
        fillers=found.fillers,
        said=found.said,
        law=found.law,
    )
    for phrases in (lexicon.synonyms, lexicon.fillers, lexicon.said, lexicon.law):
        phrases.settle()
    return lexicon


@dataclass(slots=True)
class _Phrases:
    synonyms: Phrases = field(default_factory=Phrases)
    fillers: Phrases = field(default_factory=Phrases)
    said: Phrases = field(default_factory=Phrases)
    law: Phrases = field(default_factory=Phrases)


def _read_phrases(sheets: Sheets, found: _Phrases) -> Iterator[Phrase]:
    """Read the sheets of phrases; yield each phrase people may type."""
    for said, means, kind, place in _synonyms(sheets):
        found.synonyms.add(said, Meaning(means, kind, place))
        yield said
        yield means
    for row in rows("fillers", sheets):
        found.fillers.add(phrase := all_words(row["phrase"]), row["weight"])
        yield phrase
    for row in rows("intents", sheets):
        for text in row["phrases"].split("|"):
            side = found.said if row["side"] == "said" else found.law
            side.add(phrase := all_words(text), row["intent"])
            yield phrase


def _synonyms(sheets: Sheets) -> Iterator[tuple[Phrase, Phrase, str, int]]:
    lines = rows("synonyms", sheets)
    classes = {row["said"]: row["means"].split("|") for row in lines if row["kind"] == "class"}
    for row in lines:
        if row["kind"] == "class":
            continue
        for said in row["said"].split("|"):
            for text in _spelled_out(said, classes):
                for place, means in enumerate(row["means"].split("|")):
                    yield all_words(text), all_words(means), row["kind"], place


def _spelled_out(text: str, classes: Mapping[str, Sequence[str]]) -> Iterator[str]:
    named = [name for name in classes if name in text]
    for choice in product(*(classes[name] for name in named)):
        filled = text
        for name, member in zip(named, choice, strict=True):
            filled = filled.replace(name, member)
        yield filled


def _everyday(sheets: Sheets) -> dict[str, list[tuple[str, int]]]:
    """Return the wordings of each code with the place of the code in its line."""
    found: defaultdict[str, list[tuple[str, int]]] = defaultdict(list)
    for row in rows("everyday", sheets):
        for place, code in enumerate(row["codes"].split()):
            found[code].extend((phrase, place) for phrase in row["phrases"].split("|"))
    return dict(found)


def intents_said(run: Phrase, lexicon: Lexicon) -> frozenset[str]:
    """Return the acts people name in a run of words; words used up by a life wording name none."""
    used = {
        place
        for start, end, value in lexicon.synonyms.found(run)
        if isinstance(value, Meaning) and value.kind == "life"
        for place in range(start, end)
    }
    return frozenset(
        str(act) for start, end, act in lexicon.said.found(run) if not used.intersection(range(start, end))
    )


def without_fillers(run: Phrase, lexicon: Lexicon) -> Phrase:
    """Return the words without those that are left out; all of them when nothing would stay."""
    left_out = {"always", "marked"} if any(one.is_marked for one in run) else {"always"}
    idle = idle_places(run, lexicon, left_out)
    return tuple(one for place, one in enumerate(run) if place not in idle) or run


def idle_places(run: Phrase, lexicon: Lexicon, weights: Collection[str] = ()) -> set[int]:
    """Return the places of the fillers of these weights, or of all that may be told in such a run."""
    told = weights or (WEIGHTS if any(one.is_marked for one in run) else WEIGHTS - {"marked"})
    found = [(range(start, end), weight) for start, end, weight in lexicon.fillers.found(run)]
    kept = {place for places, weight in found if weight == KEPT for place in places}
    return {place for places, weight in found if weight in told for place in places} - kept
