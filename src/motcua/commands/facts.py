"""`motcua facts`: which fact wakes whom, as the page docs/facts.md, made from the wiring."""

import argparse
from dataclasses import fields
from itertools import groupby
from pathlib import Path

from motcua.bootstrap import home
from motcua.commands.registry import Needs
from motcua.config import wiring
from motcua.ledger.facts import Fact

NAME = "facts"
HELP = "Print which fact wakes whom."
NEEDS: Needs = "django"
HEAD = """# Which fact wakes whom

Made by `motcua facts --write` from `src/motcua/config/wiring.py`; a test keeps it true. *Within* runs in the
transaction of the act that records the fact; *after* is called by the worker, each handler once for each fact.
"""


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Describe the arguments."""
    parser.add_argument("--write", action="store_true", help="write docs/facts.md of the clone instead")


def run(args: argparse.Namespace) -> int:
    """Print the page, or write it."""
    if not args.write:
        print(page(), end="")
        return 0
    target = where()
    if target is None:
        print("motcua facts: there is no clone to write into.")
        return 3
    target.write_text(page(), encoding="utf-8")
    print(f"Written: {target}")
    return 0


def where() -> Path | None:
    """Return the place of the page in the clone."""
    top = home.clone()
    return top / "docs" / "facts.md" if top else None


def page() -> str:
    """Write the page."""
    kinds = sorted({**wiring.WITHIN, **wiring.AFTER}, key=lambda kind: kind.name())
    parts = [HEAD]
    for room, ours in groupby(kinds, key=lambda kind: kind.name().split(".")[0]):
        parts.append(
            f"\n## {room}\n\n| fact | what happened | it holds | within | after |\n|---|---|---|---|---|\n"
        )
        parts += [_line(kind) for kind in ours]
    return "".join(parts)


def _line(kind: type[Fact]) -> str:
    said = " ".join((kind.__doc__ or "").split())
    holds = ", ".join(field.name for field in fields(kind))
    within = _names(wiring.WITHIN.get(kind, ()))
    after = _names(wiring.AFTER.get(kind, ()))
    return f"| {kind.__name__} | {said} | {holds} | {within} | {after} |\n"


def _names(handlers: object) -> str:
    listed = handlers if isinstance(handlers, list | tuple) else ()
    return ", ".join(f"{one.__module__.removeprefix('motcua.')}.{one.__name__}" for one in listed) or "–"
