"""`motcua reserve`: keep part of each day's dossier codes for an older system or a printed receipt book."""

import argparse
import json
from dataclasses import asdict

from motcua.commands.arguments import count, day
from motcua.commands.framework import say
from motcua.commands.registry import Needs
from motcua.directory.queries import agency
from motcua.gateways import clock
from motcua.kernel.actors import SYSTEM
from motcua.ledger.blocks import Block, Unkeepable, keep_block, kept_blocks

NAME = "reserve"
HELP = "Keep part of each day's dossier codes for somebody else."
NEEDS: Needs = "django"
WRONG_USAGE, BAD_DATA = 2, 4
WANTED = ("agency", "first", "last", "since", "reserved_for", "source")


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Describe the arguments."""
    parser.add_argument("--agency", metavar="ID", help="the agency whose codes are meant, as UBND25-17989")
    parser.add_argument("--first", type=count(1), metavar="N", help="the first ordinal that is kept")
    parser.add_argument("--last", type=count(1), metavar="N", help="the last ordinal that is kept")
    parser.add_argument("--since", type=day, metavar="DAY", help="from this day on")
    parser.add_argument("--until", type=day, metavar="DAY", help="until this day; open if absent")
    parser.add_argument("--for", dest="reserved_for", metavar="WHO", help="the older system, or the book")
    parser.add_argument("--source", metavar="PAPER", help="the paper that lays it down")
    parser.add_argument("--json", action="store_true", help="print the blocks as one JSON array")


def run(args: argparse.Namespace) -> int:
    """Keep a block, or without arguments list those that are kept."""
    given = [name for name in WANTED if getattr(args, name) is not None]
    if given:
        code = _keep(args) if len(given) == len(WANTED) else _lacking(given)
        if code:
            return code
    _print(as_json=args.json)
    return 0


def _lacking(given: list[str]) -> int:
    names = {"reserved_for": "for"}
    lacking = ", ".join(f"--{names.get(name, name)}" for name in WANTED if name not in given)
    say(f"motcua reserve: also needed: {lacking}")
    return WRONG_USAGE


def _keep(args: argparse.Namespace) -> int:
    if agency(args.agency, args.since) is None:
        say(f"motcua reserve: there is no agency {args.agency} on {args.since}.")
        return BAD_DATA
    block = Block(
        scope=f"dossier:{args.agency}",
        first=args.first,
        last=args.last,
        valid_from=args.since,
        valid_to=args.until,
        reserved_for=args.reserved_for,
        source=args.source,
    )
    try:
        keep_block(block=block, by=SYSTEM, at=clock.now())
    except Unkeepable as problem:
        say(f"motcua reserve: {problem}.")
        return BAD_DATA
    return 0


def _print(*, as_json: bool) -> None:
    blocks = kept_blocks()
    if as_json:
        print(json.dumps([asdict(one) for one in blocks], ensure_ascii=False, default=str))
        return
    for one in blocks:
        until = one.valid_to or "open"
        print(
            f"{one.scope} {one.first}-{one.last} {one.valid_from}/{until} {one.reserved_for} ({one.source})"
        )
    if not blocks:
        print("No numbers are kept for anybody else.")
