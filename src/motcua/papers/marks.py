"""Reading the machine-readable marks of a scanned sheet: QR codes and barcodes."""

import tempfile
from pathlib import Path
from typing import Protocol

import zxingcpp

from motcua.papers.errors import Refused
from motcua.papers.images import upright

LONGEST = 2400
"""Enough points for a code on a sheet of A4 at 200 dots an inch."""
MOST_BYTES = 20 * 1024 * 1024


class Readable(Protocol):
    """What can be read as bytes: an uploaded file, an open one."""

    def read(self, size: int, /) -> bytes:
        """Give at most so many bytes."""


def marks_in(stream: Readable) -> list[str]:
    """List the texts of the codes in a photo or scan (JPEG, PNG, HEIF). Raises Refused for anything else."""
    with tempfile.NamedTemporaryFile() as kept:
        kept.write(stream.read(MOST_BYTES))
        kept.flush()
        with upright(Path(kept.name), LONGEST) as image:
            return [found.text for found in zxingcpp.read_barcodes(image)]


__all__ = ["Refused", "marks_in"]
