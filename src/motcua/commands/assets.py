"""`motcua assets`: compile translations and collect static files, when something has changed."""

import argparse
import json
import os
import subprocess
import sys
from pathlib import Path

from babel.messages.mofile import write_mo
from babel.messages.pofile import read_po

from motcua.bootstrap import home
from motcua.bootstrap.errors import BootstrapError
from motcua.bootstrap.home import PACKAGE, Home
from motcua.commands.registry import Needs
from motcua.commands.running import stamps

NAME = "assets"
HELP = "Compile translations and collect static files."
NEEDS: Needs = "nothing"
EMPTY_MANIFEST = {"paths": {}, "version": "1.1", "hash": ""}


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Describe the arguments."""
    parser.add_argument("--force", action="store_true", help="even if nothing has changed")


def run(args: argparse.Namespace) -> int:
    """Do both."""
    for path in compile_translations(force=args.force):
        print(f"compiled {path.name}")
    if collect_static(home.locate(), force=args.force):
        print("collected static files")
    return 0


def compile_translations(*, force: bool = False) -> list[Path]:
    """Compile each catalogue of texts that is newer than its compiled form."""
    done = []
    for source in PACKAGE.glob("locale/*/LC_MESSAGES/*.po"):
        target = source.with_suffix(".mo")
        if force or not target.exists() or target.stat().st_mtime < source.stat().st_mtime:
            draft = target.with_suffix(f".{os.getpid()}.new")
            with source.open("rb") as text, draft.open("wb") as out:
                write_mo(out, read_po(text))
            draft.replace(target)
            done.append(source)
    return done


def collect_static(where: Home, *, force: bool = False) -> bool:
    """Collect the static files under hashed names; return whether that was needed."""
    folder, stamp = where.var / "static", stamps.of_static()
    memory, manifest = folder / ".stamp", folder / "staticfiles.json"
    if not force and manifest.exists() and memory.exists() and memory.read_text() == stamp:
        return False
    folder.mkdir(exist_ok=True)
    if not manifest.exists():
        # The settings choose hashed names when there is a list of them; begin with an empty one.
        manifest.write_text(json.dumps(EMPTY_MANIFEST))
    order = [sys.executable, "-m", "django", "collectstatic", "--noinput", "--verbosity", "0"]
    env = os.environ | {"DJANGO_SETTINGS_MODULE": "motcua.config.settings"}
    done = subprocess.run(order, env=env, capture_output=True, text=True, check=False)
    if done.returncode != 0:
        reason = (done.stderr.strip().splitlines() or ["no reason given"])[-1]
        raise BootstrapError(f"The static files could not be collected: {reason}", 4)
    memory.write_text(stamp)
    return True
