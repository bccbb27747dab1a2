"""The job that signs, made in the transaction that needs it; its argument holds an id only."""

from uuid import UUID

from procrastinate.contrib.django import app

TASK = "dossiers.sign"


def sign_later(order_id: UUID) -> None:
    """Have the worker sign a result."""
    app.configure_task(name=TASK, queue="signing").defer(order_id=str(order_id))
