"""Small real files: photos of a paper and a PDF, with a heading and lines where text would stand."""

import io

from PIL import Image, ImageDraw, ImageFont

SIZE = (744, 1052)
INK, PAPER = (40, 40, 60), (252, 251, 246)


def photo(heading: str, seed: int = 0) -> io.BytesIO:
    """Make a JPEG of a paper."""
    return _saved(_drawn(heading, seed), "JPEG", quality=70)


def pdf(heading: str, seed: int = 0) -> io.BytesIO:
    """Make a PDF of one page."""
    return _saved(_drawn(heading, seed), "PDF", resolution=90)


def _saved(picture: Image.Image, kind: str, **how: int) -> io.BytesIO:
    stream = io.BytesIO()
    picture.save(stream, kind, **how)
    stream.seek(0)
    return stream


def _drawn(heading: str, seed: int) -> Image.Image:
    picture = Image.new("RGB", SIZE, PAPER)
    pen = ImageDraw.Draw(picture)
    pen.text((SIZE[0] / 2, 90), "CONG HOA XA HOI CHU NGHIA VIET NAM", INK, ImageFont.load_default(22), "mm")
    pen.text((SIZE[0] / 2, 190), heading, INK, ImageFont.load_default(34), "mm")
    pen.text((SIZE[0] / 2, 235), "(BAN TRINH DIEN)", INK, ImageFont.load_default(20), "mm")
    for line in range(18):
        right = 300 + (seed * 97 + line * 61) % 380
        pen.line([(70, 300 + line * 36), (right, 300 + line * 36)], (120, 120, 140), 3)
    pen.ellipse([(480, 900), (620, 1010)], outline=(190, 40, 50), width=5)
    return picture
