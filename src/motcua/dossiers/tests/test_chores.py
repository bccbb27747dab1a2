"""Alarms: overdue and unanswered dossiers are noticed once, by the clock."""

from datetime import timedelta

from motcua.dossiers.chores import raise_alarms
from motcua.dossiers.models import Dossier
from motcua.dossiers.operations import processing
from motcua.dossiers.tests.factories import filed
from motcua.ledger.models import Event


def _told(dossier):
    return list(Event.objects.filter(thread=dossier.id).order_by("id").values_list("name", flat=True))


def test_an_online_dossier_not_answered_in_eight_working_hours_is_noticed_once(an, at):
    dossier, _ = filed(an, at=at)
    assert raise_alarms(at=at + timedelta(hours=3)) == 0
    assert raise_alarms(at=at + timedelta(days=2)) == 1
    assert raise_alarms(at=at + timedelta(days=3)) == 0
    assert _told(dossier)[-1] == "dossiers.DossierUnanswered"


def test_an_overdue_dossier_is_noticed_once(cast, at):
    dossier, _ = filed(cast.an, at=at)
    processing.receive(dossier_id=dossier.id, seen=dossier.version, by=cast.binh, at=at)
    due = Dossier.objects.get(id=dossier.id).due_at
    assert raise_alarms(at=due - timedelta(minutes=1)) == 0
    assert raise_alarms(at=due + timedelta(minutes=1)) == 1
    assert raise_alarms(at=due + timedelta(days=1)) == 0
    assert _told(dossier)[-1] == "dossiers.DossierOverdue"
