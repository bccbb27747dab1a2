"""Taking everything out of a JPEG but the picture, without decoding it."""

from collections.abc import Iterator

_DROPPED = frozenset(range(0xE1, 0xF0)) - {0xEE} | {0xFE}  # APP1 to APP15 without Adobe's colours; remarks
_COLOURS = b"ICC_PROFILE\x00"
_START_OF_SCAN, _END = 0xDA, 0xD9


def stripped(data: bytes) -> bytes:
    """Give the same picture without metadata: no place, no camera, no thumbnail, no remark.

    What follows the picture (phones hide films and second pictures there) goes too. Raises ValueError when
    the data is not built as a JPEG is.
    """
    if not data.startswith(b"\xff\xd8"):
        raise ValueError("not a JPEG")
    try:
        kept = [data[start:end] for marker, start, end in _segments(data) if _is_kept(data, marker, start)]
    except IndexError as error:
        raise ValueError("a segment is cut") from error
    return b"\xff\xd8" + b"".join(kept)


def with_exif(data: bytes, tiff: bytes) -> bytes:
    """Put an EXIF segment at the beginning of a JPEG, after the JFIF segment when there is one."""
    at = 2
    if data[2:4] == b"\xff\xe0":
        at = 4 + int.from_bytes(data[4:6])
    body = b"Exif\x00\x00" + tiff
    return data[:at] + b"\xff\xe1" + (len(body) + 2).to_bytes(2) + body + data[at:]


def _is_kept(data: bytes, marker: int, start: int) -> bool:
    return marker not in _DROPPED or data[start + 4 : start + 4 + len(_COLOURS)] == _COLOURS


def _segments(data: bytes) -> Iterator[tuple[int, int, int]]:
    """Give marker, start and end of each segment after the first mark; a scan reaches to the next marker."""
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
