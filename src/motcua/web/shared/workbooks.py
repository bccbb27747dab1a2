"""A list to take away as a workbook. Words stay words there: a name that begins with "=" is no formula."""

import io
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from django.http import HttpResponse

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
    # The library takes 34 MB of each process, for a file that an office takes once a month.
    from openpyxl import Workbook  # noqa: PLC0415
    from openpyxl.cell import WriteOnlyCell  # noqa: PLC0415
    from openpyxl.cell.cell import ILLEGAL_CHARACTERS_RE  # noqa: PLC0415

    book = Workbook(write_only=True)
    for leaf in leaves:
        page = book.create_sheet(leaf.title)
        for row in leaf.rows:
            cells: list[object] = []
            for value in row:
                if isinstance(value, str):
                    cell = WriteOnlyCell(page, ILLEGAL_CHARACTERS_RE.sub("", value))
                    cell.data_type = "s"  # openpyxl takes "=…" for a formula, "#N/A" for an error
                    cells.append(cell)
                else:
                    cells.append(value)
            page.append(cells)
    out = io.BytesIO()
    book.save(out)
    answer = HttpResponse(out.getvalue(), content_type=XLSX)
    answer["Content-Disposition"] = disposition(f"{name}.xlsx")
    return answer
