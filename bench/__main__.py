"""`python -m bench [PART …] [--json FILE]`: measure, and print one table."""

import argparse
import time
from importlib import import_module
from pathlib import Path

from bench import world as worlds
from bench.report import Report, machine

PARTS = ("submission", "path", "pages", "weights", "desk", "reform", "due", "papers", "memory", "search")


def main() -> int:
    """Measure the parts asked for, each in the same throw-away installation."""
    parser = argparse.ArgumentParser(prog="python -m bench", description=__doc__)
    parser.add_argument("parts", nargs="*", metavar="PART", help=f"any of: {', '.join(PARTS)} (default: all)")
    parser.add_argument("--json", type=Path, metavar="FILE", help="write the figures there too")
    parser.add_argument(
        "--dossiers", type=int, default=1_000_000, help="of the desk part (default: %(default)s)"
    )
    args = parser.parse_args()
    if unknown := set(args.parts) - set(PARTS):
        parser.error(f"unknown: {', '.join(sorted(unknown))}")
    report, began, here = Report(), time.monotonic(), machine()
    print(f"{here.cpus} × {here.model}, {here.memory_gb} GB, Python {here.python}", flush=True)
    world = worlds.make()
    try:
        worlds.enter(world)
        for part in args.parts or PARTS:
            print(f"{part}:", flush=True)
            module = import_module(f"bench.{part}")
            module.run(world, report, **({"dossiers": args.dossiers} if part == "desk" else {}))
    finally:
        world.end()
    print(f"in all: {time.monotonic() - began:.0f} s")
    if args.json:
        report.save(args.json)
    return 0


raise SystemExit(main())
