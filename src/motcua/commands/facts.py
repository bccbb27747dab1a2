"""`motcua facts`: which fact wakes whom, as the page docs/facts.md, made from the wiring."""

import argparse
import json
from dataclasses import fields
from itertools import groupby
from pathlib import Path
from typing import cast

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
    parser.add_argument("--json", action="store_true", help="print one JSON array")


def run(args: argparse.Namespace) -> int:
    """Print the page, or write it."""
    if args.json:
        print(json.dumps([_entry(kind) for kind in _kinds()], ensure_ascii=False))
        return 0
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
    parts = [HEAD]
    for room, ours in groupby(_kinds(), key=lambda kind: kind.name().split(".")[0]):
        parts.append(
            f"\n## {room}\n\n| fact | what happened | it holds | within | after |\n|---|---|---|---|---|\n"
        )
        parts += [_line(kind) for kind in ours]
    return "".join(parts)


def _kinds() -> list[type[Fact]]:
    return sorted({**wiring.WITHIN, **wiring.AFTER}, key=lambda kind: kind.name())


def _entry(kind: type[Fact]) -> dict[str, object]:
    return {
        "fact": kind.name(),
        "what": " ".join((kind.__doc__ or "").split()),
        "holds": [field.name for field in fields(kind)],
        "within": _called(wiring.WITHIN.get(kind, ())),
        "after": _called(wiring.AFTER.get(kind, ())),
    }


def _line(kind: type[Fact]) -> str:
    said = _entry(kind)
    holds, within, after = (", ".join(cast(list[str], said[key])) for key in ("holds", "within", "after"))
    return f"| {kind.__name__} | {said['what']} | {holds} | {within or '–'} | {after or '–'} |\n"


def _called(handlers: object) -> list[str]:
    listed = handlers if isinstance(handlers, list | tuple) else ()
    return [f"{one.__module__.removeprefix('motcua.')}.{one.__name__}" for one in listed]
