"""Taking the place, the camera and all other metadata out of a photo before it is kept.

The picture itself is not touched: JPEG and PNG lose whole segments, in HEIC the words are blanked where they
lie. A photo built so oddly that this fails is written anew.
"""

from io import BytesIO
from typing import Any

from PIL import Image

from motcua.papers import images
from motcua.papers.errors import Refused
from motcua.papers.rules import jpegs, pngs
from motcua.papers.rules.kinds import HEIC, JPEG, Kind
from motcua.papers.rules.orientation import UPRIGHT, empty_tiff, tiff

_ORIENTATION = 0x0112
_EXIF = b"Exif\x00\x00"
_JPEG = (jpegs.stripped, jpegs.with_exif)
_PNG = (pngs.stripped, pngs.with_exif)


def bare(data: bytes, kind: Kind) -> bytes:
    """Give the photo without metadata but its orientation. Raises Refused."""
    try:
        with Image.open(BytesIO(data), formats=images.FORMATS) as image:
            return _bare(data, kind, image)
    except (OSError, SyntaxError, ValueError) as error:
        raise Refused(images.BROKEN, "broken_image") from error


def _bare(data: bytes, kind: Kind, image: Image.Image) -> bytes:
    try:
        if kind is HEIC:
            return _blanked(data, image.info)
        orientation = image.getexif().get(_ORIENTATION, UPRIGHT)
        stripped, with_exif = _JPEG if kind is JPEG else _PNG
        left = stripped(data)
        return with_exif(left, tiff(orientation)) if orientation in range(2, 9) else left
    except ValueError:
        return _written_anew(image)


def _blanked(data: bytes, info: dict[Any, Any]) -> bytes:
    exif = bytes(info.get("exif") or b"").removeprefix(_EXIF)
    left = _replaced(data, exif, empty_tiff(len(exif)))
    xmp = bytes(info.get("xmp") or b"")
    return _replaced(left, xmp, b" " * len(xmp))


def _replaced(data: bytes, old: bytes, new: bytes) -> bytes:
    if old and old not in data:
        raise ValueError("the metadata lies in pieces")
    return data.replace(old, new) if old else data


def _written_anew(image: Image.Image) -> bytes:
    made = BytesIO()
    upright = images.turned(image)
    Image.frombytes(upright.mode, upright.size, upright.tobytes()).save(made, image.format, quality=90)
    return made.getvalue()
