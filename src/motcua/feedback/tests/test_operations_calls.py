"""Missed calls: each once, an hour's ringing is one request, and every one comes to somebody."""

from datetime import timedelta

from motcua.feedback.models import HelpRequest, TakenCall
from motcua.feedback.operations import answering
from motcua.feedback.operations.calls import report, take_in
from motcua.feedback.tests.conftest import COMMUNE, call
from motcua.gateways.telephony.port import BadLine
from motcua.kernel.actors import SYSTEM
from motcua.ledger.models import Event


def taken(calls, at):
    return take_in(calls=calls, by=SYSTEM, at=at)


def test_a_missed_call_waits_at_the_place_whose_duty_number_rang(place, at):
    assert taken([call(at)], at) == 1
    row = HelpRequest.objects.get()
    assert (row.kind, row.agency_id, row.place_id, row.calls) == ("call", COMMUNE, place.id, 1)
    assert row.due_at == at + timedelta(hours=2)


def test_a_call_that_is_told_twice_is_taken_once(place, at):
    assert taken([call(at), call(at)], at) == 1
    assert taken([call(at)], at + timedelta(minutes=3)) == 0
    assert TakenCall.objects.count() == 1


def test_ringing_again_while_waiting_is_the_same_request_and_is_counted(place, at):
    taken([call(at), call(at + timedelta(minutes=20)), call(at + timedelta(hours=3))], at)
    row = HelpRequest.objects.get()
    assert row.calls == 3
    assert row.due_at == at + timedelta(hours=2), "the promise runs from the first ringing"


def test_within_an_hour_of_the_last_call_it_is_one_request_and_later_another(place, cast, at):
    taken([call(at)], at)
    row = HelpRequest.objects.get()
    answering.take(request_id=row.id, by=cast.binh, at=at)
    answering.close(request_id=row.id, outcome="answered", by=cast.binh, at=at)
    taken([call(at + timedelta(minutes=50))], at + timedelta(minutes=50))
    assert HelpRequest.objects.count() == 1
    taken([call(at + timedelta(hours=2))], at + timedelta(hours=2))
    assert HelpRequest.objects.count() == 2


def test_a_duty_number_that_nobody_has_told_rings_at_the_provincial_centre(place, at):
    taken([call(at, called="02388888888")], at)
    row = HelpRequest.objects.get()
    assert row.agency_id != COMMUNE
    assert row.place_id


def test_a_bad_line_is_reported_once_by_its_place_and_without_its_words(at, db):
    line = BadLine("missed.csv:7", "0912345678;;", "ValueError")
    for _ in range(2):
        report(lines=[line], by=SYSTEM, at=at)
    fact = Event.objects.get(name="feedback.CallUnreadable")
    assert fact.facts["where"] == "missed.csv:7"
    assert "0912345678" not in str(fact.facts)
