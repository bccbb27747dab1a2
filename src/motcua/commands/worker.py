"""`motcua worker`: delivers facts, sends messages, does the chores of the timetable."""

import argparse
import asyncio

from procrastinate import App
from procrastinate.contrib.django import app
from procrastinate.contrib.django.utils import connector_params
from procrastinate.psycopg_connector import PsycopgConnector

from motcua.commands.arguments import count
from motcua.commands.registry import Needs
from motcua.commands.running import production

NAME = "worker"
HELP = "Run the worker alone."
NEEDS: Needs = "django"
GRACE_SECONDS = 10


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Describe the arguments."""
    parser.add_argument(
        "--concurrency", type=count(1), default=2, help="jobs at a time (default: %(default)s)"
    )
    parser.add_argument("--once", action="store_true", help="end when no job is waiting")


def run(args: argparse.Namespace) -> int:
    """Work until a signal comes, or until nothing is left to do."""
    production.check()
    connector = PsycopgConnector(
        kwargs=connector_params("default"), min_size=1, max_size=args.concurrency + 2
    )
    # An app of its own: were the connector of the common app replaced, the jobs that a handler asks for would
    # be seen, and taken, before the handler's transaction commits what they are about.
    asyncio.run(_work(app.with_connector(connector), args.concurrency, wait=not args.once))
    return 0


async def _work(workers: App, concurrency: int, *, wait: bool) -> None:
    async with workers.open_async():
        await workers.run_worker_async(
            concurrency=concurrency,
            wait=wait,
            shutdown_graceful_timeout=GRACE_SECONDS,
            delete_jobs="successful",
        )
