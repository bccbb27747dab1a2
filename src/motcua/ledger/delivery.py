"""Bringing facts to their listeners: each handler hears each fact once, however often the job runs."""

from collections.abc import Sequence
from dataclasses import fields
from typing import Any
from uuid import UUID

from django.db import connection, transaction

from motcua.ledger.facts import Fact
from motcua.ledger.models import Event
from motcua.ledger.wiring import After, kinds, listeners_after


class Heard:
    """A recorded fact as a handler receives it: the event's row and the fact read back from it."""

    __slots__ = ("event", "fact")

    def __init__(self, event: Event, fact: Fact) -> None:
        self.event = event
        self.fact = fact


def deliver(event_ids: Sequence[str]) -> int:
    """Call each listener of each event; gives how many ran. A handler that fails is retried with the job."""
    ran = 0
    for event in Event.objects.filter(id__in=list(event_ids)).order_by("id"):
        kind = kinds().get(event.name)
        if kind is None:
            continue
        heard = Heard(event, read_back(kind, event.facts))
        for handler in listeners_after(kind):
            ran += _once(heard, handler)
    return ran


def _once(heard: Heard, handler: After) -> int:
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


def release_stalled(*, after_seconds: int = 60) -> int:
    """Give the jobs of workers that died back to the queue, and tell how many; the living beat every 10 s."""
    with connection.cursor() as cursor:
        cursor.execute(
            "SELECT procrastinate_retry_job_v2(job.id, now(), NULL, NULL, NULL) FROM procrastinate_jobs job "
            "LEFT JOIN procrastinate_workers worker ON worker.id = job.worker_id WHERE job.status = 'doing' "
            "AND coalesce(worker.last_heartbeat <= now() - make_interval(secs => %s), true)",
            [after_seconds],
        )
        return int(cursor.rowcount)


def read_back(kind: type[Fact], content: dict[str, Any]) -> Fact:
    """Make the fact again from its canonical content (ids come back as text where the field says so)."""
    hints = {field.name: str(field.type) for field in fields(kind)}
    return kind(**{name: _read(hints[name], value) for name, value in content.items() if name in hints})


def _read(hint: str, value: Any) -> Any:
    if isinstance(value, list):
        return tuple(_read(hint, one) for one in value)
    return UUID(value) if value is not None and "UUID" in hint else value
