"""A throw-away installation: a database beside the product's, a folder of its own, real server processes."""

import os
import shutil
import signal
import socket
import subprocess
import sys
import time
from dataclasses import dataclass, field
from pathlib import Path
from uuid import uuid4

from motcua.bootstrap import database, home, scratch
from motcua.bootstrap.home import Home
from motcua.commands.running import serving

ROOT = Path(__file__).resolve().parents[1]
READY_SECONDS = 60


@dataclass
class World:
    """Where the trial runs, and the processes it started."""

    product: Home
    name: str
    var: Path
    env: dict[str, str]
    port: int
    children: list[subprocess.Popen[bytes]] = field(default_factory=list)

    @property
    def url(self) -> str:
        """The administrator's address of the database."""
        return self.env["MOTCUA_DATABASE_URL"]

    @property
    def app_url(self) -> str:
        """The application's address of the database."""
        return scratch.located(self.product, self.name).app

    def motcua(self, *words: str) -> float:
        """Run a subcommand; gives its seconds."""
        began = time.monotonic()
        subprocess.run(
            [sys.executable, "-m", "motcua.commands", *words], env=self.env, check=True, stdout=sys.stderr
        )
        return time.monotonic() - began

    def serve(self, workers: int = 2, threads: int = 4) -> None:
        """Start the web server."""
        env = self.env | {"MOTCUA_DB_ROLE": "app", "DJANGO_SETTINGS_MODULE": "motcua.config.settings"}
        command = serving.command("127.0.0.1", self.port, workers, threads)
        self.children.append(subprocess.Popen(command, env=env, start_new_session=True))
        wait_for(self.port)

    def stop(self) -> None:
        """Stop all processes that were started."""
        for child in self.children:
            os.killpg(child.pid, signal.SIGTERM)
        for child in self.children:
            try:
                child.wait(15)
            except subprocess.TimeoutExpired:
                os.killpg(child.pid, signal.SIGKILL)
        self.children.clear()

    def end(self) -> None:
        """Stop everything and leave nothing behind."""
        self.stop()
        scratch.drop_database(self.product, self.name)
        shutil.rmtree(self.var, ignore_errors=True)


def make() -> World:
    """Make the trial installation: migrated, loaded, with static files."""
    product = home.locate()
    database.ensure_up(product)
    name = f"motcua_bench_{uuid4().hex[:8]}"
    var = product.var / "bench" / name
    var.mkdir(parents=True)
    shutil.copy2(product.var / "secrets.json", var / "secrets.json")
    scratch.create_database(product, name)
    url = scratch.located(product, name).superuser
    kept = {key: value for key, value in os.environ.items() if not key.startswith("MOTCUA_")}
    world = World(
        product, name, var, kept | {"MOTCUA_VAR": str(var), "MOTCUA_DATABASE_URL": url}, free_port()
    )
    world.motcua("migrate")
    world.motcua("load", str(ROOT / "data" / "nghe-an"))
    world.motcua("assets")
    return world


def enter(world: World) -> None:
    """Let this process work in the trial installation through the product's own operations."""
    os.environ.update(world.env | {"DJANGO_SETTINGS_MODULE": "motcua.config.settings"})
    __import__("django").setup()


def free_port() -> int:
    """Find a free port."""
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])


def wait_for(port: int) -> None:
    """Wait until somebody listens and answers."""
    until = time.monotonic() + READY_SECONDS
    while time.monotonic() < until:
        try:
            with socket.create_connection(("127.0.0.1", port), 30) as line:
                line.sendall(b"GET / HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n")
                if line.recv(64):
                    return
        except OSError:
            time.sleep(0.1)
    raise RuntimeError("the web server did not answer")
