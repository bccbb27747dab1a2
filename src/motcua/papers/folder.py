"""A watched folder: scanners put files into it, the worker takes those that are complete, and loses none.

Below the folder of a place, `done/` holds what was taken and `refused/` what was not, with a text that says why.
A file is moved only after its row has committed: a worker that dies before finds it again, and knows it by its
content. Ages are told by the disk's own clock.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from hashlib import sha256
from pathlib import Path

from motcua.papers.orphans import disk_clock

DONE, REFUSED = "done", "refused"
QUIET_SECONDS = 20.0
"""Nothing was written to the file for so long: the scanner has ended."""
PATIENCE_SECONDS = 600.0
"""A file that cannot be read is refused only after so long: perhaps more of it comes."""
_UNFINISHED = (".tmp", ".part", ".partial", ".crdownload", ".filepart", "~")
_CHUNK = 256 * 1024


@dataclass(frozen=True)
class Found:
    """A file that may be taken; `settled` tells that no more of it will come."""

    path: Path
    digest: bytes
    settled: bool


def places(root: Path) -> list[Path]:
    """List the folders of the places, by name."""
    return sorted(one for one in root.iterdir() if one.is_dir() and not one.is_symlink())


def complete(place: Path) -> Iterator[Found]:
    """Give the complete files of a place, the oldest first; links and hidden files are left alone."""
    moment = disk_clock(place)
    files = [(one.lstat().st_mtime, one) for one in place.iterdir() if _is_file(one)]
    for changed, path in sorted(files):
        if moment - changed >= QUIET_SECONDS:
            yield Found(path, _digest(path), moment - changed >= PATIENCE_SECONDS)


def put_done(found: Found) -> None:
    """Move a file to where those lie that were taken."""
    found.path.replace(_target(found, DONE))


def put_refused(found: Found, why: str) -> None:
    """Move a file to where those lie that were not taken, with a text beside it that says why."""
    target = _target(found, REFUSED)
    target.with_name(f"{target.name}.ly-do.txt").write_text(f"{why}\n", encoding="utf-8")
    found.path.replace(target)


def _target(found: Found, where: str) -> Path:
    folder = found.path.parent / where
    folder.mkdir(exist_ok=True)
    return folder / f"{found.digest.hex()[:8]}-{found.path.name}"


def _is_file(path: Path) -> bool:
    name = path.name.lower()
    return (
        path.is_file()
        and not path.is_symlink()
        and not name.startswith(".")
        and not name.endswith(_UNFINISHED)
    )


def _digest(path: Path) -> bytes:
    content = sha256()
    with path.open("rb") as stream:
        while chunk := stream.read(_CHUNK):
            content.update(chunk)
    return content.digest()
