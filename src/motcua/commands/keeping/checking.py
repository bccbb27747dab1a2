"""Tells whether a backup is whole: every part is there and is what was copied; what is not, is named."""

from collections.abc import Iterator
from pathlib import Path

from motcua.bootstrap.secrets import Secrets
from motcua.commands.keeping import files, keys, manifest
from motcua.commands.keeping.manifest import Manifest
from motcua.commands.progress import Progress


def parts(folder: Path, whole: Manifest) -> list[str]:
    """Name the damaged ones of dump, index and anchors."""
    return [said for name in whole.parts if (said := _part(folder, whole, name))]


def stored(folder: Path, whole: Manifest, *, quiet: bool) -> list[str]:
    """Read every stored file whole and name the damaged ones."""
    found = []
    with Progress("files proven", total=whole.files, quiet=quiet) as step:
        for line, problem in files.damaged(folder / "files", files.lines(folder / whole.index)):
            step.advance()
            found += [f"files/{line.path} {problem}"] if problem else []
    return found


def wrong_keys(whole: Manifest, keep: Secrets, where: Path) -> Iterator[str]:
    """Name the keys that did not seal this backup."""
    for name in keys.differing(whole.keys, keep):
        yield f"the key '{name}' of {where} is not the one of this backup: what it sealed would stay unreadable"


def _part(folder: Path, whole: Manifest, name: str) -> str:
    if not (folder / name).is_file():
        return f"{name} is missing"
    return "" if manifest.part(folder / name) == whole.parts[name] else f"{name} is not what was copied"
