"""A simulator's memory: lines of JSON in a file, shared by processes, kept over restarts."""

import fcntl
import json
from collections import deque
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import BinaryIO


@dataclass(frozen=True)
class Entry:
    """One call of a simulator and what it answered."""

    at: str
    key: str
    to: str
    subject: str
    text: str
    outcome: str


class Journal:
    """Reads what it has not read yet, under the file's lock, and appends."""

    def __init__(self, path: Path) -> None:
        self._path = path
        self._read_to = 0
        self._outcomes: dict[str, list[str]] = {}

    @contextmanager
    def opened(self) -> Iterator["Page"]:
        """Hold the file alone."""
        self._path.parent.mkdir(parents=True, exist_ok=True)
        with self._path.open("a+b") as stream:
            fcntl.flock(stream, fcntl.LOCK_EX)
            self._catch_up(stream)
            yield Page(stream, self._outcomes)

    def newest(self, limit: int, to: str = "") -> list[Entry]:
        """List the newest entries that were accepted, newest first; `to` keeps addresses that contain it."""
        if not self._path.exists():
            return []
        kept: deque[Entry] = deque(maxlen=limit)
        with self._path.open("rb") as stream:
            for line in stream:
                entry = Entry(**json.loads(line))
                if entry.outcome == "accepted" and to in entry.to:
                    kept.append(entry)
        return list(reversed(kept))

    def _catch_up(self, stream: BinaryIO) -> None:
        if stream.seek(0, 2) < self._read_to:
            self._read_to, self._outcomes = 0, {}
        stream.seek(self._read_to)
        for line in stream:
            entry = json.loads(line)
            self._outcomes.setdefault(entry["key"], []).append(entry["outcome"])
        self._read_to = stream.tell()


class Page:
    """The journal while it is held."""

    def __init__(self, stream: BinaryIO, outcomes: dict[str, list[str]]) -> None:
        self._stream = stream
        self._outcomes = outcomes

    def outcomes(self, key: str) -> list[str]:
        """Tell what was answered to this key so far."""
        return self._outcomes.get(key, [])

    def note(self, entry: Entry) -> None:
        """Append what is answered now."""
        self._stream.write(json.dumps(asdict(entry), ensure_ascii=False).encode() + b"\n")
        self._stream.flush()
