"""`motcua run` as a whole: a fresh start, sudden deaths, and an orderly end."""

import json
import os
import signal
import socket
import subprocess
import sys
import time
import urllib.request
from pathlib import Path

import pytest

from motcua.bootstrap import processes

pytestmark = pytest.mark.e2e
FIRST_SECONDS, AGAIN_SECONDS = 180, 30


class Running:
    """One `motcua run` in a home of its own."""

    def __init__(self, var, port):
        self.var, self.port, self.log = var, port, var.parent / f"run.{time.monotonic_ns()}.log"
        kept = {name: value for name, value in os.environ.items() if not name.startswith("MOTCUA_")}
        kept |= {name: os.environ[name] for name in ("MOTCUA_PG_BIN",) if name in os.environ}
        with self.log.open("w") as out:
            self.process = subprocess.Popen(
                [sys.executable, "-m", "motcua.commands", "run", "--port", str(port), "--no-demo"],
                env=kept | {"MOTCUA_VAR": str(var)}, stdout=out, stderr=out, start_new_session=True,
            )  # fmt: skip

    def said(self):
        return self.log.read_text()

    def wait_ready(self, seconds):
        until = time.monotonic() + seconds
        while "Motcua is ready" not in self.said():
            assert self.process.poll() is None, self.said()
            assert time.monotonic() < until, self.said()
            time.sleep(0.1)

    def child(self, name):
        return json.loads((self.var / "run.json").read_text())[name]["pid"]

    def answers(self):
        try:
            return urllib.request.urlopen(f"http://127.0.0.1:{self.port}/", timeout=20).status == 200
        except OSError:
            return False

    def answers_soon(self):
        until = time.monotonic() + 20
        while not self.answers():
            assert time.monotonic() < until, self.said()
            time.sleep(0.2)

    def end(self, number=signal.SIGINT):
        self.process.send_signal(number)
        return self.process.wait(60)


def free_port():
    with socket.create_server(("127.0.0.1", 0)) as probe:
        return probe.getsockname()[1]


def test_a_run_survives_every_sudden_death_and_ends_in_order(folder):
    port = free_port()
    first = Running(folder / "var", port)
    first.wait_ready(FIRST_SECONDS)
    assert first.answers()

    database = int((first.var / "pg/data/postmaster.pid").read_text().split()[0])
    for victim in (first.child("web server"), first.child("worker"), database):
        os.kill(victim, signal.SIGKILL)
        time.sleep(3)
        first.answers_soon()

    left = [first.child("web server"), first.child("worker")]
    first.end(signal.SIGKILL)
    began = time.monotonic()
    second = Running(first.var, port)
    second.wait_ready(AGAIN_SECONDS)
    assert time.monotonic() - began < AGAIN_SECONDS
    assert "Ended what an earlier run left behind" in second.said()
    assert not any(processes.in_session(pid) for pid in left)

    children = [second.child("web server"), second.child("worker")]
    assert second.end() == 0
    assert not any(processes.in_session(pid) for pid in children)
    assert processes.working_in(Path(second.var / "pg/data").resolve(), "postgres") == []
    assert not second.answers()
