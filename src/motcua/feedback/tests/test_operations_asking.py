"""Asking to be called back: when it is due, how often one may ask, and what is kept how."""

from datetime import UTC, datetime, timedelta

import pytest

from motcua.feedback.errors import Incomplete, NotAllowed
from motcua.feedback.models import HelpRequest
from motcua.feedback.tests.conftest import FRIDAY
from motcua.ledger.models import Event


def test_two_working_hours_from_friday_half_past_four_end_on_monday_morning(wished):
    row = wished(FRIDAY)
    assert row.due_at == datetime(2026, 9, 14, 1, 30, tzinfo=UTC), "Monday 08:30: the offices open at 07:00"
    assert row.alarm_at == datetime(2026, 9, 14, 0, 30, tzinfo=UTC)


def test_name_number_and_words_are_sealed_and_in_no_fact(wished, at):
    row = wished(at)
    raw = b"".join(bytes(one) for one in (row.said_sealed, row.phone_sealed, row.phone_index))
    assert b"Mai" not in raw
    assert b"912345678" not in raw
    assert row.phone_masked.endswith("678")
    told = str(Event.objects.get(name="feedback.HelpAsked").facts)
    assert "Mai" not in told
    assert "912345678" not in told


def test_a_number_that_waits_already_is_given_its_own_request_again(wished, at):
    first = wished(at)
    assert wished(at + timedelta(minutes=5), asker=b"b") == first
    assert HelpRequest.objects.count() == 1


def test_who_asks_for_many_numbers_waits_longer_and_longer_and_others_do_not(wished, at):
    wished(at)
    with pytest.raises(NotAllowed):
        wished(at + timedelta(seconds=20), phone="0987654321")
    wished(at + timedelta(seconds=20), phone="0987654322", asker=b"b")
    wished(at + timedelta(minutes=2), phone="0987654321")


@pytest.mark.parametrize(
    ("field", "value"), [("phone", "12"), ("name", " "), ("language", "xx"), ("about", "a" * 1001)]
)
def test_what_is_wrong_is_said_at_its_field(wished, at, field, value):
    with pytest.raises(Incomplete) as told:
        wished(at, **{field: value})
    assert [name for name, _ in told.value.problems] == [field]
