"""`motcua training`: the product as a training ground, over a database, files and secrets of its own."""

import argparse
import os
import shutil
import subprocess
import sys
from pathlib import Path

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
OUTWARD = (
    *("MOTCUA_SMS", "MOTCUA_MAIL", "MOTCUA_TELEPHONY", "MOTCUA_SMTP_URL", "MOTCUA_CALLBACK_FILE"),
    *("MOTCUA_SCANS", "MOTCUA_BACKUP_TO", "MOTCUA_PUBLIC_ADDRESS", "MOTCUA_PG_BIN"),
)
"""Settings of the real installation that a training ground must not have: they lead to people, folders, devices."""


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
    real = home.whereabouts()
    for name in OUTWARD:
        os.environ.pop(name, None)
    os.environ |= {"MOTCUA_VAR": str(real / "training"), "MOTCUA_TRAINING": "1", "MOTCUA_ENV": "development"}
    if own := os.environ.get("MOTCUA_TRAINING_DATABASE_URL"):
        if own == os.environ.get("MOTCUA_DATABASE_URL"):
            raise BootstrapError(
                "MOTCUA_TRAINING_DATABASE_URL names the real database: give one of its own.", 2
            )
        os.environ["MOTCUA_DATABASE_URL"] = own
    else:
        os.environ.pop("MOTCUA_DATABASE_URL", None)


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
