"""What the whole product holds at rest: supervisor, web, worker and its own database, by proportional set size."""

import os
import signal
import subprocess
import sys
import time
from collections import defaultdict
from pathlib import Path
from uuid import uuid4

from bench.http import Client
from bench.report import Report
from bench.world import World, free_port

READY_SECONDS, SETTLE_SECONDS = 240, 45


def run(world: World, report: Report) -> None:
    """Start an installation of its own with `motcua run`, visit it, let it rest, and add up."""
    var = world.product.var / "bench" / uuid4().hex[:8]
    env = {key: value for key, value in world.env.items() if key != "MOTCUA_DATABASE_URL"} | {
        "MOTCUA_VAR": str(var)
    }
    port = free_port()
    command = [sys.executable, "-m", "motcua.commands", "run", "--port", str(port)]
    child = subprocess.Popen(command, env=env, start_new_session=True, stdout=subprocess.DEVNULL)
    try:
        _visit(port)
        time.sleep(SETTLE_SECONDS)
        held = _held(child.pid, var)
        for name, size in held.items():
            report.add(f"memory at rest: {name}", f"{size:.0f} MB")
        report.add("memory at rest, all", f"{sum(held.values()):.0f} MB", "", "< 450 MB")
    finally:
        child.send_signal(signal.SIGINT)
        try:
            child.wait(60)
        except subprocess.TimeoutExpired:
            os.killpg(child.pid, signal.SIGKILL)
        subprocess.run(["rm", "-rf", str(var)], check=False)


def _visit(port: int) -> None:
    until = time.monotonic() + READY_SECONDS
    while True:
        try:
            client = Client(port)
            for path in ["/", "/tim-kiem/?q=khai+sinh", "/thu-tuc/1.001193/", "/tra-cuu/"] * 8:
                Client(port).get(path)
            client.get("/")
            return
        except OSError:
            if time.monotonic() > until:
                raise
            time.sleep(1)


def _held(pid: int, var: Path) -> dict[str, float]:
    """Add up all processes below `motcua run` and the server of its folder."""
    postmaster = int((var / "pg" / "data" / "postmaster.pid").read_text("utf-8").split()[0])
    below = _family(pid) | _family(postmaster)
    found: defaultdict[str, float] = defaultdict(float)
    for one in below:
        try:
            words = Path(f"/proc/{one}/cmdline").read_text("utf-8").replace("\0", " ")
            rollup = Path(f"/proc/{one}/smaps_rollup").read_text("utf-8")
        except (FileNotFoundError, ProcessLookupError):
            continue
        size = next(int(line.split()[1]) for line in rollup.splitlines() if line.startswith("Pss:"))
        found[_name(words)] += size / 1024
    return dict(found)


def _family(pid: int) -> set[int]:
    children: defaultdict[int, list[int]] = defaultdict(list)
    for entry in Path("/proc").iterdir():
        if entry.name.isdigit():
            try:
                parent = int((entry / "stat").read_text("utf-8").rsplit(")", 1)[1].split()[1])
            except (FileNotFoundError, ProcessLookupError):
                continue
            children[parent].append(int(entry.name))
    found, rest = set(), [pid]
    while rest:
        one = rest.pop()
        found.add(one)
        rest += children[one]
    return found


def _name(words: str) -> str:
    if "postgres" in words.split(" ")[0]:
        return "database"
    if "granian" in words or "wsgi" in words:
        return "web"
    return "worker" if " worker" in words else "supervisor"
