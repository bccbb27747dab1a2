"""`motcua training`: the product as a training ground, over a database, files and secrets of its own."""

import argparse
import os
import shutil
import subprocess
import sys
from pathlib import Path

from psycopg.conninfo import conninfo_to_dict

from motcua.bootstrap import database, home
from motcua.bootstrap.errors import BootstrapError
from motcua.bootstrap.locks import only_one
from motcua.commands import run as running
from motcua.commands.arguments import count
from motcua.commands.framework import say
from motcua.commands.registry import Needs
from motcua.commands.running import serving
from motcua.commands.running.preparing import Filling

NAME = "training"
HELP = "Start a training ground: exercises on a database of its own."
NEEDS: Needs = "nothing"
PORT, CHAIRS = 8010, 12
KEPT = frozenset({"MOTCUA_DATA", "MOTCUA_PG_BIN", "MOTCUA_TRAINING_DATABASE_URL"})
"""What of the real installation's settings a training ground may have. All others name its people, secrets, folders."""


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Describe the arguments."""
    serving.add_arguments(parser)
    parser.set_defaults(port=PORT)
    parser.add_argument(
        "--chairs", type=count(1), default=CHAIRS, help="agencies with learners (default: %(default)s)"
    )
    parser.add_argument(
        "--prepare", action="store_true", help="only prepare: start neither web server nor worker"
    )
    parser.add_argument("--reset", action="store_true", help="throw the training ground away, and stop")
    parser.add_argument("--report", action="store_true", help="print who has done what, and stop")
    parser.add_argument("--json", action="store_true", help="with --report: as one JSON array")


def run(args: argparse.Namespace) -> int:
    """Start it, throw it away, or tell who has done what."""
    surround()
    if args.reset:
        return _reset()
    if args.report:
        words = ["classroom", "--report", *(["--json"] if args.json else [])]
        return subprocess.run([sys.executable, "-m", "motcua.commands", *words], check=False).returncode
    return running.serve(args, filling=Filling("classroom", ("classroom", "--chairs", str(args.chairs))))


def surround() -> None:
    """Turn this process's environment into that of the training ground: nothing of the real one is within reach."""
    var, real = home.whereabouts(), os.environ.get("MOTCUA_DATABASE_URL", "")
    for name in [name for name in os.environ if name.startswith("MOTCUA_") and name not in KEPT]:
        os.environ.pop(name)
    os.environ |= {"MOTCUA_VAR": str(var / "training"), "MOTCUA_TRAINING": "1", "MOTCUA_ENV": "development"}
    own = os.environ.get("MOTCUA_TRAINING_DATABASE_URL", "")
    if own and real and _server(own) == _server(real):
        raise BootstrapError(
            "MOTCUA_TRAINING_DATABASE_URL lies on the real database's server: there the roles bear the same names, "
            "and would get other passwords. Give a server of its own, or none.",
            2,
        )
    if own:
        os.environ["MOTCUA_DATABASE_URL"] = own


def _server(url: str) -> tuple[str, str]:
    """Name the server of a database address."""
    parts = conninfo_to_dict(url)
    return str(parts.get("host") or "localhost"), str(parts.get("port") or "5432")


def _reset() -> int:
    where = home.locate()
    if where.url is not None:
        say("motcua training: a database of your own is not thrown away here; drop it and make it anew.")
        return 1
    with only_one(where.var / "run.lock", "The training ground is running: stop it first."):
        database.stop(where)
        _remove(where.var)
    print("The training ground is thrown away; the next `motcua training` makes a fresh one.")
    return 0


def _remove(var: Path) -> None:
    """Remove the folder of the training ground, and no other: it bears that name and lies in the installation's."""
    if var.name != "training":
        raise BootstrapError(f"{var} is no training ground's folder; nothing was removed.")
    shutil.rmtree(var)
