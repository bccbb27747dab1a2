"""A wiring for the ledger's own tests: two facts, and handlers that leave a trace in the database."""

from dataclasses import dataclass
from typing import ClassVar
from uuid import UUID

from django.db import connection

from motcua.ledger.facts import Fact
from motcua.ledger.numbers import Pending


@dataclass(frozen=True, kw_only=True)
class Happened(Fact):
    """Something happened to a thing of an agency."""

    SUBJECT: ClassVar[str] = "thing"
    UNIT: ClassVar[str | None] = "agency"
    thing: UUID
    agency: str | None
    number: "str | Pending" = ""


@dataclass(frozen=True, kw_only=True)
class Troubled(Happened):
    """A fact whose second handler does not always work."""


@dataclass(frozen=True, kw_only=True)
class Listed(Happened):
    """A fact with a list of ids."""

    files: tuple[UUID, ...]


def count(key):
    """Leave a trace: how often this handler has had an effect."""
    with connection.cursor() as cursor:
        cursor.execute(
            "INSERT INTO ledger_series AS s (key, value) VALUES (%s, 1) "
            "ON CONFLICT (key) DO UPDATE SET value = s.value + 1",
            [key],
        )


def counted(key):
    with connection.cursor() as cursor:
        cursor.execute("SELECT coalesce((SELECT value FROM ledger_series WHERE key = %s), 0)", [key])
        return cursor.fetchone()[0]


def first(heard):
    count(f"first:{heard.event.subject}")


def second(heard):
    count(f"second:{heard.event.subject}")


class trouble:  # noqa: N801 - a switch, read like a word
    """What goes wrong in `fails`, set by a test."""

    on = None


def fails(heard):
    count(f"fails:{heard.event.subject}")
    if trouble.on:
        trouble.on()


WITHIN = {}
AFTER = {Happened: (first, second), Troubled: (first, fails, second), Listed: ()}
