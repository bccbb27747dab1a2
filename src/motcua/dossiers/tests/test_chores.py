"""Alarms: overdue and unanswered dossiers are noticed once, by the clock."""

from datetime import timedelta

from motcua.dossiers.chores import raise_alarms
from motcua.dossiers.models import Dossier
from motcua.dossiers.operations import processing
from motcua.dossiers.queries.explaining import why_due
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


def test_an_act_between_the_due_moment_and_the_look_does_not_hide_that_it_is_overdue(cast, at):
    dossier, _ = filed(cast.an, at=at)
    dossier = processing.receive(dossier_id=dossier.id, seen=dossier.version, by=cast.binh, at=at)
    after = dossier.due_at + timedelta(seconds=30)
    processing.transfer(dossier_id=dossier.id, seen=dossier.version, by=cast.binh, at=after)
    assert raise_alarms(at=after + timedelta(minutes=1)) == 1


def test_a_late_dossier_that_moves_on_is_not_noticed_again_for_the_same_date(cast, at):
    dossier, _ = filed(cast.an, at=at)
    dossier = processing.receive(dossier_id=dossier.id, seen=dossier.version, by=cast.binh, at=at)
    after = dossier.due_at + timedelta(minutes=1)
    assert raise_alarms(at=after) == 1
    processing.transfer(
        dossier_id=dossier.id, seen=Dossier.objects.get(id=dossier.id).version, by=cast.binh, at=after
    )
    assert raise_alarms(at=after + timedelta(minutes=1)) == 0
    assert Dossier.objects.get(id=dossier.id).alarm_at is None
    assert _told(dossier).count("dossiers.DossierOverdue") == 1


def test_one_dossier_that_cannot_be_computed_keeps_no_other_waiting(an, at, caplog):
    broken, _ = filed(an, at=at)
    other, _ = filed(an, at=at)
    Dossier.objects.filter(id=broken.id).update(received_at=at, limit_amount=3, limit_unit="fortnight")
    assert raise_alarms(at=at + timedelta(days=2)) == 1
    assert _told(other)[-1] == "dossiers.DossierUnanswered"
    assert str(broken.id) in caplog.text


def test_a_limit_beyond_the_decreed_holidays_is_received_and_looked_at_again(cast, at):
    dossier, _ = filed(cast.an, at=at)
    Dossier.objects.filter(id=dossier.id).update(limit_amount=600, limit_unit="working_day")
    processing.receive(dossier_id=dossier.id, seen=dossier.version, by=cast.binh, at=at)
    dossier.refresh_from_db()
    assert (dossier.status, dossier.due_at) == (2, None)
    assert dossier.alarm_at.year == 2027
    assert "2027" in why_due(dossier, [], "vi")[0]
    assert raise_alarms(at=at + timedelta(days=1)) == 0
