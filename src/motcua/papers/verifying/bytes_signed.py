"""Where a signature lies in the bytes of a file, checked without any library of PDF."""

import re
from collections.abc import Sequence

from motcua.papers.verifying.der import der_length

_RANGE = re.compile(rb"/ByteRange\s*\[\s*0+\s+(\d{1,10})\s+(\d{1,10})\s+(\d{1,10})\s*\]")
_ONE_CASE = re.compile(rb"(?:[0-9a-f]*|[0-9A-F]*)\Z")


def lies_well(pdf: bytes, byte_range: Sequence[int], content: bytes) -> bool:
    """Tell whether all but the signature itself is signed, from the first byte on, and the signature is just that.

    The gap must hold this content in hex of one case, and behind the signature's own length only zeros: what is
    not signed must not be able to say anything.
    """
    if len(byte_range) != 4 or not _plausible(pdf, *byte_range):
        return False
    _, start, end, _ = byte_range
    written = pdf[start + 1 : end - 1]
    if not _ONE_CASE.match(written) or len(written) % 2 or bytes.fromhex(written.decode()) != content:
        return False
    length = der_length(content)
    return length is not None and not content[length:].strip(b"\x00")


def reaches_end(pdf: bytes, byte_range: Sequence[int]) -> bool:
    """Tell whether the signature covers the file to its last byte."""
    return byte_range[2] + byte_range[3] == len(pdf)


def gaps(pdf: bytes) -> set[int]:
    """Find where signatures lie by the bytes alone, also those that no field leads to any more."""
    found = (tuple(map(int, one.groups())) for one in _RANGE.finditer(pdf))
    return {start for start, end, length in found if _plausible(pdf, 0, start, end, length)}


def _plausible(pdf: bytes, first: int, start: int, end: int, length: int) -> bool:
    inside = first == 0 and 0 < start < end - 1 and length >= 0 and end + length <= len(pdf)
    return inside and pdf[start : start + 1] == b"<" and pdf[end - 1 : end] == b">"
