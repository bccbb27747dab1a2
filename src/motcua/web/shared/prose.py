"""The few marks in which guides are written, read into blocks for a template: headings, lists, tables, pictures.

It is the part of Markdown that the guides use, no more.
"""

import re
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from itertools import count

HEADING = re.compile(r"(#+) (.*)")
PICTURE = re.compile(r"!\[(.*?)\]\((.*?)\)")
ITEM = re.compile(r"(\d+\. |- \[ \] |- )(.*)")
PIECE = re.compile(r"\*\*(?P<shown>.+?)\*\*|`(?P<typed>.+?)`|\[(?P<link>.+?)\]\((?P<href>.+?)\)")
STYLES = {"- ": "remarks", "- [ ] ": "ticks"}


@dataclass(frozen=True)
class Piece:
    """Some words: plain, shown on a screen, typed, or a link with its address."""

    kind: str
    text: str
    href: str = ""


Words = tuple[Piece, ...]


@dataclass(frozen=True)
class Heading:
    """A heading, with its place on the page."""

    depth: int
    words: Words
    anchor: str
    kind: str = "heading"


@dataclass(frozen=True)
class Paragraph:
    """A paragraph."""

    words: Words
    kind: str = "paragraph"


@dataclass(frozen=True)
class Picture:
    """A picture: its file, and what it shows for who does not see it."""

    file: str
    told: str
    kind: str = "picture"


@dataclass(frozen=True)
class Items:
    """A list of steps, of things to tick, or of remarks; each item holds blocks of its own."""

    style: str
    items: "tuple[tuple[Block, ...], ...]"
    kind: str = "items"


@dataclass(frozen=True)
class Table:
    """A table with its head."""

    head: tuple[Words, ...]
    rows: tuple[tuple[Words, ...], ...]
    kind: str = "table"


Block = Heading | Paragraph | Picture | Items | Table


def read(text: str) -> tuple[Block, ...]:
    """Read a whole text."""
    return tuple(_blocks(text.splitlines(), count(1)))


def words(text: str) -> Words:
    """Read the words of a line."""
    found, at = [], 0
    for one in PIECE.finditer(text):
        found.append(Piece("plain", text[at : one.start()]))
        kind = next(name for name in ("shown", "typed", "link") if one[name])
        found.append(Piece(kind, one[kind], one["href"] or ""))
        at = one.end()
    found.append(Piece("plain", text[at:]))
    return tuple(one for one in found if one.text)


def _blocks(lines: Sequence[str], numbers: "count[int]") -> Iterator[Block]:
    at = 0
    while at < len(lines):
        line = lines[at]
        if not line.strip():
            at += 1
        elif heading := HEADING.fullmatch(line):
            at += 1
            yield Heading(len(heading[1]), words(heading[2]), f"s{next(numbers)}")
        elif picture := PICTURE.fullmatch(line):
            at += 1
            yield Picture(picture[2], picture[1])
        else:
            make, holds = _kind_of(line)
            end = _end(lines, at + 1, holds)
            yield make(lines[at:end], numbers)
            at = end


def _kind_of(
    line: str,
) -> tuple[Callable[[Sequence[str], "count[int]"], Block], Callable[[str], bool]]:
    if line.startswith("|"):
        return _table, lambda one: one.startswith("|")
    if item := ITEM.fullmatch(line):
        style = _style(item[1])
        return _items, lambda one: _belongs(one, style)
    return _paragraph, lambda one: bool(one.strip()) and not _begins(one)


def _end(lines: Sequence[str], at: int, holds: Callable[[str], bool]) -> int:
    while at < len(lines) and holds(lines[at]):
        at += 1
    return at


def _begins(line: str) -> bool:
    return line.startswith("|") or any(mark.fullmatch(line) for mark in (HEADING, PICTURE, ITEM))


def _belongs(line: str, style: str) -> bool:
    item = ITEM.fullmatch(line)
    return not line.strip() or line.startswith("  ") or (item is not None and _style(item[1]) == style)


def _style(mark: str) -> str:
    return STYLES.get(mark, "steps")


def _paragraph(lines: Sequence[str], _numbers: "count[int]") -> Paragraph:
    return Paragraph(words(" ".join(one.strip() for one in lines)))


def _items(lines: Sequence[str], numbers: "count[int]") -> Items:
    found: list[list[str]] = []
    style, inner = "", 0
    for line in lines:
        if item := ITEM.fullmatch(line):
            style, inner = _style(item[1]), len(item[1])
            found.append([item[2]])
        else:
            found[-1].append(line[inner:] if line[:inner].isspace() else line.strip())
    return Items(style, tuple(tuple(_blocks(one, numbers)) for one in found))


def _table(lines: Sequence[str], _numbers: "count[int]") -> Table:
    head, _rule, *rows = [tuple(words(cell.strip()) for cell in one.strip("|").split("|")) for one in lines]
    return Table(head, tuple(rows))
