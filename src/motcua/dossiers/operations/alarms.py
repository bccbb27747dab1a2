"""Alarms: the column only wakes the chore, the rule decides."""

from datetime import datetime
from uuid import UUID

from motcua.dossiers import events
from motcua.dossiers.models import Dossier
from motcua.dossiers.operations.begin import Subject
from motcua.dossiers.queries.derived import derive
from motcua.kernel.actors import Actor
from motcua.ledger.acts import Deed, act
from motcua.ledger.models import Event


def raise_alarm(*, dossier_id: UUID, by: Actor, at: datetime) -> bool:
    """Record that a dossier is overdue or was not answered in time, once. Tells whether it was."""
    with act(by=by, at=at) as deed:
        dossier = (
            Dossier.objects.select_for_update(skip_locked=True).filter(id=dossier_id, alarm_at__lt=at).first()
        )
        if dossier is None:
            return False
        derive(dossier, at=at)
        come = dossier.alarm_at is not None and dossier.alarm_at < at
        if come:
            dossier.alarm_at = None
        dossier.save(update_fields=["alarm_at", "due_at", "act_by"])
        return come and dossier.act_by <= at and _recorded(deed, dossier)


def _recorded(deed: Deed, dossier: Dossier) -> bool:
    """Record it unless it was recorded for this very date: after a pause or an act the column wakes us again."""
    subject = Subject(dossier_id=dossier.id, agency_id=dossier.agency_id)
    fact: events.DossierUnanswered | events.DossierOverdue
    if dossier.received_at is None:
        fact = events.DossierUnanswered(**subject, act_by=dossier.act_by.isoformat())
    else:
        fact = events.DossierOverdue(**subject, due_at=dossier.act_by.isoformat())
    moments = {name: value for name, value in fact.content().items() if name in ("act_by", "due_at")}
    told = Event.objects.filter(thread=dossier.id, name=fact.name(), facts__contains=moments)
    if told.exists():
        return False
    deed.record(fact)
    return True
