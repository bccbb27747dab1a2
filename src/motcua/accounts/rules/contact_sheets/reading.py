"""Lines of the workbook as values: each cell by its own reader, what is wrong by its cell."""

import re
from collections import Counter
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass

from motcua.accounts.rules.contact_sheets.layout import COLUMNS, CellNote, CellProblem, Line
from motcua.directory.rules.contacts import READERS, line_from, mail_from, phone_from
from motcua.kernel.references import phone_normal, phone_printed
from motcua.kernel.words import mark

TWICE = mark("Mã này đã có ở dòng khác.")
NO_CODE = mark("Cần ghi mã ở cột đầu.")
PHONES = ("phone", "work_phone")
_IN_BRACKETS = re.compile(r"\(([^()]*)\)\s*$")


@dataclass(frozen=True, slots=True)
class ReadLine:
    """A line whose cells could all be read: its values by column."""

    line: Line
    values: Mapping[str, str]


def username_from(text: str) -> str:
    """Read `Lê Văn Bình (thanhvinh.motcua)` or the user name alone."""
    found = _IN_BRACKETS.search(text)
    return (found[1] if found else text).strip().lower()


CELLS: Mapping[str, Callable[[str], str]] = {
    **READERS,
    "work_phone": phone_from,
    "work_email": mail_from,
    "on_duty": username_from,
    "stand_in": username_from,
    "username": username_from,
    "place_id": line_from,
}


def read_lines(lines: Iterable[Line]) -> tuple[list[ReadLine], list[CellProblem], list[CellNote]]:
    """Read every line; give the good ones, what is wrong, and what was understood otherwise than typed."""
    every = list(lines)
    found, problems, notes = [], [], []
    keys = Counter((line.sheet, _key(line)) for line in every)
    for line in every:
        values, wrong, more = _read(line)
        key = COLUMNS[line.sheet][0].name
        if not _key(line):
            wrong.append(CellProblem(line.sheet, line.at(key), NO_CODE))
        elif keys[line.sheet, _key(line)] > 1:
            wrong.append(CellProblem(line.sheet, line.at(key), TWICE))
        problems += wrong
        notes += more
        if not wrong:
            found.append(ReadLine(line, values))
    return found, problems, notes


def _key(line: Line) -> str:
    return line.cells[COLUMNS[line.sheet][0].name].lower()


def _read(line: Line) -> tuple[dict[str, str], list[CellProblem], list[CellNote]]:
    values, problems, notes = {}, [], []
    for column, read in CELLS.items():
        if column not in line.cells:
            continue
        typed = line.cells[column]
        text = _with_zero(typed) if column in PHONES else typed
        try:
            values[column] = read(text)
        except ValueError as problem:
            problems.append(CellProblem(line.sheet, line.at(column), str(problem)))
            continue
        if text != typed:
            notes.append(CellNote(line.sheet, line.at(column), typed, phone_printed(values[column])))
    return values, problems, notes


def _with_zero(typed: str) -> str:
    """Give a number back the leading 0 that a spreadsheet took; anything else stays."""
    lost = typed.isascii() and typed.isdecimal() and phone_normal(typed) is None
    return f"0{typed}" if lost and phone_normal(f"0{typed}") else typed
