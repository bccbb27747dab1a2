"""`motcua retention`: remove what has been kept long enough, or tell what would go."""

import argparse
import json

from django.contrib.sessions.models import Session

from motcua.accounts.operations.forgetting import forget_sign_ins
from motcua.commands.registry import Needs
from motcua.dossiers.operations import forgetting
from motcua.gateways import clock
from motcua.kernel.actors import SYSTEM

NAME = "retention"
HELP = "Remove what has been kept long enough."
NEEDS: Needs = "django"
WORDS = {
    "drafts_warned": "owners of drafts warned",
    "drafts": "drafts removed",
    "draft_files": "files of drafts removed",
    "origin_keys": "dossiers whose traces of filing were emptied",
    "sign_in_codes": "sign-in codes removed",
    "sign_in_failures": "counts of failed sign-ins removed",
    "sessions": "ended sessions removed",
}


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Describe the arguments."""
    parser.add_argument("--dry-run", action="store_true", help="count what would go, and change nothing")
    parser.add_argument("--json", action="store_true", help="print one JSON object: the counts")


def run(args: argparse.Namespace) -> int:
    """Do what the worker does each night, now."""
    counts = _counts(dry_run=args.dry_run)
    if args.json:
        print(json.dumps({"dry_run": args.dry_run, **counts}))
        return 0
    for name, words in WORDS.items():
        print(f"{counts[name]:>8} {words}")
    if args.dry_run:
        print("This was a dry run; nothing was changed.")
    return 0


def _counts(*, dry_run: bool) -> dict[str, int]:
    at = clock.now()
    warned = forgetting.warn_of_drafts(dry_run=dry_run, by=SYSTEM, at=at)
    drafts = forgetting.remove_drafts(dry_run=dry_run, by=SYSTEM, at=at)
    keys = forgetting.forget_keys(dry_run=dry_run, by=SYSTEM, at=at)
    sign_ins = forget_sign_ins(dry_run=dry_run, by=SYSTEM, at=at)
    ended = Session.objects.filter(expire_date__lt=at)
    return {
        "drafts_warned": warned,
        "drafts": drafts.drafts,
        "draft_files": drafts.files,
        "origin_keys": keys,
        "sign_in_codes": sign_ins.codes,
        "sign_in_failures": sign_ins.failures,
        "sessions": ended.count() if dry_run else ended.delete()[0],
    }
