"""`motcua migrate`: bring the tables to the shape this version needs, as their owner."""

import argparse

from django.core.management import call_command

from motcua.bootstrap import database, home
from motcua.bootstrap.roles import open_connection
from motcua.commands.registry import Needs
from motcua.commands.running import stamps

NAME = "migrate"
HELP = "Bring the tables to the shape this version needs."
NEEDS: Needs = "owner"
LOCK = 7_700_001  # any number of our own: two machines of one installation never migrate at once


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Describe the arguments."""
    parser.add_argument("--check", action="store_true", help="only tell whether a model lacks its migration")
    parser.add_argument("--plan", action="store_true", help="only print what would be done")


def run(args: argparse.Namespace) -> int:
    """Migrate, or check."""
    if args.check:
        return _check()
    if args.plan:
        call_command("migrate", plan=True)
        return 0
    with open_connection(database.addresses(home.locate()).owner) as owner:
        owner.execute("SELECT pg_advisory_lock(%s)", [LOCK])
        call_command("migrate", interactive=False, verbosity=1)
        stamps.write(owner, "migrations", stamps.of_migrations())
    return 0


def _check() -> int:
    try:
        call_command("makemigrations", check=True, dry_run=True, verbosity=1)
    except SystemExit:
        print("A model has changed without a migration.")
        return 1
    return 0
