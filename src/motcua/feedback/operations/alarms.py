"""Alarms: the column only wakes the chore; whether somebody has answered meanwhile decides."""

from datetime import datetime
from uuid import UUID

from motcua.feedback import events
from motcua.feedback.models import HelpRequest
from motcua.kernel.actors import Actor
from motcua.ledger.acts import act


def raise_alarm(*, request_id: UUID, by: Actor, at: datetime) -> bool:
    """Tell that a request is nearly due, or that it is late and lies before the head; each once."""
    with act(by=by, at=at) as deed:
        rows = HelpRequest.objects.select_for_update(skip_locked=True)
        row = rows.filter(id=request_id, alarm_at__lt=at, replied_at=None, closed_at=None).first()
        if row is None or row.due_at is None:
            return False
        late = row.due_at < at
        row.late_at, row.alarm_at = (at, None) if late else (None, row.due_at)
        row.save(update_fields=["late_at", "alarm_at"])
        fact = events.HelpOverdue if late else events.HelpNearDue
        deed.record(fact(request_id=row.id, agency_id=row.agency_id, due_at=row.due_at))
    return True
