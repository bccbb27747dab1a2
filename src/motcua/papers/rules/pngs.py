"""Taking everything out of a PNG but the picture, without decoding it."""

from zlib import crc32

_MARK = b"\x89PNG\r\n\x1a\n"
_KEPT = frozenset(
    [
        b"IHDR",
        b"PLTE",
        b"IDAT",
        b"IEND",
        b"tRNS",
        b"gAMA",
        b"cHRM",
        b"sRGB",
        b"iCCP",
        b"sBIT",
        b"pHYs",
        b"bKGD",
    ]
)


def stripped(data: bytes) -> bytes:
    """Give the same picture without texts, times and EXIF. Raises ValueError for what is no whole PNG."""
    kept, at = [_MARK], len(_MARK)
    while at < len(data):
        end = at + 12 + int.from_bytes(data[at : at + 4])
        name = data[at + 4 : at + 8]
        if end > len(data):
            raise ValueError("a chunk is cut")
        if name in _KEPT:
            kept.append(data[at:end])
        if name == b"IEND":
            return b"".join(kept)
        at = end
    raise ValueError("the end is missing")


def with_exif(data: bytes, tiff: bytes) -> bytes:
    """Put an EXIF chunk right after the head of a PNG."""
    head = len(_MARK) + 25
    chunk = b"eXIf" + tiff
    return data[:head] + len(tiff).to_bytes(4) + chunk + crc32(chunk).to_bytes(4) + data[head:]
