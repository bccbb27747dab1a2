"""The stored files: copied when they are new, proven against the row that names them, listed in one index.

The index has one line a file, in the order of the folders, so that two of them are read side by side and memory
does not grow with their number.
"""

import os
import shutil
from collections.abc import Iterable, Iterator
from itertools import groupby
from pathlib import Path
from typing import NamedTuple

from motcua.commands.keeping.manifest import digest
from motcua.commands.keeping.rows import Named

ORIGINAL = "original"


class Line(NamedTuple):
    """One file of the index."""

    path: str
    size: int
    changed: int
    sha256: str

    def text(self) -> str:
        """Write it as a line."""
        return "\t".join(map(str, self)) + "\n"


class Known:
    """An index read forward, asked for paths in its own order."""

    def __init__(self, lines: Iterator[Line]) -> None:
        self.lines = lines
        self.now = next(lines, None)

    def find(self, path: str) -> Line | None:
        """Return the line of this path, if there is one."""
        while self.now is not None and self.now.path < path:
            self.now = next(self.lines, None)
        return self.now if self.now is not None and self.now.path == path else None


def lines(index: Path) -> Iterator[Line]:
    """Read an index; one that does not exist is empty."""
    if index.is_file():
        with index.open(encoding="utf-8") as stream:
            for text in stream:
                path, size, changed, sha256 = text.rstrip("\n").split("\t")
                yield Line(path, int(size), int(changed), sha256)


def variants(folder: Path) -> list[str]:
    """List what lies in a file's folder; beginnings have a name with a dot."""
    try:
        return sorted(one.name for one in os.scandir(folder) if not one.name.startswith("."))
    except FileNotFoundError:
        return []


def copy_new(source: Path, target: Path) -> bool:
    """Copy a file unless it is there already; it appears whole or not at all."""
    found = source.stat()
    if same(target, found.st_size, found.st_mtime_ns):
        return False
    target.parent.mkdir(parents=True, exist_ok=True)
    draft = target.with_name(f".{target.name}.part")
    shutil.copyfile(source, draft)
    os.utime(draft, ns=(found.st_mtime_ns, found.st_mtime_ns))
    draft.replace(target)
    return True


def same(path: Path, size: int, changed: int) -> bool:
    """Tell whether a file of this size and moment lies there: files are written once and then never changed."""
    try:
        found = path.stat()
    except FileNotFoundError:
        return False
    return (found.st_size, found.st_mtime_ns) == (size, changed)


def copy_folder(source: Path, target: Path, one: Named) -> int:
    """Copy what is new of one file's folder; return how many were copied. What goes meanwhile is let go."""
    copied = 0
    for name in variants(source / one.folder):
        origin, copy = source / one.folder / name, target / one.folder / name
        try:
            if name != ORIGINAL or not _is_good(origin, copy, one.sha256):
                copied += copy_new(origin, copy)
        except FileNotFoundError:
            continue
    return copied


def spoilt(source: Path, one: Named, line: Line) -> bool:
    """Tell whether the stored original is no more what was stored, while the backup still has it."""
    origin = source / line.path
    changed = origin.is_file() and not same(origin, line.size, line.changed)
    return changed and digest(origin) != one.sha256


def _is_good(origin: Path, copy: Path, sha256: str) -> bool:
    """Tell whether a copy must not be touched: what was damaged at its origin never replaces a good copy."""
    found = origin.stat()
    return copy.is_file() and (same(copy, found.st_size, found.st_mtime_ns) or digest(copy) == sha256)


def listed(root: Path, one: Named, known: Known) -> Iterator[Line]:
    """List one file's folder in the backup; bytes that an earlier index lists unchanged are not read again."""
    for name in variants(root / one.folder):
        path = f"{one.folder}/{name}"
        found = (root / path).stat()
        before = known.find(path)
        if before and (before.size, before.changed) == (found.st_size, found.st_mtime_ns):
            yield before
        else:
            yield Line(path, found.st_size, found.st_mtime_ns, digest(root / path))


def drop_others(root: Path, index: Path) -> None:
    """Remove from the backup what its index does not list: papers whose time is over, and half copies."""
    kept: set[Path] = set()
    for month, entries in groupby(lines(index), key=lambda line: line.path[:7]):
        wanted: dict[str, set[str]] = {}
        for line in entries:
            _, _, folder, name = line.path.split("/")
            wanted.setdefault(folder, set()).add(name)
        kept.add(root / month)
        _drop_in(root / month, wanted)
    for found in root.glob("[0-9][0-9][0-9][0-9]/[0-9][0-9]"):
        if found not in kept:
            shutil.rmtree(found)


def _drop_in(month: Path, wanted: dict[str, set[str]]) -> None:
    for folder in list(os.scandir(month)):
        if folder.name not in wanted:
            shutil.rmtree(folder.path)
            continue
        for one in list(os.scandir(folder.path)):
            if one.name not in wanted[folder.name]:
                Path(one.path).unlink()


def damaged(root: Path, entries: Iterable[Line]) -> Iterator[tuple[Line, str]]:
    """Read each listed file whole; give it with what is wrong with it, or with nothing."""
    for line in entries:
        path = root / line.path
        if not path.is_file():
            yield line, "is missing"
        elif digest(path) != line.sha256:
            yield line, "is not what was copied"
        else:
            yield line, ""
