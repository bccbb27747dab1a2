"""`motcua contacts`: load a filled-in contact workbook, or tell what is missing in the province."""

import argparse
import json
from pathlib import Path

from motcua.accounts.operations.contact_sheets import load_sheet
from motcua.accounts.queries.contact_plans import SheetPlan, plan
from motcua.accounts.queries.contact_templates import template
from motcua.accounts.queries.coverage import coverage
from motcua.accounts.rules.contact_sheets.workbook import Unreadable, lines_of
from motcua.commands.framework import say
from motcua.commands.registry import Needs
from motcua.gateways import clock
from motcua.kernel.actors import SYSTEM

NAME = "contacts"
HELP = "Load the contacts of one-stops from a workbook, or list what is missing."
NEEDS: Needs = "django"
WRONG_USAGE, BAD_DATA = 2, 4


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Describe the arguments."""
    what = parser.add_mutually_exclusive_group(required=True)
    what.add_argument("file", nargs="?", metavar="FILE.xlsx", help="a filled-in workbook")
    what.add_argument("--missing", action="store_true", help="count by agency what is missing or old")
    what.add_argument("--template", metavar="FILE.xlsx", help="write the workbook of all one-stops there")
    parser.add_argument("--dry-run", action="store_true", help="tell what would change, and change nothing")
    parser.add_argument("--json", action="store_true", help="with --missing: print one JSON array")


def run(args: argparse.Namespace) -> int:
    """Do one of the three."""
    if args.missing:
        return _missing(as_json=args.json)
    try:
        if args.template:
            Path(args.template).write_bytes(template(SYSTEM, None, clock.now()))
            return 0
        content = Path(args.file).read_bytes()
    except OSError as problem:
        say(f"motcua contacts: {problem.filename}: {problem.strerror}")
        return WRONG_USAGE
    return _load(content, dry_run=args.dry_run)


def _load(content: bytes, *, dry_run: bool) -> int:
    at = clock.now()
    try:
        found = plan(*lines_of(content), viewer=SYSTEM, at=at)
    except Unreadable as problem:
        say(f"motcua contacts: {problem}")
        return BAD_DATA
    _print(found)
    if found.problems:
        say(f"motcua contacts: {len(found.problems)} cells are wrong; nothing was loaded.")
        return BAD_DATA
    if not dry_run:
        load_sheet(plan=found, by=SYSTEM, at=at)
    return 0


def _print(found: SheetPlan) -> None:
    for problem in found.problems:
        print(f"{problem.sheet} {problem.cell}: {problem.sentence}".replace(" :", ":"))
    if found.problems:
        return
    named = [(one.name, one.fields) for one in found.places]
    named += [(one.name, one.fields) for one in found.officers]
    for name, fields in named:
        for change in fields:
            print(f"{name}: {change.field}: {change.old or '-'} -> {change.new or '-'}")
    print(f"{len(found.places)} places, {len(found.officers)} officers to change, {found.same} alike.")


def _missing(*, as_json: bool) -> int:
    rows = [one for one in coverage(SYSTEM, clock.now()) if not one.complete]
    if as_json:
        plain = [
            {
                "agency": one.agency.id,
                "places": one.places,
                "no_phone": one.no_phone,
                "no_mail": one.no_mail,
                "stale": one.stale,
                "no_duty": one.no_duty,
            }
            for one in rows
        ]
        print(json.dumps(plain, ensure_ascii=False))
        return 0
    for one in rows:
        print(
            f"{one.agency.name}: {one.no_phone} without phone, {one.no_mail} without mail, "
            f"{one.stale} not confirmed lately, {one.no_duty} without anybody on duty"
        )
    print(f"{len(rows)} agencies lack something.")
    return 0
