"""A list to take away as a workbook. Words stay words there: a name that begins with "=" is no formula."""

import io
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Any

from django.http import HttpResponse

from motcua.kernel.large import large
from motcua.papers.headers import disposition

XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
Value = str | int | float | None


@dataclass(frozen=True, slots=True)
class Leaf:
    """One sheet of a workbook: its title, and its rows with the heads first."""

    title: str
    rows: Iterable[Sequence[Value]]


def workbook(name: str, *leaves: Leaf) -> HttpResponse:
    """Answer with a workbook, written row by row, under a file name without its ending."""
    book = large("openpyxl").Workbook(write_only=True)
    for leaf in leaves:
        page = book.create_sheet(leaf.title)
        for row in leaf.rows:
            page.append([_worded(page, value) if isinstance(value, str) else value for value in row])
    out = io.BytesIO()
    book.save(out)
    answer = HttpResponse(out.getvalue(), content_type=XLSX)
    answer["Content-Disposition"] = disposition(f"{name}.xlsx")
    return answer


def _worded(page: Any, words: str) -> Any:
    """Make a cell of words; the library takes "=…" for a formula and "#N/A" for an error, and refuses control signs."""
    cells = large("openpyxl").cell
    cell = cells.WriteOnlyCell(page, cells.cell.ILLEGAL_CHARACTERS_RE.sub("", words))
    cell.data_type = "s"
    return cell
