"""How an unfinished word may go on: the known words that begin with it, by what stands before it."""

from collections.abc import Sequence

from motcua.catalogue.search.index import Index
from motcua.catalogue.search.words import Word

MOST = 5
PAIR_WORTH = 20


def completions(before: Sequence[Word], last: Word, index: Index) -> list[Word]:
    """Return the likeliest words that begin as the last one does; the word itself first when it is known."""
    left = index.folds.get(before[-1].fold, -1) if before else -1
    begun = [
        (fold, PAIR_WORTH * index.pairs.get(left << 16 | number, 0) + index.frequency[number])
        for fold, number in index.folds.items()
        if fold.startswith(last.fold) and index.frequency[number]
    ]
    begun.sort(key=lambda one: (one[0] != last.fold, -one[1]))
    return [last if fold == last.fold else Word(fold, fold) for fold, _ in begun[:MOST]]
