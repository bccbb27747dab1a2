"""Tables in text (CSV): each cell is read by its column; what is wrong is named by file, line and column."""

import csv
import io
import re
import unicodedata
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import date, time
from decimal import Decimal, InvalidOperation

Value = object
Reader = Callable[[str], Value]
_CONTROL = re.compile(r"[\x00-\x1f\x7f\u200b\ufeff]")
EARLIEST, LATEST = date(1945, 9, 2), date(2100, 12, 31)


@dataclass(frozen=True, slots=True, order=True)
class Problem:
    """Something wrong in a file; line 0 speaks of the whole file, column "" of the whole line."""

    file: str
    line: int
    column: str
    sentence: str

    def words(self) -> str:
        """Return the problem in one line."""
        place = f"{self.file}:{self.line}" if self.line else self.file
        return f"{place}: {self.column + ': ' if self.column else ''}{self.sentence}"


@dataclass(frozen=True, slots=True)
class Column:
    """A column and how its cells are read; an empty cell gives `empty`, and is a problem when required."""

    name: str
    read: Reader = str
    required: bool = True
    empty: Value = ""


@dataclass(frozen=True, slots=True)
class Row:
    """One line of a file with its cells by column."""

    line: int
    cells: dict[str, Value]

    def text(self, column: str) -> str:
        """Return a cell that holds text."""
        return str(self.cells[column])


@dataclass(frozen=True, slots=True)
class Sheet:
    """The rows of a file that could be read, and the problems of those that could not."""

    file: str
    rows: tuple[Row, ...]
    problems: tuple[Problem, ...]


def read_sheet(file: str, text: str, columns: Sequence[Column]) -> Sheet:
    """Read a whole file."""
    lines = csv.reader(io.StringIO(text, newline=""), strict=True)
    names = [column.name for column in columns]
    rows: list[Row] = []
    problems: list[Problem] = []
    try:
        header = next(lines, [])
        if header != names:
            return Sheet(file, (), (Problem(file, 1, "", f"The columns must be {', '.join(names)}."),))
        begins = lines.line_num + 1
        for cells in lines:
            row, wrong = _row(file, begins, cells, columns)
            begins = lines.line_num + 1
            problems += wrong
            rows += [row] if row else []
    except csv.Error as problem:
        problems.append(Problem(file, lines.line_num, "", f"The line cannot be read: {problem}."))
    return Sheet(file, tuple(rows), tuple(problems))


def _row(
    file: str, line: int, cells: Sequence[str], columns: Sequence[Column]
) -> tuple[Row | None, list[Problem]]:
    if len(cells) != len(columns):
        return None, [Problem(file, line, "", f"The line has {len(cells)} cells, not {len(columns)}.")]
    values, problems = {}, []
    for column, cell in zip(columns, cells, strict=True):
        try:
            values[column.name] = _cell(column, cell)
        except ValueError as problem:
            problems.append(Problem(file, line, column.name, str(problem)))
    return (None if problems else Row(line, values)), problems


def _cell(column: Column, cell: str) -> Value:
    if not cell:
        if column.required:
            raise ValueError("The cell is empty.")
        return column.empty
    if not unicodedata.is_normalized("NFC", cell):
        raise ValueError(f"{cell!r} is not in Unicode NFC.")
    if cell != cell.strip() or _CONTROL.search(cell):
        raise ValueError(f"{cell!r} has blanks at its ends, or invisible characters.")
    return column.read(cell)


def day(cell: str) -> date:
    """Read a day written 2025-07-01."""
    try:
        found = date.fromisoformat(cell)
    except ValueError:
        found = date.min
    if len(cell) != 10 or not EARLIEST <= found <= LATEST:
        raise ValueError(f"{cell!r} is no day (YYYY-MM-DD).")
    return found


def clock_time(cell: str) -> time:
    """Read a time of day, as 15:00."""
    try:
        return time.fromisoformat(cell)
    except ValueError:
        raise ValueError(f"{cell!r} is no time of day, as 15:00.") from None


def truth(cell: str) -> bool:
    """Read 0 or 1."""
    if cell not in ("0", "1"):
        raise ValueError(f"{cell!r} is neither 0 nor 1.")
    return cell == "1"


def whole(cell: str) -> int:
    """Read a whole number that is not negative."""
    if not (cell.isascii() and cell.isdecimal()):
        raise ValueError(f"{cell!r} is no whole number.")
    return int(cell)


def number(cell: str) -> Decimal:
    """Read a number with a point."""
    try:
        found = Decimal(cell)
    except InvalidOperation:
        raise ValueError(f"{cell!r} is no number.") from None
    if not found.is_finite():
        raise ValueError(f"{cell!r} is no number.")
    return found


def degrees(cell: str) -> float:
    """Read a latitude or a longitude."""
    found = float(number(cell))
    if not -180 <= found <= 180:
        raise ValueError(f"{cell!r} is no latitude or longitude.")
    return found


def one_of(*words: str) -> Reader:
    """Read one of these words."""

    def read(cell: str) -> str:
        if cell not in words:
            raise ValueError(f"{cell!r} is not one of {', '.join(words)}.")
        return cell

    return read


def like(pattern: str, meaning: str) -> Reader:
    """Read a text of this pattern."""
    compiled = re.compile(pattern)

    def read(cell: str) -> str:
        if compiled.fullmatch(cell) is None:
            raise ValueError(f"{cell!r} is no {meaning}.")
        return cell

    return read
