"""The child processes: started, watched, started again with growing pauses, stopped with all they started."""

import os
import signal
import subprocess
import time
from collections.abc import Mapping
from dataclasses import dataclass

from motcua.bootstrap import processes
from motcua.commands.framework import say
from motcua.commands.running.leftovers import Notebook

FIRST_PAUSE, LONGEST_PAUSE, STABLE_SECONDS = 1.0, 30.0, 60.0
STOP_SECONDS = 15


@dataclass
class Child:
    """One child, leading a session of its own: Ctrl-C reaches only us, and we can end all it started."""

    name: str
    command: list[str]
    env: Mapping[str, str]
    process: subprocess.Popen[bytes] | None = None
    began: float = 0.0
    pause: float = FIRST_PAUSE
    again_at: float = 0.0

    def start(self, notebook: Notebook) -> None:
        """Start it and note it down."""
        self.process = subprocess.Popen(
            self.command, env=dict(self.env), stdin=subprocess.DEVNULL, start_new_session=True
        )
        self.began = time.monotonic()
        notebook.note(self.name, self.process.pid)

    def watch(self, notebook: Notebook) -> None:
        """Start it again some time after it has ended."""
        now = time.monotonic()
        if self.process is None:
            if now >= self.again_at:
                self.start(notebook)
            return
        code = self.process.poll()
        if code is None:
            return
        self.pause = FIRST_PAUSE if now - self.began > STABLE_SECONDS else self.pause
        say(f"{self.name} ended ({_how(code)}); it is started again in {self.pause:.0f} s.")
        end_session(self.process.pid)
        self.process, self.again_at = None, now + self.pause
        self.pause = min(self.pause * 2, LONGEST_PAUSE)

    def has_ended(self) -> bool:
        """Tell whether it is not running now."""
        return self.process is None or self.process.poll() is not None


def stop_all(children: list[Child]) -> None:
    """Ask all to end, wait, then end what is left."""
    running = [
        child.process for child in children if child.process is not None and child.process.poll() is None
    ]
    for process in running:
        process.terminate()
    until = time.monotonic() + STOP_SECONDS
    for process in running:
        try:
            process.wait(max(0.1, until - time.monotonic()))
        except subprocess.TimeoutExpired:
            process.kill()
            process.wait()
        end_session(process.pid)


def end_session(leader: int) -> None:
    """End what a leader left behind in its session."""
    left = processes.in_session(leader)
    for pid in left:
        _signal(pid, signal.SIGTERM)
    for pid in processes.wait_gone(left, 5):
        _signal(pid, signal.SIGKILL)


def _signal(pid: int, number: signal.Signals) -> None:
    try:
        os.kill(pid, number)
    except ProcessLookupError:
        return


def _how(code: int) -> str:
    return f"signal {signal.Signals(-code).name}" if code < 0 else f"exit code {code}"
