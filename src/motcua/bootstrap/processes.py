"""Processes of this machine: is one alive, is it still the one we started, which ones work in a folder."""

import os
import time
from pathlib import Path

PROC = Path("/proc")


def alive(pid: int) -> bool:
    """Tell whether the process runs; one that died and waits for its parent to notice does not."""
    stat = _stat(pid)
    if stat is not None:
        return stat[0] not in "ZX"
    if PROC.joinpath("self").exists():
        return False
    try:
        os.kill(pid, 0)
    except ProcessLookupError:
        return False
    except PermissionError:
        return True
    return True


def born(pid: int) -> str | None:
    """Return when the process started, as the kernel counts: with the pid it names one process for ever."""
    stat = _stat(pid)
    return None if stat is None else stat[19]


def works_in(pid: int, folder: Path, command: str) -> bool:
    """Tell whether a living process has this name and this working folder."""
    entry = PROC / str(pid)
    try:
        matches = (entry / "comm").read_text().strip() == command and (entry / "cwd").resolve() == folder
    except OSError:
        return False
    return matches and alive(pid)


def in_session(leader: int) -> list[int]:
    """Return the living processes of the session that this process leads or led."""
    pids = (int(entry.name) for entry in PROC.glob("[0-9]*"))
    return [pid for pid in pids if (stat := _stat(pid)) and stat[3] == str(leader) and stat[0] not in "ZX"]


def working_in(folder: Path, command: str) -> list[int]:
    """Return the running processes of this name whose working folder is the given one."""
    pids = (int(entry.name) for entry in PROC.glob("[0-9]*"))
    return [pid for pid in pids if works_in(pid, folder, command)]


def wait_gone(pids: list[int], seconds: float) -> list[int]:
    """Wait until these processes are gone; return those that are not."""
    until = time.monotonic() + seconds
    while (left := [pid for pid in pids if alive(pid)]) and time.monotonic() < until:
        time.sleep(0.05)
    return left


def _stat(pid: int) -> list[str] | None:
    """Read the fields after the name, which may itself hold spaces and brackets."""
    try:
        return (PROC / str(pid) / "stat").read_text().rpartition(")")[2].split()
    except OSError:
        return None
