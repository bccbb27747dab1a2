"""Stacks of scanned paper: separator sheets carry the dossier's code and the paper's number, and begin a part."""

import re
from collections.abc import Sequence
from dataclasses import dataclass

from motcua.kernel.codes import dossier_code_normal

_SHEET = re.compile(r"(.+)/([0-9]{1,3})")


@dataclass(frozen=True, slots=True)
class Sheet:
    """What a separator sheet says: which dossier, and which of its papers follows (0 for other papers)."""

    code: str
    component: int


@dataclass(frozen=True, slots=True)
class Part:
    """The pages that follow a separator sheet, by their place in the stack; None before the first sheet."""

    sheet: Sheet | None
    pages: tuple[int, ...]


def sheet_text(code: str, component: int) -> str:
    """Write what stands in the barcode of a separator sheet."""
    return f"{code}/{component}"


def sheet_of(text: str) -> Sheet | None:
    """Read a barcode; the barcode of a receipt, or of anything else, is no separator."""
    found = _SHEET.fullmatch(text.strip())
    code = dossier_code_normal(found[1]) if found else None
    return Sheet(code, int(found[2])) if found and code else None


def sheets_of(barcodes: Sequence[Sequence[str]]) -> list[Sheet | None]:
    """Tell for each page whether it is a separator sheet, from the barcodes read on it."""
    return [next((sheet for text in page if (sheet := sheet_of(text))), None) for page in barcodes]


def split(pages: Sequence[Sheet | None]) -> list[Part]:
    """Split a stack at its separator sheets; a sheet that nothing follows makes no part."""
    parts: list[tuple[Sheet | None, list[int]]] = [(None, [])]
    for place, sheet in enumerate(pages):
        if sheet is None:
            parts[-1][1].append(place)
        else:
            parts.append((sheet, []))
    return [Part(sheet, tuple(kept)) for sheet, kept in parts if kept]
