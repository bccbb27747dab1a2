"""Lines that hold between two days: keys apart, days in order, one at a time, inside what they name."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from itertools import pairwise

from motcua.directory.rules.columns import File
from motcua.directory.rules.sheets import Problem, Row, Value

Key = tuple[Value, ...]
Spans = Mapping[Value, Sequence[tuple[date, date]]]
OPEN = date.max


def span(row: Row) -> tuple[date, date]:
    """Return the first and the last day of a line; an open one ends on the last day there is."""
    first, last = row.cells["valid_from"], row.cells["valid_to"]
    assert isinstance(first, date)
    return first, last if isinstance(last, date) else OPEN


def spans_by(column: str, rows: Iterable[Row]) -> dict[Value, list[tuple[date, date]]]:
    """Return the days on which each value of a column is held by some line, joined where they touch."""
    found: defaultdict[Value, list[tuple[date, date]]] = defaultdict(list)
    for row in rows:
        found[row.cells[column]].append(span(row))
    return {value: _joined(sorted(parts)) for value, parts in found.items()}


def _joined(parts: Sequence[tuple[date, date]]) -> list[tuple[date, date]]:
    joined = [parts[0]]
    for first, last in parts[1:]:
        before, end = joined[-1]
        if end == OPEN or first <= end + timedelta(days=1):
            joined[-1] = (before, max(end, last))
        else:
            joined.append((first, last))
    return joined


def key_problems(file: File, rows: Sequence[Row]) -> Iterator[Problem]:
    """Name lines that repeat the key of an earlier one."""
    seen: dict[Key, int] = {}
    for row in rows:
        key = tuple(row.cells[column] for column in file.key)
        if key in seen:
            same = ", ".join(file.key)
            yield Problem(file.name, row.line, file.key[0], f"The same {same} is in line {seen[key]}.")
        seen.setdefault(key, row.line)


def day_problems(file: File, rows: Sequence[Row]) -> Iterator[Problem]:
    """Name lines that end before they begin, and lines that hold on the same day as another of their key."""
    if not file.span:
        return
    groups: defaultdict[Key, list[Row]] = defaultdict(list)
    for row in rows:
        first, last = span(row)
        if last < first:
            yield Problem(file.name, row.line, "valid_to", f"{last} is before {first}.")
        groups[tuple(row.cells[column] for column in file.span)].append(row)
    for group in groups.values():
        for one, other in pairwise(sorted(group, key=span)):
            if span(other)[0] <= span(one)[1]:
                sentence = f"It holds on the same day as line {one.line}."
                yield Problem(file.name, other.line, "valid_from", sentence)


@dataclass(frozen=True, slots=True)
class Reference:
    """A column that names what must exist on every day of the line: `what` in words, `spans` when it does."""

    column: str
    what: str
    spans: Spans


def reference_problems(file: File, rows: Sequence[Row], reference: Reference) -> Iterator[Problem]:
    """Name lines that speak of something that does not exist on some of their days; empty cells do not."""
    for row in rows:
        value = row.cells[reference.column]
        if value == "":
            continue
        first, last = span(row)
        parts = reference.spans.get(value)
        if parts is None:
            sentence = f"There is no {reference.what} {value}."
        elif any(begin <= first and last <= end for begin, end in parts):
            continue
        else:
            sentence = f"The {reference.what} {value} does not exist on every day of this line."
        yield Problem(file.name, row.line, reference.column, sentence)
