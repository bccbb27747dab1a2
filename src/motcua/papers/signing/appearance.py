"""What a signature shows on the page: the first page of a small PDF, drawn into its box."""

import hashlib
from io import BytesIO

from pyhanko.pdf_utils.content import PdfContent
from pyhanko.pdf_utils.layout import BoxConstraints
from pyhanko.pdf_utils.reader import PdfFileReader


class Drawn(PdfContent):
    """A page of another PDF, or nothing."""

    def __init__(self, pdf: bytes) -> None:
        super().__init__()
        self._pdf = pdf

    def render(self) -> bytes:
        """Bring the page along and draw it."""
        if not self._pdf:
            self.box = BoxConstraints(width=1, height=1)
            return b""
        page = self._ensure_writer.import_page_as_xobject(PdfFileReader(BytesIO(self._pdf)))
        name = f"/Drawn{hashlib.sha256(self._pdf).hexdigest()[:16]}"
        self.resources.xobject[name] = page
        left, bottom, right, top = page.get_object()["/BBox"]
        self.box = BoxConstraints(width=abs(right - left), height=abs(top - bottom))
        return f"{name} Do".encode()
