"""Alarms: the column only wakes the chore, the rule decides."""

from datetime import datetime
from uuid import UUID

from motcua.dossiers import events
from motcua.dossiers.models import Dossier
from motcua.dossiers.operations.begin import Subject
from motcua.dossiers.queries.derived import derive
from motcua.kernel.actors import Actor
from motcua.ledger.acts import act


def raise_alarm(*, dossier_id: UUID, by: Actor, at: datetime) -> bool:
    """Record that a dossier is overdue or was not answered in time, once. Tells whether it was."""
    with act(by=by, at=at) as deed:
        dossier = (
            Dossier.objects.select_for_update(skip_locked=True).filter(id=dossier_id, alarm_at__lt=at).first()
        )
        if dossier is None:
            return False
        version = dossier.version
        derive(dossier, at=at)
        dossier.version = version
        dossier.save(update_fields=["alarm_at", "due_at", "act_by"])
        if dossier.act_by >= at or dossier.closed:
            return False
        subject = Subject(dossier_id=dossier.id, agency_id=dossier.agency_id)
        if dossier.received_at is None:
            deed.record(events.DossierUnanswered(**subject, act_by=dossier.act_by.isoformat()))
        elif dossier.due_at is not None:
            deed.record(events.DossierOverdue(**subject, due_at=dossier.due_at.isoformat()))
    return True
