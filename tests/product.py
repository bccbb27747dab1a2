"""The running product for tests: web server and worker as processes of their own, over a throw-away database."""

import os
import shutil
import socket
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager, nullcontext, suppress
from dataclasses import dataclass
from pathlib import Path
from urllib.error import URLError
from urllib.request import urlopen

from motcua.bootstrap import home, scratch

ROOT = Path(__file__).resolve().parents[1]
START_SECONDS, STOP_SECONDS = 120, 20
MOTCUA = (sys.executable, "-m", "motcua.commands")


@dataclass(frozen=True)
class Product:
    """Where it answers, where it keeps its things, and the process that leads its web server."""

    url: str
    var: Path
    server: int


def surroundings(var: Path, database: str, **settings: str) -> dict[str, str]:
    """Make a home over this database, with the keys of the suite's own home; gives the environment for children."""
    var.mkdir(mode=0o711, parents=True, exist_ok=True)
    shutil.copyfile(home.locate().var / "secrets.json", var / "secrets.json")
    (var / "secrets.json").chmod(0o600)
    foreign = {
        "MOTCUA_VAR": str(var),
        "MOTCUA_DATABASE_URL": scratch.located(home.locate(), database).superuser,
    }
    kept = {name: value for name, value in os.environ.items() if not name.startswith(("MOTCUA_", "DJANGO_"))}
    return {**kept, **foreign, "MOTCUA_DEMONSTRATION": "1", **settings}


@contextmanager
def running(var: Path, database: str, *, worker: bool = True, **settings: str) -> Iterator[Product]:
    """Run web server and worker, or the web server alone, with settings of ours; ends what it started."""
    env, port = surroundings(var, database, **settings), free_port()
    url = f"http://127.0.0.1:{port}"
    env["MOTCUA_PUBLIC_ADDRESS"] = url
    subprocess.run([*MOTCUA, "assets"], env=env, cwd=ROOT, check=True, stdout=subprocess.DEVNULL)
    web = [*MOTCUA, "web", "--port", str(port), "--workers", "1", "--threads", "4"]
    with (
        (var / "output.log").open("ab") as log,
        _child(web, env, log) as server,
        _child([*MOTCUA, "worker"], env, log) if worker else nullcontext(),
    ):
        _wait_for(url, server, var / "output.log")
        yield Product(url, var, server.pid)


def free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])


@contextmanager
def _child(command: list[str], env: dict[str, str], log: object) -> Iterator[subprocess.Popen[bytes]]:
    process = subprocess.Popen(command, env=env, cwd=ROOT, stdout=log, stderr=log, start_new_session=True)  # type: ignore[call-overload]
    try:
        yield process
    finally:
        process.terminate()
        try:
            process.wait(STOP_SECONDS)
        except subprocess.TimeoutExpired:
            with suppress(ProcessLookupError):
                os.killpg(process.pid, 9)
            process.wait()


def _wait_for(url: str, server: subprocess.Popen[bytes], log: Path) -> None:
    until = time.monotonic() + START_SECONDS
    while time.monotonic() < until:
        assert server.poll() is None, log.read_text()[-3000:]
        with suppress(URLError, ConnectionError, TimeoutError), urlopen(url, timeout=30):
            return
        time.sleep(0.3)
    raise AssertionError(log.read_text()[-3000:])
