"""The jobs that send, made in the transaction that needs them; their arguments hold ids only."""

from collections.abc import Sequence
from datetime import timedelta
from uuid import UUID

from procrastinate.contrib.django import app
from procrastinate.types import JSONValue

TASK = "messages.send"


def send_later(message_ids: Sequence[UUID], wait: timedelta | None = None) -> None:
    """Have the worker send messages, at once or after a while.

    The wait is counted by the queue itself, so that it also passes while the portal's clock is set.
    """
    if message_ids:
        schedule = {"seconds": int(wait.total_seconds())} if wait else None
        task = app.configure_task(name=TASK, queue="messages", schedule_in=schedule)
        jobs: list[dict[str, JSONValue]] = [{"message_id": str(one)} for one in message_ids]
        task.batch_defer(*jobs)
