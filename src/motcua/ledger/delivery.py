"""Bringing facts to their listeners: each handler hears each fact once, however often the job runs."""

from collections.abc import Sequence
from typing import Any
from uuid import UUID

from django.db import connection, transaction

from motcua.ledger.facts import Fact
from motcua.ledger.models import Event
from motcua.ledger.wiring import kinds, listeners_after


class Heard:
    """A recorded fact as a handler receives it: the event's row and the fact read back from it."""

    __slots__ = ("event", "fact")

    def __init__(self, event: Event, fact: Fact) -> None:
        self.event = event
        self.fact = fact


def deliver(event_ids: Sequence[str]) -> int:
    """Call each listener of each event; gives how many handlers ran. A handler that fails is retried with the job."""
    ran = 0
    for event in Event.objects.filter(id__in=list(event_ids)).order_by("id"):
        kind = kinds().get(event.name)
        if kind is None:
            continue
        heard = Heard(event, read_back(kind, event.facts))
        for handler in listeners_after(kind):
            ran += _once(heard, handler)
    return ran


def _once(heard: Heard, handler: Any) -> int:
    name = f"{handler.__module__}.{handler.__qualname__}"
    with transaction.atomic(), connection.cursor() as cursor:
        cursor.execute(
            "INSERT INTO ledger_handling (event_id, handler) VALUES (%s, %s) ON CONFLICT DO NOTHING",
            [heard.event.id, name],
        )
        if cursor.rowcount == 0:
            return 0
        handler(heard)
    return 1


def read_back(kind: type[Fact], content: dict[str, Any]) -> Fact:
    """Make the fact again from its canonical content (ids come back as text where the field says so)."""
    values = {}
    for name, hint in kind.__annotations__.items():
        if name in content:
            value = content[name]
            values[name] = UUID(value) if value is not None and "UUID" in str(hint) else value
    return kind(**values)
