"""The owner learns before the due moment that a dossier may be late: once, by the right way, in the right words."""

from datetime import timedelta

import pytest

from motcua.dossiers import notices
from motcua.dossiers.chores import raise_alarms
from motcua.dossiers.events import DossierNearDue
from motcua.dossiers.models import Dossier
from motcua.dossiers.operations import answering, processing
from motcua.dossiers.operations.alarms import raise_alarm
from motcua.dossiers.operations.processing import Asked
from motcua.dossiers.queries.timeline import timeline
from motcua.dossiers.tests.factories import filed, photo
from motcua.kernel.actors import SYSTEM
from motcua.ledger.delivery import Heard, deliver, read_back
from motcua.ledger.models import Event
from motcua.messages.models import Message

DAY = timedelta(days=1)
NEAR, OVERDUE = "dossiers.DossierNearDue", "dossiers.DossierOverdue"


def do(act, dossier, by, at, **more):
    seen = Dossier.objects.get(id=dossier.id).version
    act(dossier_id=dossier.id, seen=seen, by=by, at=at, **more)
    return Dossier.objects.get(id=dossier.id)


@pytest.fixture
def dossier(cast, at):
    """Received on Tuesday, 8 September 2026, due on Tuesday, 15 September at the close of office."""
    made, _ = filed(cast.an, at=at)
    Dossier.objects.filter(id=made.id).update(limit_amount=5, limit_unit="working_day")
    return do(processing.receive, made, cast.binh, at)


def told(dossier):
    return [moment.name for moment in timeline(dossier.id, audience="citizen")]


def test_the_warning_comes_one_working_day_before_and_the_overdue_notice_after(dossier):
    near = dossier.due_at - DAY
    assert (
        raise_alarms(at=dossier.alarm_at + timedelta(minutes=1)) == 1
    )  # the letter for the head, that morning
    assert Dossier.objects.get(id=dossier.id).alarm_at == near
    assert raise_alarms(at=near) == 0
    assert raise_alarms(at=near + timedelta(minutes=1)) == 1
    assert told(dossier)[-1] == NEAR
    assert Dossier.objects.get(id=dossier.id).alarm_at == dossier.due_at
    assert raise_alarms(at=dossier.due_at) == 0
    assert raise_alarms(at=dossier.due_at + timedelta(minutes=1)) == 1
    assert told(dossier)[-2:] == [NEAR, OVERDUE]


def test_acts_in_between_bring_no_second_warning(dossier, cast):
    after = dossier.due_at - DAY + timedelta(minutes=1)
    assert raise_alarms(at=after) == 1
    moved = do(processing.transfer, dossier, cast.binh, after)
    assert moved.alarm_at < after  # the column wakes us again, the rule knows
    assert raise_alarms(at=after + timedelta(minutes=1)) == 0
    assert Dossier.objects.get(id=dossier.id).alarm_at == dossier.due_at
    assert told(dossier).count(NEAR) == 1


def test_a_pause_brings_a_new_due_date_and_that_date_its_own_warning(dossier, cast, at):
    near = dossier.due_at - DAY + timedelta(minutes=1)
    assert raise_alarms(at=near) == 1
    do(
        processing.ask_supplement,
        dossier,
        cast.binh,
        near,
        items=[Asked(4, "Giấy chứng sinh", "Ảnh mờ quá.")],
    )
    assert raise_alarms(at=dossier.due_at + timedelta(minutes=1)) == 0
    answering.attach_answer(
        dossier_id=dossier.id, component=4, stream=photo(), name="a.jpg", by=cast.an, at=near + 3 * DAY
    )
    goes_on = do(answering.answer_supplement, dossier, cast.an, near + 3 * DAY)
    assert goes_on.due_at > dossier.due_at
    moments = [Event.objects.filter(thread=dossier.id, name=NEAR).count()]
    raise_alarms(at=goes_on.due_at - timedelta(minutes=1))
    moments.append(Event.objects.filter(thread=dossier.id, name=NEAR).count())
    assert moments == [1, 1]  # answered on the eve of the new date: it was told with the answer
    Dossier.objects.filter(id=dossier.id).update(limit_amount=9)
    later = do(processing.transfer, dossier, cast.binh, near + 3 * DAY)
    assert raise_alarms(at=later.due_at - timedelta(minutes=1)) == 1
    assert told(dossier).count(NEAR) == 2


def test_what_is_late_already_is_not_said_to_be_late_soon(dossier):
    assert raise_alarms(at=dossier.due_at + DAY) == 1  # the worker stood still
    assert told(dossier)[-1] == OVERDUE
    assert NEAR not in told(dossier)


def test_who_asked_to_withdraw_is_not_warned_unless_the_agency_declines(dossier, cast):
    do(answering.ask_withdrawal, dossier, cast.an, dossier.due_at - 2 * DAY)
    near = dossier.due_at - DAY + timedelta(minutes=1)
    assert raise_alarms(at=near) == 0
    do(answering.decline_withdrawal, dossier, cast.binh, near, reason="Hồ sơ đã trình ký, sắp có kết quả.")
    assert raise_alarms(at=near + timedelta(minutes=1)) == 1


def test_an_act_that_fails_at_its_end_leaves_the_alarm_for_the_next_look(dossier, monkeypatch):
    near = dossier.due_at - DAY + timedelta(minutes=1)

    def dies(*words, **more):
        raise OSError

    with monkeypatch.context() as broken:
        broken.setattr("motcua.ledger.writing.write_down", dies)
        with pytest.raises(OSError):
            raise_alarm(dossier_id=dossier.id, by=SYSTEM, at=near)
    assert raise_alarms(at=near) == 1


def test_the_owner_gets_one_message_however_often_the_fact_is_delivered(dossier):
    raise_alarms(at=dossier.due_at - DAY + timedelta(minutes=1))
    event = Event.objects.get(thread=dossier.id, name=NEAR)
    assert deliver([str(event.id)]) == 1
    assert deliver([str(event.id)]) == 0
    notices.tell_owner(heard(event))
    message = Message.objects.get(thread=dossier.id, template="dossier_near_due")
    assert (message.channel, message.language) == ("sms", "vi")


def heard(event):
    return Heard(event, read_back(DossierNearDue, event.facts))


def test_strangers_learn_nothing_of_it(dossier):
    raise_alarms(at=dossier.due_at - DAY + timedelta(minutes=1))
    recipients = {one.recipient for one in notices.owner_messages(heard(Event.objects.get(name=NEAR)))}
    assert recipients == {str(dossier.submitter_id)}
