"""`motcua generate`: fill a trial database with an invented history, the same for the same seed."""

import argparse
import multiprocessing
import os
from collections.abc import Iterator
from datetime import date, timedelta
from random import Random

from django.db import connection

from motcua.commands.arguments import count
from motcua.commands.framework import say
from motcua.commands.generating.history import Order, history, orders
from motcua.commands.generating.mix import shares
from motcua.commands.progress import Progress
from motcua.commands.registry import Needs
from motcua.dossiers.operations.bulk import copy_in
from motcua.gateways import clock
from motcua.kernel.actors import Actor
from motcua.kernel.worktime import ZONE

NAME = "generate"
HELP = "Fill a trial database with an invented history."
NEEDS: Needs = "django"
BY = Actor(kind="system", id="generate", via="command")
REFORM = date(2025, 7, 1)


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Describe the arguments."""
    parser.add_argument("--dossiers", type=count(1), required=True, metavar="N", help="how many in all")
    parser.add_argument(
        "--largest-open",
        type=count(),
        default=0,
        metavar="N",
        help="open dossiers piled up at the largest agency",
    )
    parser.add_argument(
        "--days", type=count(1), default=365, help="how far back the history goes (default: %(default)s)"
    )
    parser.add_argument("--seed", type=count(), default=1, help="another number tells another story")
    parser.add_argument(
        "--jobs", type=count(1), default=os.cpu_count() or 1, help="processes (default: %(default)s)"
    )


def run(args: argparse.Namespace) -> int:
    """Invent and copy in."""
    if os.environ.get("MOTCUA_ENV") == "production":
        say("motcua generate: invented dossiers have no place in production; nothing was done.")
        return 1
    now = clock.now()
    today = now.astimezone(ZONE).date()
    first = max(REFORM, today - timedelta(days=args.days))
    found = shares(today, Random(args.seed))  # noqa: S311 - a story, not a secret
    if not found:
        say("motcua generate: no agency receives anything; load a province first.")
        return 4
    work = orders(found, args.dossiers, args.largest_open, first, now, args.seed)
    with Progress("dossiers", total=args.dossiers) as step:
        for done in _all(work, args.jobs):
            step.advance(done)
    print(f"{args.dossiers} dossiers at {len(work)} agencies; the largest is {work[0].share.agency_id}.")
    return 0


def _all(work: list[Order], jobs: int) -> Iterator[int]:
    if jobs < 2 or len(work) < 2:
        yield from map(tell, work)
        return
    connection.close()
    with multiprocessing.get_context("fork").Pool(jobs) as pool:
        yield from pool.imap_unordered(tell, work)


def tell(order: Order) -> int:
    """Copy one agency's history in; gives how many dossiers."""
    return copy_in(dossiers=history(order), by=BY, at=order.now)
