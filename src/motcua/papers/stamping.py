"""A strip at the foot of a paper's first page with the address where it can be verified; before it is signed."""

from datetime import datetime
from io import BytesIO

import segno
from pikepdf import Page, Pdf, PdfError, Rectangle

from motcua.papers import pdfs
from motcua.papers.errors import Refused
from motcua.papers.typesetting import typeset

HEIGHT, WIDTH, MARGIN = 44, 330, 14
"""In points: a strip low enough for the margin that Decree 30/2020 leaves (20 mm)."""


def stamp(pdf: bytes, *, address: str, at: datetime) -> bytes:
    """Return a paper with the strip. One that bears a signature stays as it is: nothing may be added to it.

    Raises Refused for what is no PDF.
    """
    try:
        with Pdf.open(BytesIO(pdf)) as paper:
            if _signed(paper):
                return pdf
            with Pdf.open(BytesIO(_strip(address, at))) as strip:
                _lay(paper.pages[0], strip.pages[0])
                made = BytesIO()
                paper.save(made, linearize=False)
                return made.getvalue()
    except PdfError as error:
        raise Refused(pdfs.BROKEN, "broken_pdf") from error


def _signed(paper: Pdf) -> bool:
    form = paper.Root.get("/AcroForm")
    return form is not None and bool(int(form.get("/SigFlags", 0)) & 1)


def _lay(page: Page, strip: Page) -> None:
    left, bottom = (float(side) for side in page.mediabox[:2])
    box = Rectangle(left + MARGIN, bottom + 4, left + MARGIN + WIDTH, bottom + 4 + HEIGHT)
    page.add_overlay(strip, box)


def _strip(address: str, at: datetime) -> bytes:
    drawn = BytesIO()
    segno.make(address, error="m").save(drawn, kind="svg", border=1, xmldecl=False)
    return typeset(
        "strip", {"title": "Kiểm tra kết quả", "qr": drawn.getvalue().decode(), "address": address}, at=at
    )
