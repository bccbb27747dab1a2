"""Rows that hold between two days: which one holds on a day."""

from collections.abc import Iterable
from datetime import date
from typing import Protocol, TypeVar


class Holding(Protocol):
    """Anything that holds from `valid_from` to `valid_to`, both included; open without a `valid_to`."""

    @property
    def valid_from(self) -> date: ...

    @property
    def valid_to(self) -> date | None: ...


Row = TypeVar("Row", bound=Holding)


def holds(row: Holding, on: date) -> bool:
    """Tell whether a row holds on a day."""
    return row.valid_from <= on and (row.valid_to is None or on <= row.valid_to)


def holding(rows: Iterable[Row], on: date) -> Row | None:
    """Return the row that holds on a day, or None."""
    return next((row for row in rows if holds(row, on)), None)


def overlapping(one: Holding, other: Holding) -> bool:
    """Tell whether two rows hold on some day together."""
    return (one.valid_to is None or other.valid_from <= one.valid_to) and (
        other.valid_to is None or one.valid_from <= other.valid_to
    )
