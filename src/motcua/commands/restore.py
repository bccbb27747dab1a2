"""`motcua restore`: bring a backup back into an empty place and prove it, or only tell whether it is whole."""

import argparse
import json
import os
from pathlib import Path

from motcua.bootstrap import database, home
from motcua.bootstrap.errors import BootstrapError
from motcua.bootstrap.secrets import FILE, Secrets
from motcua.commands.backup import folder
from motcua.commands.framework import say
from motcua.commands.keeping import checking, keys, manifest, restoring
from motcua.commands.keeping.manifest import Manifest
from motcua.commands.registry import Needs

NAME = "restore"
HELP = "Bring a backup back into an empty place and prove it."
NEEDS: Needs = "nothing"  # the keys must lie in the folder before anything makes new ones there


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Describe the arguments."""
    parser.add_argument("--from", dest="source", type=folder, required=True, help="the folder of the backup")
    parser.add_argument("--keys", type=folder, help="the folder with its keys")
    parser.add_argument("--check", action="store_true", help="only tell whether the backup is whole")
    parser.add_argument("--json", action="store_true", help="print one JSON object: the counts, findings")


def run(args: argparse.Namespace) -> int:
    """Restore or check; the exit code is 1 when anything is not as it was copied."""
    whole = manifest.read(args.source)
    findings = checking.parts(args.source, whole)
    if args.check:
        return _check(args, whole, findings)
    if findings:
        raise BootstrapError(f"This backup is damaged: {'; '.join(findings)}. Nothing was restored.", 4)
    return _restore(args, whole)


def _check(args: argparse.Namespace, whole: Manifest, findings: list[str]) -> int:
    if args.keys:
        findings += checking.wrong_keys(whole, keys.read(args.keys), args.keys)
    # What a damaged index says of the files is worth nothing.
    if not any(one.startswith(whole.index) for one in findings):
        findings += checking.stored(args.source, whole, quiet=args.json)
    return _tell(args, whole, findings, "The backup is whole.")


def _restore(args: argparse.Namespace, whole: Manifest) -> int:
    restoring.refuse_newer(whole)
    var = home.whereabouts()
    restoring.refuse_full_folder(var, args.source)
    _bring_keys(args, whole, var)
    where = home.locate()
    _refuse_wrong(whole, where.secrets, where.var)
    database.ensure_up(where)
    restoring.refuse_full_database(where)
    done = restoring.restore(where, args.source, whole, quiet=args.json)
    if done.migrated:
        say("The backup was made by an older version: its tables have been brought to this one.")
    return _tell(
        args, whole, done.findings, f"Restored and proven; {done.events} recorded facts are unaltered."
    )


def _bring_keys(args: argparse.Namespace, whole: Manifest, var: Path) -> None:
    """Put the keys where the installation looks for them, once they are known to be the right ones."""
    if args.keys is None:
        if not (var / FILE).exists() and "MOTCUA_SEALING_KEYS" not in os.environ:
            raise BootstrapError("The keys are kept apart from the backup: name their folder with --keys.", 2)
        return
    given = keys.read(args.keys)
    _refuse_wrong(whole, given, args.keys)
    if not (var / FILE).exists():
        home.make(var)
        keys.place(var / FILE, given)
    elif keys.differing(keys.proofs(given), keys.read(var)):
        raise BootstrapError(f"{var} has keys of its own: name an empty folder in MOTCUA_VAR.", 1)


def _refuse_wrong(whole: Manifest, given: Secrets, place: Path) -> None:
    if odd := list(checking.wrong_keys(whole, given, place)):
        raise BootstrapError(f"Nothing was restored: {'; '.join(odd)}.", 4)


def _tell(args: argparse.Namespace, whole: Manifest, findings: list[str], good: str) -> int:
    counts = {
        "made_at": whole.made_at,
        "tables": len(whole.tables),
        "rows": sum(whole.tables.values()),
        "files": whole.files,
        "bytes": whole.bytes,
        "anchors": whole.anchors,
    }
    if args.json:
        print(json.dumps({**counts, "findings": findings}, ensure_ascii=False))
    else:
        print(
            f"Backup of {whole.made_at}: {counts['rows']} rows in {counts['tables']} tables, {whole.files} files "
            f"({whole.bytes} bytes), {whole.anchors} daily anchors."
        )
        print("\n".join([f"Found: {len(findings)}", *findings]) if findings else good)
    return 1 if findings else 0
