"""`motcua backup`: copy database, files and anchors into a folder, the keys into another one."""

import argparse
import json
import os
from datetime import UTC, datetime
from pathlib import Path

from motcua.bootstrap import home
from motcua.bootstrap.errors import BootstrapError
from motcua.commands.framework import say
from motcua.commands.keeping import making
from motcua.commands.keeping.making import Made
from motcua.commands.registry import Needs

NAME = "backup"
HELP = "Copy database, files and anchors into a folder, the keys apart."
NEEDS: Needs = "database"
NO_KEYS = (
    "The keys are not in this backup: without them sealed names, numbers and contacts cannot be read. "
    "Keep them with --keys FOLDER, in another place."
)


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Describe the arguments."""
    parser.add_argument(
        "--to",
        type=folder,
        default=os.environ.get("MOTCUA_BACKUP_TO"),
        help="the folder of the backup (else MOTCUA_BACKUP_TO); a second backup copies only what is new",
    )
    parser.add_argument("--keys", type=folder, help="the folder, apart from it, that the keys go to")
    parser.add_argument(
        "--json", action="store_true", help="print one JSON object: what was copied, findings"
    )


def folder(text: str) -> Path:
    """Read the name of a folder, by the way that leads to it without links: two names may be one folder."""
    return Path(text).resolve()


def run(args: argparse.Namespace) -> int:
    """Make the backup; the exit code is 1 when a file is not as its row says."""
    if args.to is None:
        raise BootstrapError("Say where to: motcua backup --to FOLDER, or set MOTCUA_BACKUP_TO.", 2)
    made = making.make(home.locate(), args.to, keys_to=args.keys, at=datetime.now(UTC), quiet=args.json)
    print(json.dumps(_object(made, args)) if args.json else _words(made, args.to))
    if args.keys is None:
        say(NO_KEYS)
    return 1 if made.findings else 0


def _object(made: Made, args: argparse.Namespace) -> dict[str, object]:
    whole = made.manifest
    return {
        "made_at": whole.made_at,
        "tables": len(whole.tables),
        "rows": sum(whole.tables.values()),
        "files": whole.files,
        "bytes": whole.bytes,
        "copied": made.copied,
        "anchors": whole.anchors,
        "keys": args.keys is not None,
        "findings": made.findings,
    }


def _words(made: Made, to: Path) -> str:
    whole = made.manifest
    done = (
        f"Copied to {to}: {sum(whole.tables.values())} rows in {len(whole.tables)} tables, {whole.files} files "
        f"({whole.bytes} bytes; {made.copied} new), {whole.anchors} daily anchors."
    )
    return "\n".join([done, *([f"Found: {len(made.findings)}", *made.findings] if made.findings else [])])
