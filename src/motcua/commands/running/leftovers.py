"""Which processes we started, written down, so that the next start can end those of one that was killed."""

import json
import os
import signal
from pathlib import Path

from motcua.bootstrap import processes


class Notebook:
    """A file with the pid and the birth of each child; together they name one process for ever."""

    def __init__(self, path: Path) -> None:
        self.path = path

    def note(self, name: str, pid: int) -> None:
        """Write down one child."""
        self._save(self._read() | {name: {"pid": pid, "born": processes.born(pid)}})

    def clear(self) -> None:
        """Forget all."""
        self.path.unlink(missing_ok=True)

    def end_leftovers(self) -> list[str]:
        """End the children of a run that was killed, and whatever they started; return their names."""
        ended = []
        for name, child in self._read().items():
            pids = _ours(int(child["pid"]), child["born"])
            for number, patience in ((signal.SIGTERM, 10), (signal.SIGKILL, 5)):
                for pid in (left := [pid for pid in pids if processes.alive(pid)]):
                    os.kill(pid, number)
                processes.wait_gone(left, patience)
            ended += [name] if pids else []
        self.clear()
        return ended

    def _read(self) -> dict[str, dict[str, str | int]]:
        try:
            return dict(json.loads(self.path.read_text()))
        except (OSError, ValueError):
            return {}

    def _save(self, content: dict[str, dict[str, str | int | None]] | dict[str, object]) -> None:
        draft = self.path.with_suffix(".new")
        draft.write_text(json.dumps(content))
        draft.replace(self.path)


def _ours(leader: int, born: object) -> list[int]:
    """Return the leader and the members of its session, unless its number now names another process."""
    found = processes.born(leader)
    if found is not None and found != born:
        return []
    return processes.in_session(leader)
