"""The workbook to be filled in: instructions, an example, drop-down lists, and what is known already."""

import io
from collections.abc import Iterable, Mapping, Sequence
from typing import Any

from motcua.accounts.rules.contact_sheets.layout import (
    COLUMNS,
    COMMON_HOURS,
    GUIDE,
    HEAD_ROW,
    LISTS,
    OFFICERS,
    PLACES,
    STEPS,
    letter,
)
from motcua.kernel.large import large

LEAF, MIST, LEAF_MIST = "0A5C44", "F4F6F3", "E4EFEA"
SPARE = 5
EDGE = "D3D9D2"

Rows = Sequence[Mapping[str, str]]


def workbook(*, title: str, places: Rows, officers: Rows) -> bytes:
    """Make the workbook; a row gives its cells by column, people as `name (user name)`."""
    book = large("openpyxl").Workbook()
    _guide(book.active, title)
    choices = [f"{row['name']} ({row['username']})" for row in officers]
    _table(book.create_sheet(PLACES), title, places)
    _table(book.create_sheet(OFFICERS), title, officers)
    _lists(book.create_sheet(LISTS), choices)
    last = HEAD_ROW + 1 + len(places) + SPARE
    sheet = book[PLACES]
    if choices:
        _choose(sheet, ("on_duty", "stand_in"), last, f"'{LISTS}'!$A$1:$A${len(choices)}")
    _choose(sheet, ("weekdays",), last, f"'{LISTS}'!$B$1:$B${len(COMMON_HOURS)}")
    out = io.BytesIO()
    book.save(out)
    return out.getvalue()


def _guide(sheet: Any, title: str) -> None:
    styles = large("openpyxl").styles
    sheet.title = GUIDE
    sheet.column_dimensions["A"].width = 110
    for row, text in enumerate((title, *STEPS), start=1):
        cell = _put(sheet, row, 1, text)
        cell.alignment = styles.Alignment(wrap_text=True, vertical="top")
        if row == 1:
            cell.font = styles.Font(bold=True, size=14, color=LEAF)


def _table(sheet: Any, title: str, rows: Rows) -> None:
    styles, columns = large("openpyxl").styles, COLUMNS[sheet.title]
    line = styles.Side(style="thin", color=EDGE)
    edges = styles.Border(left=line, right=line, top=line, bottom=line)
    _put(sheet, 1, 1, f"{sheet.title} – {title}").font = styles.Font(bold=True, size=13, color=LEAF)
    _put(sheet, 2, 1, "Chỉ sửa các ô nền trắng. Không đổi tiêu đề và mã.").font = styles.Font(italic=True)
    for at, column in enumerate(columns, start=1):
        sheet.column_dimensions[letter(at - 1)].width = column.width
        head = _put(sheet, HEAD_ROW, at, column.heading)
        head.font, head.fill = (
            styles.Font(bold=True, color="FFFFFF"),
            styles.PatternFill("solid", fgColor=LEAF),
        )
        head.alignment, head.border = styles.Alignment(wrap_text=True, vertical="center"), edges
        example = _put(sheet, HEAD_ROW + 1, at, column.example)
        example.font, example.fill = (
            styles.Font(italic=True, color="69736D"),
            styles.PatternFill("solid", fgColor=MIST),
        )
    for number, row in enumerate([*rows, *[{}] * (0 if rows else SPARE)], start=HEAD_ROW + 2):
        for at, column in enumerate(columns, start=1):
            cell = _put(sheet, number, at, row.get(column.name, ""))
            cell.border = edges
            if column.shown:
                cell.fill = styles.PatternFill("solid", fgColor=LEAF_MIST)
    sheet.freeze_panes = f"C{HEAD_ROW + 1}"


def _lists(sheet: Any, choices: Iterable[str]) -> None:
    for row, text in enumerate(choices, start=1):
        _put(sheet, row, 1, text)
    for row, text in enumerate(COMMON_HOURS, start=1):
        _put(sheet, row, 2, text)
    sheet.sheet_state = "hidden"


def _choose(sheet: Any, names: Sequence[str], last: int, source: str) -> None:
    """Offer a list in the cells of columns; other words may be typed, the upload checks them."""
    validation = large("openpyxl").worksheet.datavalidation
    rule = validation.DataValidation(type="list", formula1=source, allow_blank=True, showErrorMessage=False)
    sheet.add_data_validation(rule)
    for at, column in enumerate(COLUMNS[sheet.title]):
        if column.name in names:
            rule.add(f"{letter(at)}{HEAD_ROW + 2}:{letter(at)}{last}")


def _put(sheet: Any, row: int, column: int, text: str) -> Any:
    """Write text as text: a number keeps its zeros, and nothing becomes a formula."""
    cell = sheet.cell(row=row, column=column)
    cell.value = text
    if text:
        cell.data_type = "s"
    cell.number_format = "@"
    return cell
