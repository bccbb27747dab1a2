"""`motcua reform`: open work, officers and papers go where a reform of units sends them, on its day."""

import argparse
import json
from collections import Counter
from datetime import date
from pathlib import Path

from motcua.commands.framework import say
from motcua.commands.progress import Progress
from motcua.commands.reforming.applying import apply
from motcua.commands.reforming.planning import KINDS, Moves, moves
from motcua.commands.registry import Needs
from motcua.directory.queries import agency_known
from motcua.directory.queries.reforms import read_reform
from motcua.directory.rules.reforming import Reform
from motcua.gateways import clock
from motcua.kernel.actors import SYSTEM
from motcua.kernel.worktime import ZONE

NAME = "reform"
HELP = "Move open work to the agencies that carry it on after a reform of units."
NEEDS: Needs = "django"
BAD_DATA, NOT_YET = 4, 3
WORDS = {
    "dossiers": "open dossiers",
    "drafts": "drafts",
    "officers": "roles of officers",
    "requests": "requests for help",
    "books": "books of receipts",
    "outages": "outages",
    "tickets": "calls for support",
    "scans": "scanned stacks",
    "opinions": "questions of other agencies",
    "phones": "trusted phones",
}


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Describe the arguments."""
    what = parser.add_subparsers(dest="what", required=True, metavar="plan|apply")
    for name, words in (("plan", "tell what would move"), ("apply", "move it; a run that died is run again")):
        one = what.add_parser(name, help=words)
        one.add_argument("file", type=Path, help="the reform, as data/nghe-an/reforms/2025-07-01.csv")
        one.add_argument("--json", action="store_true", help="print one JSON object")
        if name == "apply":
            one.add_argument("--dry-run", action="store_true", help="tell what would move, as plan does")


def run(args: argparse.Namespace) -> int:
    """Tell what would move, or move it."""
    reform, problems = read_reform(args.file)
    if reform is None:
        for problem in problems:
            say(f"motcua reform: {problem.words()}")
        return BAD_DATA
    at = clock.now()
    found = moves(reform)
    if args.what == "plan" or args.dry_run:
        _report(reform, found, "would move", as_json=args.json)
        return 0
    if at.astimezone(ZONE).date() < reform.on:
        say(
            f"motcua reform: this reform comes into force on {reform.on.isoformat()}; it is applied from that day on."
        )
        return NOT_YET
    with Progress("dossiers", total=_total(found)["dossiers"], quiet=args.json) as step:
        apply(reform, by=SYSTEM, at=at, progress=step.reach)
    left = moves(reform)
    _report(reform, found, "moved", as_json=args.json)
    for one in left:
        say(f"motcua reform: {_pair(one, reform.on)}: {_counts(one.counts)} came meanwhile; run it again.")
    return 1 if left else 0


def _report(reform: Reform, found: list[Moves], verb: str, *, as_json: bool) -> None:
    total = _total(found)
    if as_json:
        lines = [{"from": one.start, "to": one.to, **one.counts} for one in found]
        print(json.dumps({"on": reform.on.isoformat(), "moves": lines, "total": total}, ensure_ascii=False))
        return
    for one in found:
        print(f"{_pair(one, reform.on)}: {_counts(one.counts)}")
    print(f"{len(reform.rules)} agencies in the file; {verb}: {_counts(total) or 'nothing'}.")


def _pair(one: Moves, on: date) -> str:
    names = [known.name if (known := agency_known(key, on)) else key for key in (one.start, one.to)]
    return f"{names[0]} ({one.start}) → {names[1]} ({one.to})"


def _counts(counts: Counter[str]) -> str:
    return ", ".join(f"{counts[kind]} {WORDS[kind]}" for kind in KINDS if counts[kind])


def _total(found: list[Moves]) -> Counter[str]:
    return sum((one.counts for one in found), Counter())
