"""Alarms: the column only wakes the chore, the rule decides."""

from datetime import datetime
from uuid import UUID

from motcua.dossiers import events
from motcua.dossiers.models import Dossier, Hold
from motcua.dossiers.operations.apology_drafts import draft_apology
from motcua.dossiers.operations.begin import Subject
from motcua.dossiers.operations.expiring import expire
from motcua.dossiers.queries.derived import times_of
from motcua.dossiers.rules.clock import Alarm, Call
from motcua.dossiers.rules.holds import HoldKind
from motcua.dossiers.rules.supplements import STOPS
from motcua.dossiers.rules.uncollected import TIMES
from motcua.kernel.actors import Actor
from motcua.ledger.acts import Deed, act
from motcua.ledger.models import Event

IDENTITY = ("act_by", "answer_by", "due_at", "hold_id", "since", "times")
"""What tells one telling from another: the date it is about, the request, or which reminder it is."""

LATE = (Call.CANNOT_MAKE_IT, Call.NEAR_DUE, Call.OVERDUE)
"""When somebody looks whether an apology is owed."""


def raise_alarm(*, dossier_id: UUID, by: Actor, at: datetime) -> bool:
    """Record what the clock has to say about a dossier, once. Tells whether it had anything to say.

    Of several alarms that have come only the last is told: what is late already will not be late. An apology is
    drafted whichever it is.
    """
    with act(by=by, at=at) as deed:
        dossier = (
            Dossier.objects.select_for_update(skip_locked=True).filter(id=dossier_id, alarm_at__lt=at).first()
        )
        if dossier is None:
            return False
        moments = times_of(dossier, at=at, holds=list(dossier.holds.all()))
        dossier.due_at, dossier.act_by = moments.due_at, moments.act_by
        dossier.first_due_at = moments.first_due_at if dossier.extra_days else None
        dossier.alarm_at = moments.alarm_after(at)
        dossier.save(update_fields=["alarm_at", "due_at", "first_due_at", "act_by"])
        come = [alarm for alarm in moments.alarms if alarm.at < at and alarm.call is not Call.LOOK]
        return bool(come) and _said(deed, dossier, come[-1])


def _said(deed: Deed, dossier: Dossier, alarm: Alarm) -> bool:
    """Say it: record the fact, or stop the dossier where the law says that it is void without an answer."""
    if alarm.call in (Call.ANSWER_NEAR_DUE, Call.ANSWER_OVERDUE):
        asked = dossier.holds.get(kind=HoldKind.SUPPLEMENT, lifted_at=None)
        if alarm.call is Call.ANSWER_OVERDUE and asked.after == STOPS:
            expire(dossier_id=dossier.id, seen=dossier.version, by=deed.by, at=deed.at)
            return True
        return _recorded(deed, dossier, _unanswered(dossier, alarm.call, asked))
    drafted = alarm.call in LATE and draft_apology(dossier=dossier, by=deed.by, at=deed.at)
    fact = _fact(dossier, alarm)
    return (fact is not None and _recorded(deed, dossier, fact)) or drafted


def _recorded(deed: Deed, dossier: Dossier, fact: events.DossierFact) -> bool:
    """Record it unless it was recorded for this very date: after a pause or an act the column wakes us again."""
    same = {name: str(value) for name, value in fact.content().items() if name in IDENTITY}
    told = Event.objects.filter(thread=dossier.id, name=fact.name(), facts__contains=same)
    if told.exists():
        return False
    deed.record(fact)
    return True


def _unanswered(
    dossier: Dossier, call: Call, asked: Hold
) -> events.SupplementNearDue | events.SupplementOverdue:
    kind = events.SupplementNearDue if call is Call.ANSWER_NEAR_DUE else events.SupplementOverdue
    return kind(
        dossier_id=dossier.id, agency_id=dossier.agency_id, hold_id=asked.id, answer_by=str(asked.answer_by)
    )


def _fact(dossier: Dossier, alarm: Alarm) -> events.DossierFact | None:
    subject = Subject(dossier_id=dossier.id, agency_id=dossier.agency_id)
    match alarm.call:
        case Call.UNANSWERED:
            return events.DossierUnanswered(**subject, act_by=dossier.act_by.isoformat())
        case Call.OVERDUE:
            return events.DossierOverdue(**subject, due_at=dossier.act_by.isoformat())
        case Call.NEAR_DUE if not dossier.holds.filter(kind=HoldKind.WITHDRAWAL, lifted_at=None).exists():
            return events.DossierNearDue(**subject, due_at=dossier.act_by.isoformat())
        case Call.UNCOLLECTED | Call.STILL_UNCOLLECTED if dossier.ended_at is not None:
            since, times = dossier.ended_at.isoformat(), TIMES[alarm.call]
            return events.ResultUncollected(**subject, since=since, times=times)
    return None
