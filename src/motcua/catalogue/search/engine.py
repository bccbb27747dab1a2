"""One question to the index: ranked hits on a day, and suggestions while one types."""

from collections.abc import Sequence
from datetime import date
from functools import lru_cache

from motcua.catalogue.search.completing import completions
from motcua.catalogue.search.documents import Hit
from motcua.catalogue.search.index import Index
from motcua.catalogue.search.ranking import Ranked, rank
from motcua.catalogue.search.reading import read, read_unfinished
from motcua.catalogue.search.words import MOST_LETTERS

LEAST, WEAKEST = 0.2, 0.4
DAYS_KEPT, ANSWERS_KEPT = 8, 256
SUGGESTIONS_LOOKED_AT = 40


class Engine:
    """An index with the days asked for lately."""

    def __init__(self, index: Index) -> None:
        self.index = index
        self._mask = lru_cache(maxsize=DAYS_KEPT)(index.in_force)
        self._answer = lru_cache(maxsize=ANSWERS_KEPT)(self._found)

    def find(self, query: str, on: date, limit: int) -> list[Hit]:
        """Return the procedures in force on the day that answer the query, best first."""
        return list(self._answer(query[:MOST_LETTERS], on, limit))

    def _found(self, query: str, on: date, limit: int) -> tuple[Hit, ...]:
        return self._hits(rank(read(query, self.index), self.index, self._mask(on)), limit)

    def suggest(self, query: str, on: date, limit: int) -> list[Hit]:
        """Return procedures for a query whose last word, or code, may be incomplete."""
        allowed = self._mask(on)
        coded = [
            Ranked(number, 1.0)
            for number, entry in enumerate(self.index.entries)
            if allowed[number] and _begins(entry.code, query)
        ]
        if coded:
            return list(self._hits(coded, limit))
        reading = read_unfinished(query, self.index, completions)
        return list(self._hits(rank(reading, self.index, allowed, SUGGESTIONS_LOOKED_AT), limit))

    def _hits(self, ranked: Sequence[Ranked], limit: int) -> tuple[Hit, ...]:
        if not ranked or ranked[0].score < LEAST:
            return ()
        least, entries = ranked[0].score * WEAKEST, self.index.entries
        return tuple(
            Hit(entries[one.entry].code, entries[one.entry].name, round(min(1.0, one.score), 4))
            for one in ranked[: max(0, limit)]
            if one.score >= least
        )


def _begins(code: str, query: str) -> bool:
    """Tell whether what is typed is the beginning of a code, with its dot or without."""
    typed = query.strip()
    return len(typed) > 2 and (code.startswith(typed) or code.replace(".", "").startswith(typed))
