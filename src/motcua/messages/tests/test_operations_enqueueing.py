"""A message is written once, with its job, in the transaction of the act; what it says is sealed."""

import pytest
from django.db import transaction

from motcua.kernel.actors import SYSTEM
from motcua.kernel.ids import moment_of, uuid7
from motcua.messages.models import Message
from motcua.messages.operations import enqueue
from motcua.messages.rules.wording import Unwritable
from motcua.messages.sealing import open_address, open_words

pytestmark = pytest.mark.django_db


def test_a_message_waits_with_its_job(queued, jobs):
    message_id = queued()
    row = Message.objects.get(id=message_id)
    assert (row.state, row.channel, row.template, row.tries) == ("queued", "sms", "dossier_received", 0)
    assert jobs() == [(message_id, False)]


def test_the_same_fact_person_and_template_make_one_message(outgoing, jobs, at):
    draft = outgoing()
    first = enqueue(drafts=[draft], by=SYSTEM, at=at)
    again = enqueue(drafts=[draft, draft], by=SYSTEM, at=at)
    assert first == again
    assert Message.objects.count() == 1
    assert len(jobs()) == 1


def test_another_person_or_template_is_another_message(outgoing, at):
    event = uuid7()
    drafts = [
        outgoing(event_id=event),
        outgoing(event_id=event, recipient="ben-khac"),
        outgoing(event_id=event, template="dossier_refused"),
    ]
    assert len(set(enqueue(drafts=drafts, by=SYSTEM, at=at))) == 3


def test_keys_lie_beside_their_fact_in_time(outgoing, at):
    draft = outgoing()
    [message_id] = enqueue(drafts=[draft], by=SYSTEM, at=at)
    assert moment_of(message_id) == moment_of(draft.event_id)


def test_neither_address_nor_words_lie_open_in_the_row(queued):
    row = Message.objects.get(id=queued("nguyen.an@vi.du"))
    everything = b" ".join(str(value).encode() if not isinstance(value, bytes | memoryview) else bytes(value)
                           for value in Message.objects.values_list().get(id=row.id))  # fmt: skip
    assert b"nguyen.an" not in everything
    assert "Hẹn trả".encode() not in everything
    assert open_address(row.id, bytes(row.address_sealed)) == "nguyen.an@vi.du"
    assert "Hẹn trả kết quả: Thứ Năm." in open_words(row.id, bytes(row.text_sealed)).text


def test_what_the_act_takes_back_is_never_sent(outgoing, jobs, at):
    def fail():
        with transaction.atomic():
            enqueue(drafts=[outgoing()], by=SYSTEM, at=at)
            raise RuntimeError

    with pytest.raises(RuntimeError):
        fail()
    assert not Message.objects.exists()
    assert jobs() == []


def test_a_message_that_cannot_be_written_stops_the_act(outgoing, at):
    with pytest.raises(Unwritable):
        enqueue(drafts=[outgoing(values={})], by=SYSTEM, at=at)


def test_a_message_in_english_is_written_in_english(queued):
    row = Message.objects.get(id=queued(language="en"))
    assert open_words(row.id, bytes(row.text_sealed)).text.startswith("Dossier H41.1-1 was received.")
