"""`motcua load`: bring a province's folder into the database, all of it or nothing."""

import argparse
import json
from collections.abc import Sequence
from dataclasses import asdict, dataclass
from pathlib import Path

from django.db import ProgrammingError, connection

from motcua.bootstrap.errors import BootstrapError
from motcua.commands.framework import say
from motcua.commands.load_rooms import ROOMS, Room
from motcua.commands.progress import Progress
from motcua.commands.registry import Needs
from motcua.commands.running.preparing import data_folder
from motcua.directory.rules.plans import Plan
from motcua.directory.rules.sheets import Problem
from motcua.directory.warm import forget_all
from motcua.gateways import clock
from motcua.kernel.actors import Actor
from motcua.ledger.acts import act

NAME = "load"
HELP = "Load a province: units, agencies, procedures, calendar."
NEEDS: Needs = "django"
BY = Actor(kind="system", id="load", via="command")
LOCK = 7_700_002  # any number of our own: two loads never run at once
WRONG_USAGE = 2
BAD_DATA = 4
SHOWN = 50  # one spoiled file breaks the references of many lines


class BadData(ValueError):
    """The folder cannot be loaded; nothing was."""

    def __init__(self, problems: Sequence[Problem]) -> None:
        super().__init__("\n".join(problem.words() for problem in problems))
        self.problems = problems


@dataclass(frozen=True, slots=True)
class Outcome:
    """What was found in the folder, and whether it has been loaded."""

    plans: Sequence[Plan]
    loaded: bool

    @property
    def problems(self) -> list[Problem]:
        """Return the problems of all rooms."""
        return [problem for plan in self.plans for problem in plan.problems]

    @property
    def idle(self) -> bool:
        """Tell whether the tables already say what the folder says."""
        return all(plan.idle for plan in self.plans)


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Describe the arguments."""
    parser.add_argument("folder", nargs="?", metavar="FOLDER", help="the province's data (data/nghe-an)")
    parser.add_argument("--dry-run", action="store_true", help="check, and tell what would change")
    parser.add_argument("--json", action="store_true", help="print one JSON object")


def run(args: argparse.Namespace) -> int:
    """Load the folder, or only tell what would change."""
    folder = Path(args.folder) if args.folder else data_folder()
    if folder is None:
        say("motcua: this installation brings no data; name the folder to load.")
        return WRONG_USAGE
    try:
        outcome = load(folder, dry_run=args.dry_run, quiet=args.json)
    except ProgrammingError:
        raise BootstrapError(
            "The tables are not those of this version; run `motcua migrate` first."
        ) from None
    if args.json:
        print(json.dumps(_as_json(folder, outcome, args.dry_run), ensure_ascii=False))
    else:
        print("\n".join(_words(folder, outcome)))
    return BAD_DATA if outcome.problems else 0


def load_folder(folder: Path) -> None:
    """Load a folder without a word; raises BadData, and then nothing has been loaded."""
    problems = load(folder, quiet=True).problems
    if problems:
        raise BadData(problems)


def load(folder: Path, *, dry_run: bool = False, quiet: bool = False) -> Outcome:
    """Plan every room, then load every room in one transaction, unless a problem or nothing is found."""
    try:
        with act(by=BY, at=clock.now()) as deed, connection.cursor() as cursor:
            cursor.execute("SELECT pg_advisory_xact_lock(%s)", [LOCK])
            outcome = Outcome([_planned(room, folder, quiet) for room in ROOMS], loaded=False)
            if dry_run or outcome.problems or outcome.idle:
                return outcome
            for room, plan in zip(ROOMS, outcome.plans, strict=True):
                with Progress(f"{room.name}: loading", quiet=quiet or plan.idle):
                    room.apply(plan=plan, by=BY, at=deed.at)
            return Outcome(outcome.plans, loaded=True)
    finally:
        forget_all()  # what was asked during the load was not yet committed


def _planned(room: Room, folder: Path, quiet: bool) -> Plan:
    with Progress(f"{room.name}: checking", quiet=quiet):
        return room.plan(folder)


def _as_json(folder: Path, outcome: Outcome, dry_run: bool) -> dict[str, object]:
    return {
        "folder": str(folder),
        "dry_run": dry_run,
        "loaded": outcome.loaded,
        "problems": [asdict(problem) for problem in outcome.problems],
        "rooms": [
            {
                "room": plan.room,
                "digest": plan.digest,
                "tables": [asdict(change) for change in plan.changes],
            }
            for plan in outcome.plans
        ],
    }


def _words(folder: Path, outcome: Outcome) -> list[str]:
    if outcome.problems:
        count = len(outcome.problems)
        problems = [problem.words() for problem in outcome.problems[:SHOWN]]
        if count > SHOWN:
            problems.append(f"… and {count - SHOWN} more (--json lists all).")
        return [*problems, f"{count} problem{'s' * (count > 1)} in {folder}; nothing was loaded."]
    if outcome.idle:
        return ["There is nothing to change."]
    lines = [
        f"{plan.room}.{change.table}: {change.added} added, {change.changed} changed, {change.same} as before"
        for plan in outcome.plans
        for change in plan.changes
        if change.added or change.changed
    ]
    return [*lines, "Loaded." if outcome.loaded else "This was a dry run; nothing was loaded."]
