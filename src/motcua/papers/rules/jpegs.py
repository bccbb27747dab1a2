"""Taking everything out of a JPEG but the picture, without decoding it."""

from collections.abc import Iterator

# Kept: the picture's own segments, JFIF (APP0), the colour transform of Adobe (APP14).
_DROPPED = frozenset(range(0xE1, 0xF0)) - {0xEE} | {0xFE}
_START_OF_SCAN, _END = 0xDA, 0xD9


def stripped(data: bytes) -> bytes:
    """Give the same picture without metadata: no place, no camera, no thumbnail, no remark.

    What follows the picture (phones hide films and second pictures there) goes too. Data that is not a JPEG
    comes back as it is.
    """
    if not data.startswith(b"\xff\xd8"):
        return data
    try:
        kept = [data[start:end] for marker, start, end in _segments(data) if marker not in _DROPPED]
    except (IndexError, ValueError):
        return data
    return b"\xff\xd8" + b"".join(kept)


def orientation_segment(orientation: int) -> bytes:
    """Write an EXIF segment that says nothing but which way is up."""
    entry = b"\x01\x12\x00\x03\x00\x00\x00\x01" + orientation.to_bytes(2) + b"\x00\x00"
    tiff = b"MM\x00\x2a\x00\x00\x00\x08\x00\x01" + entry + b"\x00\x00\x00\x00"
    body = b"Exif\x00\x00" + tiff
    return b"\xff\xe1" + (len(body) + 2).to_bytes(2) + body


def _segments(data: bytes) -> Iterator[tuple[int, int, int]]:
    """Give marker, start and end of each segment after the first mark; the scans come as one, to the end mark."""
    at = 2
    while True:
        if data[at] != 0xFF:
            raise ValueError("no marker where one belongs")
        marker = data[at + 1]
        if marker == 0xFF:
            at += 1
            continue
        if marker == _END:
            yield marker, at, at + 2
            return
        end = at + 2 + int.from_bytes(data[at + 2 : at + 4])
        if marker == _START_OF_SCAN:
            end = _scan_end(data, end)
        yield marker, at, end
        at = end


def _scan_end(data: bytes, at: int) -> int:
    """Find the next marker after a scan: 0xFF followed by neither a stuffed zero nor a restart mark."""
    while True:
        at = data.index(b"\xff", at)
        following = data[at + 1]
        if following == 0 or 0xD0 <= following <= 0xD7:
            at += 2
        elif following == 0xFF:
            at += 1
        else:
            return at
