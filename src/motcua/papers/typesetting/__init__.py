"""Official papers as PDF: a form of this folder, filled with values, set in the style of Decree 30/2020.

The forms know only layout; what stands in them is composed by the room whose paper it is. The PDF is tagged and
archivable (PDF/A-2a), its letters are those of the fonts beside this file alone, so that it looks the same on
every machine and holds every Vietnamese letter. About ten milliseconds a paper in a warm process.
"""

import json
from collections.abc import Mapping
from datetime import UTC, datetime
from functools import cache
from pathlib import Path
from threading import Lock
from typing import Any

from typst import Compiler, Fonts, TypstError

from motcua.kernel.text import nfc

FOLDER = Path(__file__).parent
FORMS = frozenset(path.stem for path in (FOLDER / "forms").glob("*.typ"))
_AT_WORK = Lock()


class Unprintable(ValueError):
    """A form does not exist, or lacks a value it needs; the text says which."""


def typeset(form: str, values: Mapping[str, Any], *, at: datetime, mark: str = "") -> bytes:
    """Return a form filled with values as PDF; the same values and moment give the same bytes.

    `values` are texts, numbers, lists and mappings as JSON has them; `mark` stands across every page. Raises
    Unprintable.
    """
    if form not in FORMS:
        raise Unprintable(f"no form {form}")
    data = nfc(json.dumps(values, ensure_ascii=False))
    with _AT_WORK:  # the compiler keeps what it has read between papers, and works for one at a time
        try:
            paper = _compiler().compile(
                FOLDER / "forms" / f"{form}.typ",
                format="pdf",
                sys_inputs={"data": data, "mark": mark},
                pdf_standards="a-2a",
                timestamp=at.astimezone(UTC).replace(microsecond=0),  # whole seconds, a fixed offset
            )
        except TypstError as error:
            raise Unprintable(f"{form}: {error.message}") from error
    if not isinstance(paper, bytes):
        raise Unprintable(f"{form}: no paper came of it")
    return paper


@cache
def _compiler() -> Compiler:
    fonts = Fonts(include_system_fonts=False, include_embedded_fonts=False, font_paths=[FOLDER / "fonts"])
    return Compiler(root=FOLDER, font_paths=fonts)
