"""Reading the barcodes on the pages of a PDF: in a process of its own, which a hostile picture may break.

`python -m motcua.papers.reading_sheets FILE` writes for each page the list of its Code 128 texts, as JSON.
"""

import json
import sys
from collections.abc import Iterator
from pathlib import Path

import pikepdf
import zxingcpp
from PIL import Image

from motcua.papers import pdfs

SMALLEST = 300
"""A picture of fewer points a side is no scanned page."""
LONGEST = 2400


def barcodes(path: Path) -> list[list[str]]:
    """Give the Code 128 texts on each page of a PDF, read from the pictures that scanners make of pages."""
    with pdfs.opened(path) as pdf:
        return [[text for picture in _pictures(page) for text in _texts(picture)] for page in pdf.pages]


def _pictures(page: pikepdf.Page) -> Iterator[Image.Image]:
    for raw in page.images.values():
        try:
            picture = pikepdf.PdfImage(raw).as_pil_image()  # type: ignore[arg-type]
        except (pikepdf.PdfError, NotImplementedError, OSError, ValueError, TypeError, RuntimeError):
            continue  # a kind of picture that cannot be opened here: its page stays a page without a barcode
        if min(picture.size) >= SMALLEST:
            yield picture


def _texts(picture: Image.Image) -> list[str]:
    picture = picture.convert("L")
    picture.thumbnail((LONGEST, LONGEST))
    kinds = zxingcpp.BarcodeFormats([zxingcpp.BarcodeFormat.Code128])
    return [one.text for one in zxingcpp.read_barcodes(picture, formats=kinds)]


if __name__ == "__main__":
    sys.stdout.write(json.dumps(barcodes(Path(sys.argv[1]))))
