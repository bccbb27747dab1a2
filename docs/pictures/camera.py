"""What all pictures of the documents share: the windows, few colours, frames around what the text speaks of."""

import io
import os
import re
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from PIL import Image, ImageDraw, ImageFont
from playwright.sync_api import Locator, Page

ROOT = Path(__file__).resolve().parents[2]
CHROMIUM = os.environ.get("MOTCUA_CHROMIUM", "/usr/bin/chromium")
PHONE, DESK = {"width": 360, "height": 740}, {"width": 1366, "height": 768}
COLOURS = 96
TOKENS = ROOT / "src/motcua/web/shared/assets/css/tokens.css"
AROUND, PAD, LINE, BADGE = 22, 5, 3, 11
"""In pixels of the page: what is kept around the frames, from element to frame, the line, half of a number's disc."""


@dataclass(frozen=True)
class Box:
    """A place on a page, in its pixels."""

    left: float
    top: float
    right: float
    bottom: float

    def wider(self, by: float) -> "Box":
        """Give the place with so much around it."""
        return Box(self.left - by, self.top - by, self.right + by, self.bottom + by)

    def within(self, width: float, height: float) -> "Box":
        """Give what of it lies on a page of this size."""
        return Box(max(0, self.left), max(0, self.top), min(width, self.right), min(height, self.bottom))


def around(boxes: Sequence[Box]) -> Box:
    """Give the smallest place that holds all of these."""
    return Box(
        min(one.left for one in boxes),
        min(one.top for one in boxes),
        max(one.right for one in boxes),
        max(one.bottom for one in boxes),
    )


def place_of(element: Locator) -> Box:
    """Find where an element stands on its page, from the page's beginning."""
    found = element.evaluate(
        "one => { const at = one.getBoundingClientRect();"
        " return [at.left + scrollX, at.top + scrollY, at.right + scrollX, at.bottom + scrollY]; }"
    )
    return Box(*found)


def seen(page: Page, marks: Sequence[Locator], *, beside: Sequence[Locator] = (), phone: bool) -> Image.Image:
    """Take a picture of the part of a page that holds these elements, each in a frame with its number."""
    page.evaluate("scrollTo(0, 0)")
    frames = [place_of(one) for one in marks]
    part = around([*frames, *(place_of(one) for one in beside)]).wider(AROUND)
    shot = _all_of(page, phone)
    scale = shot.width / page.evaluate("document.documentElement.clientWidth")
    width, height = shot.width / scale, shot.height / scale
    part = (Box(0, part.top, width, part.bottom) if phone else part).within(width, height)
    for number, frame in enumerate(frames, start=1):
        draw_frame(shot, frame.wider(PAD).within(width - 1, height - 1), number, scale)
    return shot.crop(tuple(round(edge * scale) for edge in (part.left, part.top, part.right, part.bottom)))


def _all_of(page: Page, phone: bool) -> Image.Image:
    # Chromium, asked for a whole page, forgets that a phone has no mouse: so the phone is made long for a moment.
    if not phone:
        return Image.open(io.BytesIO(page.screenshot(full_page=True, animations="disabled"))).convert("RGB")
    size = page.viewport_size or PHONE
    whole = {"width": size["width"], "height": page.evaluate("document.documentElement.scrollHeight")}
    page.set_viewport_size(whole)  # type: ignore[arg-type]
    taken = page.screenshot(animations="disabled")
    page.set_viewport_size(size)
    return Image.open(io.BytesIO(taken)).convert("RGB")


def draw_frame(picture: Image.Image, frame: Box, number: int, scale: float) -> None:
    """Draw a frame and, on its upper left corner, its number."""
    pen, colour = ImageDraw.Draw(picture), token("lotus")
    edges = [frame.left * scale, frame.top * scale, frame.right * scale, frame.bottom * scale]
    pen.rounded_rectangle(edges, radius=6 * scale, outline=colour, width=round(LINE * scale))
    half = BADGE * scale
    x = min(max(edges[0] + half * 0.3, half), picture.width - half)
    y = min(max(edges[1], half), picture.height - half)
    pen.ellipse(
        [x - half, y - half, x + half, y + half],
        fill=colour,
        outline=token("paper"),
        width=round(1.5 * scale),
    )
    font = ImageFont.load_default(size=14 * scale)
    pen.text((x, y), str(number), fill=token("paper"), font=font, anchor="mm")


def token(name: str) -> str:
    """Give a colour of the house by its name."""
    found = re.search(rf"--{name}: (#[0-9a-f]{{6}})", TOKENS.read_text("utf-8"))
    if found is None:
        raise SystemExit(f"no colour {name} in {TOKENS.name}")
    return found[1]


def few(picture: Image.Image, colours: int = COLOURS) -> Image.Image:
    """Give the picture in few colours: pictures of pages need no more."""
    return picture.convert("RGB").quantize(colours, dither=Image.Dither.NONE)


def small(picture: Image.Image, most: int) -> bytes:
    """Give the picture as a file no larger than this, in as many colours as that allows."""
    for colours in (COLOURS, 48, 24, 12):
        stream = io.BytesIO()
        few(picture, colours).convert("RGB").save(stream, "WEBP", lossless=True, method=4, quality=100)
        if stream.tell() <= most:
            return stream.getvalue()
    raise SystemExit(f"a picture of {picture.size} does not fit into {most} bytes")
