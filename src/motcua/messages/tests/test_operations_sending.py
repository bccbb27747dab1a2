"""Sent once, retried while it may help, asked for when unclear, and what came of it is seen."""

from datetime import timedelta
from uuid import uuid4

import pytest
from django.db import connection

from motcua.gateways import registry
from motcua.kernel.actors import SYSTEM
from motcua.messages import chores
from motcua.messages.models import Attempt, Message
from motcua.messages.operations import enqueue, send
from motcua.messages.operations import sending as sending_module
from motcua.messages.queries import sent_in_thread
from motcua.messages.rules.retrying import CLAIM_HOLDS, WAITS

MINUTE = timedelta(minutes=1)


def outcomes(message_id):
    return list(
        Attempt.objects.filter(message_id=message_id).order_by("id").values_list("outcome", flat=True)
    )


def state(message_id):
    return Message.objects.values_list("state", flat=True).get(id=message_id)


def test_a_message_arrives_with_its_words(queued, at):
    message_id = queued()
    send(message_id=message_id, at=at)
    [entry] = registry.carried("sms")
    assert (entry.to, entry.text) == (
        "+84912345678",
        "Hồ sơ H41.1-1 đã được tiếp nhận. Hẹn trả kết quả: Thứ Năm.",
    )
    assert (state(message_id), outcomes(message_id)) == ("sent", ["accepted"])


def test_a_letter_arrives_with_its_subject(queued, at):
    send(message_id=queued("an@vi.du"), at=at)
    [entry] = registry.carried("mail")
    assert entry.subject == "Đã tiếp nhận hồ sơ – H41.1-1"


def test_a_job_that_runs_twice_sends_once(queued, at):
    message_id = queued()
    send(message_id=message_id, at=at)
    send(message_id=message_id, at=at)
    assert len(registry.carried("sms")) == 1
    assert outcomes(message_id) == ["accepted"]


def test_a_carrier_that_is_down_is_tried_again_later(queued, jobs, at):
    message_id = queued("+84912345003")
    moment = at
    for n in range(3):
        send(message_id=message_id, at=moment)
        row = Message.objects.get(id=message_id)
        assert (row.state, row.next_try_at) == ("queued", moment + WAITS[n])
        moment = row.next_try_at
    assert jobs() == [(message_id, False)] + [(message_id, True)] * 3
    send(message_id=message_id, at=moment)
    assert outcomes(message_id) == ["unavailable"] * 3 + ["accepted"]
    assert state(message_id) == "sent"


def test_a_refused_message_is_not_tried_again(queued, jobs, at):
    message_id = queued("loi.an@vi.du")
    send(message_id=message_id, at=at)
    assert (state(message_id), outcomes(message_id)) == ("failed", ["refused"])
    assert len(jobs()) == 1


def test_a_lost_answer_is_asked_for_and_not_sent_again(queued, at):
    message_id = queued("+84912345005")
    send(message_id=message_id, at=at)
    assert state(message_id) == "unknown"
    send(message_id=message_id, at=at + MINUTE)
    assert (state(message_id), outcomes(message_id)) == ("sent", ["unknown", "accepted"])
    assert len(registry.carried("sms")) == 1


def test_what_the_carrier_knows_nothing_of_is_sent_again(queued, at):
    message_id = queued("+84912345006")
    send(message_id=message_id, at=at)
    assert registry.carried("sms") == []
    send(message_id=message_id, at=at + MINUTE)
    assert state(message_id) == "sent"
    assert len(registry.carried("sms")) == 1


def test_a_code_that_has_run_out_is_not_sent(queued, at):
    message_id = queued(template="sign_in_code", values={"code": "123456"})
    send(message_id=message_id, at=at + 11 * MINUTE)
    assert (state(message_id), outcomes(message_id)) == ("failed", ["late"])
    assert registry.carried("sms") == []


def test_a_message_that_somebody_is_sending_is_left_to_him(queued, jobs, at):
    message_id = queued()
    Message.objects.filter(id=message_id).update(state="sending", claimed_at=at)
    send(message_id=message_id, at=at + MINUTE)
    assert registry.carried("sms") == []
    assert jobs()[-1] == (message_id, True), "it is looked at again"


@pytest.mark.parametrize("arrived", [True, False])
def test_what_a_dead_worker_was_sending_is_asked_for_first(queued, at, monkeypatch, arrived):
    message_id = queued()

    def die(*_):
        raise KeyboardInterrupt

    monkeypatch.setattr(sending_module, "_write" if arrived else "_hand_over", die)
    with pytest.raises(KeyboardInterrupt):
        send(message_id=message_id, at=at)
    monkeypatch.undo()
    assert state(message_id) == "sending"
    send(message_id=message_id, at=at + CLAIM_HOLDS)
    assert state(message_id) == "sent"
    assert len(registry.carried("sms")) == 1


def test_of_two_workers_one_sends(queued, at, monkeypatch):
    message_id = queued()
    claim = sending_module._claim

    def overtaken(message, moment):
        Message.objects.filter(id=message_id).update(state="sending", claimed_at=at)
        return claim(message, moment)

    monkeypatch.setattr(sending_module, "_claim", overtaken)
    send(message_id=message_id, at=at + MINUTE)
    assert registry.carried("sms") == []


def test_messages_whose_job_was_lost_are_taken_up(queued, jobs, at):
    lost, stuck, young = queued(), queued(), queued()
    Message.objects.filter(id=stuck).update(state="sending", claimed_at=at)
    Message.objects.filter(id=young).update(next_try_at=at + 60 * MINUTE)
    assert chores.resume(at=at + 30 * MINUTE) == 2
    assert {message_id for message_id, _ in jobs()[3:]} == {lost, stuck}
    assert chores.resume(at=at + 31 * MINUTE) in (0, 1)


def test_the_timeline_tells_how_far_a_message_came_without_its_words(queued, at):
    thread = uuid4()
    send(message_id=queued(thread=thread), at=at + MINUTE)
    queued("loi.an@vi.du", thread=thread)
    sent, waiting = sorted(sent_in_thread(thread), key=lambda one: one.state, reverse=True)
    assert (sent.at, sent.address, sent.label, sent.what) == (
        at + MINUTE, "091****678", "Đã gửi", "Báo đã tiếp nhận hồ sơ",
    )  # fmt: skip
    assert (waiting.channel, waiting.label) == ("mail", "Đang chờ gửi")
    assert sent_in_thread(uuid4()) == []


@pytest.mark.database_clone
def test_no_transaction_is_open_while_the_carrier_is_called(
    database_clone, django_db_blocker, outgoing, at, monkeypatch
):
    seen = []
    gateway = registry.sms()
    with django_db_blocker.unblock():
        [message_id] = enqueue(drafts=[outgoing()], by=SYSTEM, at=at)
        monkeypatch.setattr(registry, "sms", lambda: _Watching(gateway, seen))
        send(message_id=message_id, at=at)
    assert seen == [False]


class _Watching:
    def __init__(self, gateway, seen):
        self._gateway, self._seen = gateway, seen

    def send(self, sms):
        self._seen.append(connection.in_atomic_block)
        self._gateway.send(sms)
