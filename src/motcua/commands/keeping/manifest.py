"""The list of what a backup holds, written last: a folder without it is no backup."""

import hashlib
import json
import os
from dataclasses import asdict, dataclass, field
from pathlib import Path

from motcua.bootstrap.errors import BootstrapError

FILE = "manifest.json"
FORMAT = 1
CHUNK = 1024 * 1024


@dataclass(frozen=True, slots=True)
class Part:
    """One file of the backup with what proves it."""

    bytes: int
    sha256: str


@dataclass(frozen=True, slots=True)
class Manifest:
    """What was in the database in the one moment of the snapshot, and where it lies in the folder.

    `heads` are the ends of the ledger's chains, `keys` proofs by which the right keys can be told, `missing` the
    files that a row names and nobody had.
    """

    made_at: str
    version: str
    server: int
    programs: int
    database: str
    index: str
    parts: dict[str, Part]
    tables: dict[str, int]
    heads: dict[str, list[int | str]]
    anchors: int
    files: int
    bytes: int
    keys: dict[str, str]
    migrations: list[str]
    missing: list[str] = field(default_factory=list)
    format: int = FORMAT


def read(folder: Path) -> Manifest:
    """Read the manifest of a backup; refuse a folder that has none, or one that makes no sense."""
    path = folder / FILE
    if not path.is_file():
        raise BootstrapError(
            f"{folder} is no backup: it has no {FILE}, which is written when all is copied.", 4
        )
    try:
        content = json.loads(path.read_text(encoding="utf-8"))
        seal = content.pop("seal")
        if seal != _seal(content) or content["format"] != FORMAT:
            raise ValueError
        content["parts"] = {name: Part(**part) for name, part in content["parts"].items()}
        return Manifest(**content)
    except (ValueError, KeyError, TypeError, AttributeError):
        raise BootstrapError(
            f"{path} is damaged, or was made by another version: use another backup.", 4
        ) from None


def write(folder: Path, manifest: Manifest) -> None:
    """Make the manifest appear whole or not at all, after everything it names is on the disk."""
    content = asdict(manifest)
    content |= {"seal": _seal(content)}
    os.sync()
    draft = folder / f".{FILE}.part"
    with draft.open("w", encoding="utf-8") as out:
        json.dump(content, out, ensure_ascii=False, indent=1, sort_keys=True)
        out.flush()
        os.fsync(out.fileno())
    draft.replace(folder / FILE)
    os.sync()


def part(path: Path) -> Part:
    """Measure one file."""
    return Part(bytes=path.stat().st_size, sha256=digest(path))


def digest(path: Path) -> str:
    """Return the SHA-256 of a file."""
    whole = hashlib.sha256()
    with path.open("rb") as stream:
        while chunk := stream.read(CHUNK):
            whole.update(chunk)
    return whole.hexdigest()


def _seal(content: dict[str, object]) -> str:
    return hashlib.sha256(json.dumps(content, sort_keys=True).encode()).hexdigest()
