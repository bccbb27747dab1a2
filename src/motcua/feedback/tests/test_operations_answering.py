"""Officers take, call and end; late requests lie before the head; words are forgotten in time."""

from datetime import timedelta

import pytest

from motcua.feedback.chores import forget, raise_alarms
from motcua.feedback.errors import Incomplete, NotAllowed, NotFound
from motcua.feedback.models import HelpEntry, HelpRequest
from motcua.feedback.operations import answering
from motcua.feedback.queries.figures import figures
from motcua.feedback.queries.queue import counts, queue
from motcua.feedback.queries.reading import request_for
from motcua.feedback.tests.conftest import FRIDAY
from motcua.ledger.models import Event


def told(name):
    return Event.objects.filter(name=f"feedback.{name}").count()


def test_only_officers_there_find_the_request(wished, cast, at):
    row = wished(at)
    assert queue(cast.binh, "waiting", at=at) == [row]
    for stranger in (cast.chi, cast.dung, cast.an):
        assert queue(stranger, "waiting", at=at) == []
        with pytest.raises(NotFound):
            request_for(stranger, row.id)
        with pytest.raises(NotFound):
            answering.take(request_id=row.id, by=stranger, at=at)


def test_number_and_name_are_opened_for_who_took_it_and_for_nobody_else(wished, cast, at):
    row = wished(at)
    assert request_for(cast.binh, row.id).phone == ""
    answering.take(request_id=row.id, by=cast.binh, at=at)
    view = request_for(cast.binh, row.id)
    assert (view.name, view.phone, view.about) == ("Vi Thị Mai", "+84912345678", "Khai sinh")
    assert request_for(cast.bich, row.id).phone == "", "a colleague did not take it"


def test_what_a_colleague_took_is_answered_by_the_colleague(wished, cast, at):
    row = wished(at)
    answering.take(request_id=row.id, by=cast.binh, at=at)
    for act in (answering.give_back, answering.note_try):
        with pytest.raises(NotAllowed):
            act(request_id=row.id, by=cast.bich, at=at)
    with pytest.raises(NotAllowed):
        answering.take(request_id=row.id, by=cast.bich, at=at)
    answering.give_back(request_id=row.id, by=cast.binh, at=at)
    answering.take(request_id=row.id, by=cast.bich, at=at)
    assert counts(cast.bich, at=at).mine == 1


def test_not_reached_ends_a_request_only_after_three_tries(wished, cast, at):
    row = wished(at)
    answering.take(request_id=row.id, by=cast.binh, at=at)
    for tries in range(3):
        with pytest.raises(Incomplete):
            answering.close(request_id=row.id, outcome="unreachable", by=cast.binh, at=at)
        assert HelpRequest.objects.get().tries == tries
        answering.note_try(request_id=row.id, by=cast.binh, at=at)
    answering.close(request_id=row.id, outcome="unreachable", by=cast.binh, at=at)
    assert counts(cast.binh, at=at).mine == 0


def test_the_head_is_told_once_before_and_once_after_the_time_is_over(wished, cast, at):
    row = wished(FRIDAY)
    assert raise_alarms(at=row.due_at - timedelta(minutes=59)) == 1
    assert (told("HelpNearDue"), told("HelpOverdue")) == (1, 0)
    late = row.due_at + timedelta(minutes=1)
    assert raise_alarms(at=late) == 1
    assert raise_alarms(at=late + timedelta(minutes=1)) == 0
    assert (told("HelpNearDue"), told("HelpOverdue")) == (1, 1)
    assert queue(cast.binh, "late", at=late) == [row]
    assert HelpRequest.objects.get().late_at == late


def test_a_call_in_time_keeps_the_promise_and_no_alarm_is_raised(wished, cast):
    row = wished(FRIDAY)
    answering.take(request_id=row.id, by=cast.binh, at=FRIDAY)
    answering.note_try(request_id=row.id, by=cast.binh, at=FRIDAY + timedelta(minutes=10))
    assert raise_alarms(at=row.due_at + timedelta(hours=1)) == 0
    assert counts(cast.binh, at=row.due_at + timedelta(hours=1)).late == 0


def test_oversight_sees_the_median_in_working_minutes_and_officers_do_not(wished, cast):
    monday = FRIDAY + timedelta(hours=62, minutes=40)  # 07:10 in Vietnam
    for number, minutes in (("0912345678", 0), ("0912345679", 20), ("0912345677", 50)):
        row = wished(FRIDAY, phone=number, asker=number.encode())
        answering.take(request_id=row.id, by=cast.binh, at=FRIDAY)
        answering.note_try(request_id=row.id, by=cast.binh, at=monday + timedelta(minutes=minutes))
    [line] = figures(cast.dung, at=monday + timedelta(hours=1))
    assert line.median_minutes == 30 + 10 + 20, "half an hour on Friday, half an hour on Monday"
    assert figures(cast.binh, at=monday) == []


def test_names_and_numbers_go_a_year_after_the_end_and_the_counts_stay(wished, cast, at):
    row = wished(at)
    answering.take(request_id=row.id, by=cast.binh, at=at)
    answering.close(request_id=row.id, outcome="answered", note="Đã hướng dẫn bà Mai.", by=cast.binh, at=at)
    forget(at=at + timedelta(days=364))
    assert HelpRequest.objects.get().phone_sealed is not None
    forget(at=at + timedelta(days=366))
    kept = HelpRequest.objects.get()
    assert (kept.said_sealed, kept.phone_sealed, kept.phone_index, kept.phone_masked) == (
        None,
        None,
        None,
        "",
    )
    assert not HelpEntry.objects.exclude(text_sealed=None).exists()
    assert kept.reply_minutes == 0
