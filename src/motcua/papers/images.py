"""Photos, opened under limits: one or two at a time, never more points than a good phone makes."""

import threading
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from PIL import Image, ImageOps, UnidentifiedImageError
from pillow_heif import register_heif_opener

from motcua.kernel.words import mark
from motcua.papers.errors import Refused

MOST_POINTS = 64_000_000
MOST_SIDE = 20_000
FORMATS = ("JPEG", "PNG", "HEIF")

# A photo needs about 4 bytes a point while it is decoded; this bounds what all threads of a process take.
_at_once = threading.BoundedSemaphore(2)

register_heif_opener(thumbnails=False)
Image.MAX_IMAGE_PIXELS = (
    None  # the size is read from the head and judged by `_opened`, before anything is decoded
)

BROKEN = mark("Không đọc được ảnh này. Hãy chụp lại hoặc lưu lại ảnh rồi tải lên lần nữa.")
TOO_MANY_POINTS = mark(
    "Ảnh có kích thước điểm ảnh quá lớn nên hệ thống không mở. "
    "Hãy chụp lại ở độ phân giải thường của điện thoại rồi tải lên."
)


def check(path: Path) -> None:
    """Decode a photo to the end, as small as its format allows. Raises Refused."""
    with _opened(path) as image:
        image.draft("RGB", (image.width // 8, image.height // 8))
        image.load()


@contextmanager
def upright(path: Path, longest: int) -> Iterator[Image.Image]:
    """Give a photo turned the right way up, in colour or grey, its longest side at most `longest`."""
    with _opened(path) as image:
        image.draft("RGB", (longest, longest))
        image.thumbnail((longest, longest), Image.Resampling.LANCZOS, reducing_gap=2.0)
        yield turned(image)


def turned(image: Image.Image) -> Image.Image:
    """Turn a photo the right way up, in plain colour or grey."""
    return _plain(ImageOps.exif_transpose(image))


def _plain(image: Image.Image) -> Image.Image:
    if image.mode in ("RGB", "L"):
        return image
    if image.mode in ("1", "I", "I;16", "F"):
        return image.convert("L") if image.mode == "1" else image.point(lambda v: v / 256).convert("L")
    if image.mode in ("RGBA", "LA", "PA") or "transparency" in image.info:
        clear = image.convert("RGBA")
        paper = Image.new("RGB", clear.size, "white")
        paper.paste(clear, mask=clear.getchannel("A"))
        return paper
    return image.convert("RGB")


@contextmanager
def _opened(path: Path) -> Iterator[Image.Image]:
    with _at_once:
        try:
            with Image.open(path, formats=FORMATS) as image:
                if image.width * image.height > MOST_POINTS or max(image.size) > MOST_SIDE:
                    raise Refused(TOO_MANY_POINTS, "too_many_points")
                yield image
        except (UnidentifiedImageError, OSError, SyntaxError, ValueError, EOFError, MemoryError) as error:
            raise Refused(BROKEN, "broken_image") from error
