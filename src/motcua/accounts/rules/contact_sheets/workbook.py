"""A workbook as it comes from somebody's computer: bounded, distrusted, and turned into lines of text."""

import io
import zipfile
from collections.abc import Iterator, Sequence
from datetime import date, time
from itertools import islice
from typing import Any

from motcua.accounts.rules.contact_sheets.layout import (
    COLUMNS,
    EXAMPLE,
    CellProblem,
    Line,
    letter,
)
from motcua.kernel.large import large
from motcua.kernel.text import fold, nfc
from motcua.kernel.words import mark

LARGEST, UNPACKED, PARTS, LONGEST = 2_000_000, 40_000_000, 500, 3000
"""Bytes of the file, bytes unpacked, parts of the package, lines of a sheet."""
NOT_READABLE = mark("Không đọc được tệp này. Xin dùng mẫu tải từ hệ thống và lưu ở dạng Excel (.xlsx).")
TOO_LARGE = mark("Tệp quá lớn. Xin dùng mẫu tải từ hệ thống.")
NO_SHEET = mark("Thiếu trang này. Xin dùng mẫu tải từ hệ thống.")
HEADING = mark("Tiêu đề cột không đúng mẫu. Xin không đổi tiêu đề và thứ tự cột.")
TOO_LONG = mark("Trang này có quá nhiều dòng.")
FORMULA = mark("Ô này là công thức. Xin ghi giá trị.")
NO_TEXT = mark("Ô này không phải chữ hoặc số. Xin đặt ô ở dạng văn bản rồi ghi lại.")


class Unreadable(ValueError):
    """The file is no workbook that can be read; the text says so to people."""


def lines_of(content: bytes) -> tuple[list[Line], list[CellProblem]]:
    """Read the lines of all sheets, and name every cell that cannot be one. Raises Unreadable."""
    _bounded(content)
    lines, problems = [], []
    try:
        book = large("openpyxl").load_workbook(io.BytesIO(content), read_only=True, keep_links=False)
        for sheet in COLUMNS:
            if sheet not in book.sheetnames:
                problems.append(CellProblem(sheet, "", NO_SHEET))
                continue
            rows = list(islice(book[sheet].iter_rows(values_only=True), LONGEST + 1))
            more, wrong = _sheet(sheet, rows)
            lines += more
            problems += wrong
    except Exception as error:  # the library answers a broken file with any error at all
        raise Unreadable(NOT_READABLE) from error
    return lines, problems


def _bounded(content: bytes) -> None:
    """Refuse what would fill the memory, and documents that define entities, before anything is parsed."""
    if len(content) > LARGEST:
        raise Unreadable(TOO_LARGE)
    try:
        with zipfile.ZipFile(io.BytesIO(content)) as package:
            parts = package.infolist()
            if len(parts) > PARTS or sum(part.file_size for part in parts) > UNPACKED:
                raise Unreadable(TOO_LARGE)
            for part in parts:
                with package.open(part) as stream:
                    if b"<!DOCTYPE" in stream.read(4096):
                        raise Unreadable(NOT_READABLE)
    except (zipfile.BadZipFile, OSError, EOFError, NotImplementedError, RuntimeError) as error:
        raise Unreadable(NOT_READABLE) from error


def _sheet(sheet: str, rows: Sequence[Sequence[Any]]) -> tuple[list[Line], list[CellProblem]]:
    columns = COLUMNS[sheet]
    head = next((at for at, row in enumerate(rows[:20]) if row and _same(row[0], columns[0].heading)), None)
    if head is None:
        return [], [CellProblem(sheet, "", HEADING)]
    if len(rows) > LONGEST:
        return [], [CellProblem(sheet, "", TOO_LONG)]
    wrong = [
        CellProblem(sheet, f"{letter(at)}{head + 1}", HEADING)
        for at, column in enumerate(columns)
        if at >= len(rows[head]) or not _same(rows[head][at], column.heading)
    ]
    if wrong:
        return [], wrong
    lines, problems = [], []
    for number, row in enumerate(rows[head + 1 :], start=head + 2):
        line, more = _line(sheet, number, row)
        problems += more
        if not more and any(line.cells.values()) and fold(line.cells[columns[0].name]) != fold(EXAMPLE):
            lines.append(line)
    return lines, problems


def _line(sheet: str, number: int, row: Sequence[Any]) -> tuple[Line, list[CellProblem]]:
    cells, problems = {}, []
    for at, (column, value) in enumerate(_padded(sheet, row)):
        try:
            cells[column] = _text(value)
        except ValueError as problem:
            problems.append(CellProblem(sheet, f"{letter(at)}{number}", str(problem)))
    return Line(sheet, number, cells), problems


def _padded(sheet: str, row: Sequence[Any]) -> Iterator[tuple[str, Any]]:
    for at, column in enumerate(COLUMNS[sheet]):
        yield column.name, row[at] if at < len(row) else None


def _text(value: object) -> str:
    """Write a cell's value as text: numbers without a point, times and dates are no text."""
    if value is None:
        return ""
    if isinstance(value, bool | date | time):
        raise ValueError(NO_TEXT)
    if isinstance(value, float) and value.is_integer():
        value = int(value)
    if not isinstance(value, str | int):
        raise ValueError(NO_TEXT)
    text = nfc(str(value)).replace("\u00a0", " ").strip()
    if text.startswith("="):
        raise ValueError(FORMULA)
    return text


def _same(value: object, heading: str) -> bool:
    return isinstance(value, str) and fold(" ".join(value.split())) == fold(heading)
