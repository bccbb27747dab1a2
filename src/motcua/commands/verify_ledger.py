"""`motcua verify-ledger`: prove that no recorded fact was altered, or name the first in each chain."""

import argparse
import json
from dataclasses import asdict

from motcua.commands.progress import Progress
from motcua.commands.registry import Needs
from motcua.ledger.verify import Report, verify

NAME = "verify-ledger"
HELP = "Prove that no recorded fact was altered."
NEEDS: Needs = "django"


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Describe the arguments."""
    parser.add_argument(
        "--json", action="store_true", help="print one JSON object: what was checked, findings"
    )


def run(args: argparse.Namespace) -> int:
    """Check everything; the exit code is 1 when anything is not as it was written."""
    with Progress("events", quiet=args.json) as step:
        report = verify(step.reach)
    print(json.dumps(asdict(report), ensure_ascii=False) if args.json else _words(report))
    return 1 if report.findings else 0


def _words(report: Report) -> str:
    checked = (
        f"Checked: {report.events} events in {report.chains} chains, {report.anchors} daily anchors and "
        f"{report.files} anchor files, {report.batches} batches of sealed reads."
    )
    if not report.findings:
        return f"{checked}\nNothing was altered."
    found = [f"{one.kind} {one.where} ({one.row}): {one.reason}" for one in report.findings]
    return "\n".join([checked, f"Found: {len(found)}", *found])
