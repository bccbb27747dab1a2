"""Each test has simulators of its own, and sees which jobs were made."""

from uuid import UUID

import pytest
from django.db import connection

from motcua.kernel.actors import SYSTEM
from motcua.kernel.ids import uuid7
from motcua.messages.operations import enqueue
from motcua.messages.outgoing import Outgoing


@pytest.fixture(autouse=True)
def simulators(settings, tmp_path):
    """Both carriers simulated, with an empty memory."""
    settings.SIMULATORS_ROOT = tmp_path / "simulators"
    settings.GATEWAYS = {"clock": "live", "sms": "simulator", "mail": "simulator"}


@pytest.fixture
def outgoing():
    """Make a message as another room asks for it."""

    def make(address="+84912345678", **changes):
        base = {
            "event_id": uuid7(),
            "recipient": "ben-an",
            "channel": "sms" if address.startswith("+") else "mail",
            "address": address,
            "template": "dossier_received",
            "values": {"code": "H41.1-1", "procedure": "Khai sinh", "agency": "UBND xã", "due": "Thứ Năm"},
        }
        return Outgoing(**{**base, **changes})

    return make


@pytest.fixture
def queued(db, outgoing, at):
    """Enqueue one message to an address and give its id."""

    def make(address="+84912345678", **changes):
        [message_id] = enqueue(drafts=[outgoing(address, **changes)], by=SYSTEM, at=at)
        return message_id

    return make


@pytest.fixture
def jobs(db):
    """The waiting jobs as (message, is it for later)."""

    def read():
        with connection.cursor() as cursor:
            cursor.execute(
                "SELECT args->>'message_id', scheduled_at IS NOT NULL FROM procrastinate_jobs "
                "WHERE task_name = 'messages.send' ORDER BY id"
            )
            return [(UUID(message_id), later) for message_id, later in cursor.fetchall()]

    return read
