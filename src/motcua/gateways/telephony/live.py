"""Missed calls from the call-back files that a mobile gateway writes: one file, or a folder of them.

Where reading stands in each file is kept beside the product, not in the gateway's folder, which may be read-only.
It moves on only when the calls are safely kept; after a crash in between they are told again under the same keys.
It takes calls only: a trunk that rings out waits for an operator (docs/adr/0012).
"""

import json
from collections.abc import Iterator
from pathlib import Path
from typing import NoReturn

from motcua.gateways.errors import NotSupplied, Refused, Unavailable
from motcua.gateways.telephony.lines import read_line
from motcua.gateways.telephony.port import BadLine, MissedCall, Told

KINDS = (".csv", ".txt", ".jsonl", ".ndjson")
LONGEST = 1000
Places = dict[str, list[int]]
"""By file name: which file it is (its inode), the bytes read, the lines read."""


class CallBackFile:
    """Reads complete lines only: what a gateway is still writing waits for its end of line."""

    def __init__(self, source: Path, notebook: Path) -> None:
        if not source.exists():
            raise NotSupplied(
                f"MOTCUA_TELEPHONY=live: {source} is no file or folder. Give MOTCUA_CALLBACK_FILE the file or folder "
                "into which the mobile gateway writes number;called;time."
            )
        self._source = source
        self._notebook = notebook

    def missed(self, limit: int) -> Told:
        """Tell the calls after the place that was confirmed."""
        calls: list[MissedCall] = []
        bad: list[BadLine] = []
        places = self._places()
        try:
            for path in self._files():
                for found in _read(path, places, limit - len(calls) - len(bad)):
                    (calls if isinstance(found, MissedCall) else bad).append(found)  # type: ignore[arg-type]
        except OSError as error:
            raise Unavailable(str(error)) from error
        return Told(tuple(sorted(calls, key=lambda one: one.at)), tuple(bad), json.dumps(places))

    def confirm(self, upto: str) -> None:
        """Keep the place, by renaming: after a crash it is the old one or the new one."""
        fresh = self._notebook.with_suffix(".new")
        try:
            self._notebook.parent.mkdir(parents=True, exist_ok=True)
            fresh.write_text(upto, "utf-8")
            fresh.replace(self._notebook)
        except OSError as error:
            raise Unavailable(str(error)) from error

    def ring(self, number: str, called: str) -> NoReturn:  # noqa: ARG002 - whoever it is
        """Refuse: a file rings nobody; the officer's own telephone does."""
        raise Refused("a call-back file rings nobody")

    def _places(self) -> Places:
        if not self._notebook.exists():
            return {}
        kept: Places = json.loads(self._notebook.read_text("utf-8"))
        return kept

    def _files(self) -> list[Path]:
        if self._source.is_file():
            return [self._source]
        return sorted(one for one in self._source.iterdir() if one.suffix in KINDS and one.is_file())


def _read(path: Path, places: Places, limit: int) -> Iterator[MissedCall | BadLine]:
    """Read on in one file and move its place; a file that was replaced or cut is read from its start."""
    state = path.stat()
    inode, offset, line = places.get(path.name, [state.st_ino, 0, 0])
    if inode != state.st_ino or offset > state.st_size:
        offset = line = 0
    with path.open("rb") as stream:
        stream.seek(offset)
        while limit > 0 and (raw := stream.readline()).endswith(b"\n"):
            offset, line = offset + len(raw), line + 1
            found = read_line(raw[:LONGEST].decode("utf-8", "replace"), f"{path.name}:{line}")
            if found is not None:
                limit -= 1
                yield found
    places[path.name] = [state.st_ino, offset, line]
