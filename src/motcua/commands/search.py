"""`motcua search`: find procedures by everyday words, one query or many."""

import argparse
import json
import sys
from collections.abc import Iterable
from contextlib import nullcontext
from datetime import date
from pathlib import Path

from motcua.catalogue import search
from motcua.commands.arguments import count, day
from motcua.commands.registry import Needs
from motcua.gateways import clock
from motcua.kernel.worktime import ZONE

NAME = "search"
HELP = "Find procedures by everyday words."
NEEDS: Needs = "django"
WRONG_USAGE = 2


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Describe the arguments."""
    parser.add_argument("words", nargs="*", metavar="WORDS", help="what one would type: làm giấy khai sinh")
    parser.add_argument("--file", metavar="QUERIES.txt", help="one query a line; - is stdin")
    parser.add_argument("--on", type=day, metavar="DATE", help="the day whose procedures count (2021-09-01)")
    parser.add_argument("--limit", type=count(), default=search.LIMIT, metavar="N", help="how many at most")
    parser.add_argument("--json", action="store_true", help='print {"query", "results"}')


def run(args: argparse.Namespace) -> int:
    """Answer the words, or every line of a file in its order."""
    on = args.on or clock.now().astimezone(ZONE).date()
    if args.file is not None:
        return _many(args.file, on, args.limit)
    if not args.words:
        print("motcua search: name the words to look for, or --file QUERIES.txt", file=sys.stderr)
        return WRONG_USAGE
    query = " ".join(args.words)
    if args.json:
        print(_line(query, on, args.limit))
        return 0
    hits = search.find(query, on, args.limit)
    for hit in hits:
        print(f"{hit.score:.3f}  {hit.code}  {hit.name}")
    if not hits:
        print(f"motcua search: no procedure in force on {on} answers these words", file=sys.stderr)
    return 0


def _many(path: str, on: date, limit: int) -> int:
    source = sys.stdin.buffer if path == "-" else None
    try:
        with nullcontext(source) if source else Path(path).open("rb") as lines:
            _answer(lines, on, limit)
    except BrokenPipeError:
        raise  # the reader of the answers has seen enough; it is not the file
    except OSError as problem:
        print(f"motcua search: cannot read {path}: {problem.strerror}", file=sys.stderr)
        return WRONG_USAGE
    return 0


def _answer(lines: Iterable[bytes], on: date, limit: int) -> None:
    for line in lines:
        query = line.decode("utf-8", errors="replace").removeprefix("\ufeff").rstrip("\r\n")
        print(_line(query, on, limit), flush=True)  # who asks line by line waits for each answer


def _line(query: str, on: date, limit: int) -> str:
    hits = search.find(query, on, limit)
    results = [{"code": hit.code, "name": hit.name, "score": hit.score} for hit in hits]
    return json.dumps({"query": query, "results": results}, ensure_ascii=False)
