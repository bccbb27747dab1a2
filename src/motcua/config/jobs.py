"""What the worker can do: named jobs, and the periodic ones of the timetable."""

from typing import Any
from uuid import UUID

from procrastinate import App, RetryStrategy
from procrastinate.contrib.django import app

from motcua.config import timetable
from motcua.dossiers.operations import signing
from motcua.gateways import clock
from motcua.ledger import delivery
from motcua.messages import operations as messages

RETRY = RetryStrategy(max_attempts=12, exponential_wait=3)


def register(app: App) -> None:
    """Give procrastinate every job (called by it once Django is ready)."""
    app.task(name="ledger.deliver", queue="facts", retry=RETRY)(deliver)
    app.task(name="messages.send", queue="messages", retry=RETRY)(send_message)
    app.task(name="dossiers.sign", queue="signing", retry=RETRY)(sign_result)
    for name, cron, chore in timetable.CHORES:
        task = app.task(name=name, queue="chores", queueing_lock=name)(_periodic(chore))
        app.periodic(cron=cron, periodic_id=name)(task)


def deliver(events: list[str]) -> None:
    """Bring the facts of one act to their listeners."""
    delivery.deliver(events)


def send_message(message_id: str) -> None:
    """Send one message."""
    messages.send(message_id=UUID(message_id), at=clock.now())


def sign_result(order_id: str) -> None:
    """Sign one result and issue it."""
    signing.carry_out(order_id=UUID(order_id), at=clock.now())


def _periodic(chore: Any) -> Any:
    def run(timestamp: int) -> None:  # noqa: ARG001
        chore(at=clock.now())

    return run


__all__ = ["app", "register"]
