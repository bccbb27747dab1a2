"""Finds the subcommand, gets ready what it needs, loads its file and runs it."""

import argparse
import importlib
import os
import sys
from collections.abc import Sequence
from typing import Protocol, cast

from motcua.commands.registry import Command, Needs, available

EXIT_CODES = (
    "Exit codes: 0 done, 1 a finding or a refusal, 2 wrong usage, "
    "3 the machine (database, port, rights), 4 bad data."
)
HELP_WORDS = ("-h", "--help")


class Subcommand(Protocol):
    """What the file of a subcommand offers; `NAME`, `HELP` and `NEEDS` repeat its line in the registry."""

    NAME: str
    HELP: str
    NEEDS: Needs

    def add_arguments(self, parser: argparse.ArgumentParser) -> None:
        """Describe the arguments."""

    def run(self, args: argparse.Namespace) -> int:
        """Do it; return the exit code."""


def execute(argv: list[str]) -> int:
    """Run the command line."""
    chosen = _chosen(argv)
    module = None
    if chosen is not None:
        get_ready(chosen.needs, asks_help=any(word in argv for word in HELP_WORDS))
        module = cast(Subcommand, importlib.import_module(f"motcua.commands.{chosen.module}"))
    args = _parser(chosen, module).parse_args(argv)
    return 2 if module is None else module.run(args)


def get_ready(needs: Needs, *, asks_help: bool = False) -> None:
    """Bring up what the subcommand stands on; a question for help starts no server."""
    if needs == "nothing":
        return
    if needs == "owner":
        os.environ["MOTCUA_DB_ROLE"] = "owner"
    if not asks_help:
        importlib.import_module("motcua.commands.ready").database_up()
    if needs != "database":
        importlib.import_module("motcua.commands.ready").django_up()


def _chosen(argv: Sequence[str]) -> Command | None:
    first = next((word for word in argv if not word.startswith("-")), None)
    return next((command for command in available() if command.name == first), None)


def _parser(chosen: Command | None, module: Subcommand | None) -> argparse.ArgumentParser:
    top = argparse.ArgumentParser(
        prog="motcua",
        description="One door for administrative procedures.",
        epilog=EXIT_CODES,
        formatter_class=_wide,
    )
    commands = top.add_subparsers(metavar="COMMAND", dest="command", required=True)
    for command in available():
        parser = commands.add_parser(
            command.name, help=command.help, description=command.help, epilog=EXIT_CODES
        )
        if command is chosen and module is not None:
            module.add_arguments(parser)
    return top


def _wide(prog: str) -> argparse.HelpFormatter:
    return argparse.HelpFormatter(prog, max_help_position=22, width=100)


def say(sentence: str) -> None:
    """Tell the person at the terminal something that is not the answer asked for."""
    print(sentence, file=sys.stderr, flush=True)
