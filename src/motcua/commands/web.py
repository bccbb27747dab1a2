"""`motcua web`: the web server alone."""

import argparse
import os
import sys

from motcua.commands.registry import Needs
from motcua.commands.running import production, serving

NAME = "web"
HELP = "Run the web server alone."
NEEDS: Needs = "django"


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Describe the arguments."""
    serving.add_arguments(parser)


def run(args: argparse.Namespace) -> int:
    """Become the web server."""
    production.check()
    serving.check_port(args.host, args.port)
    os.environ["MOTCUA_DB_ROLE"] = "app"
    os.execv(sys.executable, serving.command(args.host, args.port, args.workers, args.threads))  # noqa: S606
