"""Gets ready what a subcommand stands on; loaded only when one does."""

import os

import django

from motcua.bootstrap import database, home
from motcua.commands.framework import say


def database_up() -> None:
    """See that the database answers, starting the embedded one when it is down."""
    where = home.locate()
    if database.ensure_up(where) and where.notice:
        say(where.notice)


def django_up() -> None:
    """Load Django with the product's settings."""
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "motcua.config.settings")
    django.setup()
