"""How well search finds: hit@1, hit@5 and MRR by style, and the time of a query.

The queries are `data/nghe-an/search/queries.csv` (a fact file) and, beside it, `own_queries.csv` and the held-out
lists (own writing); the first line of each list says what it may prove.
A hit is any of the expected codes. Queries of style "_2021" are asked on 1 September 2021.
"""

import csv
import json
import os
import statistics
import sys
import time
from collections import defaultdict
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import date
from importlib import import_module
from pathlib import Path

import django

FOLDER = Path(__file__).resolve().parents[1] / "data" / "nghe-an" / "search"
LISTS = ("queries", "own_queries", "held_out_a", "held_out_b", "held_out_c")
TODAY, THEN = date(2026, 11, 1), date(2021, 9, 1)
Find = Callable[[str, date, int], list[str]]


@dataclass(frozen=True, slots=True)
class Query:
    """One query with the codes that answer it."""

    id: str
    text: str
    style: str
    expected: frozenset[str]
    on: date


def queries(name: str) -> Iterator[Query]:
    """Read a file of queries; its 2021 codes give a second query on a day of 2021."""
    text = (FOLDER / name).read_text(encoding="utf-8")
    lines = [line for line in text.splitlines() if not line.startswith("#")]
    for row in csv.DictReader(lines):
        if row["expected_codes"]:
            expected = frozenset(row["expected_codes"].split("|"))
            yield Query(row["id"], row["query"], row["style"], expected, TODAY)
        if row.get("expected_codes_2021"):
            then = frozenset(row["expected_codes_2021"].split("|"))
            yield Query(row["id"], row["query"], "_2021", then, THEN)


def place(query: Query, find: Find) -> int:
    """Return the place of the first expected code, 0 when it is not among the first twenty."""
    codes = find(query.text, query.on, 20)
    return next((n for n, code in enumerate(codes, 1) if code in query.expected), 0)


def figures(places: list[int]) -> dict[str, float]:
    """Return the measures of a list of places."""
    count = len(places) or 1
    return {
        "queries": len(places),
        "hit@1": round(sum(1 for one in places if one == 1) / count, 4),
        "hit@5": round(sum(1 for one in places if 1 <= one <= 5) / count, 4),
        "mrr": round(sum(1 / one for one in places if one) / count, 4),
    }


def quality(asked: list[Query], find: Find) -> dict[str, dict[str, float]]:
    """Return the figures by style, and of all queries of today together."""
    by_style: dict[str, list[int]] = defaultdict(list)
    for query in asked:
        found = place(query, find)
        by_style[query.style].append(found)
        if query.on == TODAY:
            by_style["all"].append(found)
    return {style: figures(places) for style, places in sorted(by_style.items())}


def times(
    asked: list[Query], find: Find, rounds: int = 1, clock: Callable[[], float] = time.perf_counter
) -> dict[str, float]:
    """Return the median and the 99th percentile of a query in milliseconds.

    Answers asked lately are kept, so each query is asked once with a limit not asked before.
    """
    spent = []
    for turn in range(rounds):
        for query in asked:
            begun = clock()
            find(query.text, query.on, 19 - turn)
            spent.append((clock() - begun) * 1000)
    cuts = statistics.quantiles(spent, n=100)
    return {"p50_ms": round(cuts[49], 2), "p99_ms": round(cuts[98], 2)}


def loaded() -> Find:
    """Return the product's own search; Django must have been set up."""
    search = import_module("motcua.catalogue.search")

    def find(words: str, on: date, limit: int) -> list[str]:
        return [hit.code for hit in search.find(words, on, limit)]

    return find


def measure() -> dict[str, object]:
    """Measure against the loaded database."""
    find = loaded()
    asked = {name: list(queries(f"{name}.csv")) for name in LISTS}
    find("khai sinh", TODAY, 1)
    found: dict[str, object] = {name: quality(some, find) for name, some in asked.items()}
    return found | {"time": times([query for some in asked.values() for query in some], find)}


if __name__ == "__main__":
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "motcua.config.settings")
    django.setup()
    json.dump(measure(), sys.stdout, ensure_ascii=False, indent=1)
