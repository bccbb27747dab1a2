"""The guides of `docs/guide`, as they are read in the product; a wheel carries them beside the code."""

from dataclasses import dataclass
from functools import cache
from pathlib import Path

from PIL import Image

from motcua.bootstrap.home import PACKAGE
from motcua.web.shared import prose

KINDS = ("citizen", "officer", "clerk", "head", "without-line")
PREFIX = "guide"
"""What stands before the names of their pictures among the static files."""
PHONE = 540
"""Pixels of a picture that was taken of a phone, one and a half to each of the page."""


@dataclass(frozen=True)
class Shown:
    """A picture as a page shows it: its name among the static files, its size there, its weight."""

    name: str
    width: int
    height: int
    weight: int


@dataclass(frozen=True)
class Guide:
    """A guide: its title, what it holds, its headings, its pictures by the place where they are named."""

    title: str
    blocks: tuple[prose.Block, ...]
    parts: tuple[prose.Heading, ...]
    pictures: dict[str, Shown]


def folder() -> Path:
    """Find the guides: in the package, or in the clone."""
    packed = PACKAGE / PREFIX
    return packed if packed.is_dir() else PACKAGE.parents[1] / "docs/guide"


@cache
def guide(kind: str, language: str) -> Guide:
    """Read a guide in a language."""
    place = folder() / language / f"{kind}.md"
    blocks = prose.read(place.read_text(encoding="utf-8"))
    title, *headings = [one for one in blocks if isinstance(one, prose.Heading)]
    parts = tuple(one for one in headings if one.depth == 2)
    pictures = {one.file: _shown(place.parent / one.file) for one in _pictures(blocks)}
    return Guide("".join(one.text for one in title.words), blocks[1:], parts, pictures)


def _pictures(blocks: tuple[prose.Block, ...]) -> list[prose.Picture]:
    found = []
    for one in blocks:
        if isinstance(one, prose.Picture):
            found.append(one)
        elif isinstance(one, prose.Items):
            found += [inner for item in one.items for inner in _pictures(item)]
    return found


def _shown(file: Path) -> Shown:
    with Image.open(file) as picture:
        width, height = picture.size
    scale = 1.5 if width == PHONE else 1
    name = "/".join((PREFIX, *file.parts[-2:]))
    return Shown(name, round(width / scale), round(height / scale), file.stat().st_size)
