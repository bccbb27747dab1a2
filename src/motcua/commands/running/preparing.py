"""What must be done before the web server starts, each only when its sources have changed."""

import os
import subprocess
import sys
import time
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from motcua.bootstrap import database, home
from motcua.bootstrap.errors import BootstrapError
from motcua.bootstrap.home import Home
from motcua.bootstrap.roles import open_connection
from motcua.commands import assets
from motcua.commands.framework import say
from motcua.commands.registry import available
from motcua.commands.running import stamps


@dataclass(frozen=True, slots=True)
class Filling:
    """What is put into a fresh database so that there is something to try: which subcommand does it."""

    name: str
    words: tuple[str, ...]


DEMONSTRATION = Filling("demonstration", ("demo",))


def prepare(where: Home, *, filling: Filling | None) -> None:
    """Migrate, load the province, add what there is to try, build the assets."""
    with open_connection(database.addresses(where).owner) as owner:
        done = stamps.read(owner)
        if done.get("migrations") != stamps.of_migrations():
            _step("tables", lambda: _motcua("migrate"))
        province = data_folder()
        if province is not None and done.get("data") != (stamp := stamps.of_data(province)):
            _step("province", lambda: _motcua("load", str(province)))
            stamps.write(owner, "data", stamp)
        if filling is not None and not (done.get(filling.name) == "1" and accounts(where, filling)):
            _step(filling.name, lambda: _keep_accounts(where, filling, _motcua(*filling.words)))
            stamps.write(owner, filling.name, "1")
    if assets.compile_translations():
        say("translations: compiled")
    if assets.collect_static(where):
        say("static files: collected")


def accounts(where: Home, filling: Filling) -> str:
    """Return what the filling printed: its accounts with their passwords."""
    memory = where.var / f"{filling.name}.txt"
    return memory.read_text(encoding="utf-8") if memory.exists() else ""


def data_folder() -> Path | None:
    """Return the folder of the province's data: MOTCUA_DATA, or the one of the clone."""
    asked = os.environ.get("MOTCUA_DATA")
    top = home.clone()
    folder = Path(asked) if asked else top / "data/nghe-an" if top else None
    return folder if folder is not None and folder.is_dir() and _exists("load") else None


def _exists(name: str) -> bool:
    return any(command.name == name for command in available())


def _step(label: str, work: Callable[[], object]) -> None:
    began = time.monotonic()
    work()
    say(f"{label}: {time.monotonic() - began:.1f} s")


def _motcua(*words: str) -> str:
    """Run a subcommand in a process of its own: this one stays small, and each has its own role."""
    done = subprocess.run(
        [sys.executable, "-m", "motcua.commands", *words], stdout=subprocess.PIPE, text=True, check=False
    )
    if done.returncode != 0:
        sys.stderr.write(done.stdout)
        raise BootstrapError(f"`motcua {' '.join(words)}` failed; nothing was started.", done.returncode)
    return done.stdout


def _keep_accounts(where: Home, filling: Filling, text: str) -> None:
    memory = where.var / f"{filling.name}.txt"
    memory.touch(mode=0o600)
    memory.write_text(text, encoding="utf-8")
