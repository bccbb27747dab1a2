"""One question to the index: ranked hits on a day, and suggestions while one types."""

from datetime import date
from functools import lru_cache

from motcua.catalogue.search.documents import Hit
from motcua.catalogue.search.index import Index
from motcua.catalogue.search.ranking import rank
from motcua.catalogue.search.reading import read

WEAKEST = 0.4


class Engine:
    """An index with the days asked for lately."""

    def __init__(self, index: Index) -> None:
        self.index = index
        self._mask = lru_cache(maxsize=8)(index.in_force)

    def find(self, query: str, on: date, limit: int) -> list[Hit]:
        """Return the procedures in force on the day that answer the query, best first."""
        ranked = rank(read(query, self.index), self.index, self._mask(on))
        if not ranked:
            return []
        least = ranked[0].score * WEAKEST
        entries = self.index.entries
        return [
            Hit(entries[one.entry].code, entries[one.entry].name, round(min(1.0, one.score), 4))
            for one in ranked[: max(0, limit)]
            if one.score >= least
        ]
