"""A phone that serves many is registered with who and why, for a time; the stranger sees nothing of it."""

from datetime import date, timedelta

import pytest

from motcua.accounts.errors import Incomplete, NotFound
from motcua.accounts.models import TrustedContact
from motcua.accounts.operations.trusting import end_trust, register
from motcua.accounts.queries.trusted import is_trusted, trusted_contacts
from motcua.accounts.rules.trusting import Agreement
from motcua.accounts.sealing import index_of
from motcua.ledger.models import Event

DAY = date(2026, 9, 8)
KEY_OF = "+84977777777"


def agreement(**changes):
    said = {
        "phone": "0977 777 777",
        "holder": "Vi Văn Nam",
        "kind": "hamlet_head",
        "serves": "Bản Huồi Phuôn",
        "why": "Cả bản không có sóng, trưởng bản nhận tin giúp.",
        "last": date(2027, 9, 8),
    }
    return Agreement(**said | changes)


def key():
    return index_of(KEY_OF, "origin.phone")


def test_it_is_trusted_from_the_day_it_was_registered_until_its_last(cast, at):
    register(said=agreement(), by=cast.binh, at=at)
    days = [DAY - timedelta(days=1), DAY, date(2027, 9, 8), date(2027, 9, 9)]
    assert [is_trusted(key(), day) for day in days] == [False, True, True, False]
    row = TrustedContact.objects.get()
    assert "0977777777" not in row.phone_masked
    assert b"977777777" not in bytes(row.phone_sealed)
    assert "Nam" not in str(Event.objects.get(name="accounts.ContactTrusted").facts)


def test_an_end_with_its_reason_ends_it_that_day_and_what_was_stays(cast, at):
    row = register(said=agreement(), by=cast.binh, at=at)
    with pytest.raises(Incomplete):
        end_trust(trusted_id=row.id, reason="thôi", by=cast.bao, at=at)
    end_trust(
        trusted_id=row.id, reason="Người giữ số chuyển đi nơi khác.", by=cast.bao, at=at + timedelta(days=10)
    )
    assert [is_trusted(key(), DAY + timedelta(days=more)) for more in (9, 10)] == [True, False]
    assert TrustedContact.objects.get().end_reason


def test_a_longer_agreement_ends_the_one_before(cast, at):
    first = register(said=agreement(last=DAY + timedelta(days=30)), by=cast.binh, at=at)
    second = register(said=agreement(), by=cast.binh, at=at + timedelta(days=29))
    first.refresh_from_db()
    assert (first.ended_at is None, second.ended_at is None) == (False, True)
    assert is_trusted(key(), date(2027, 1, 1))


@pytest.mark.parametrize(
    ("field", "value"),
    [
        ("phone", "12"),
        ("holder", " "),
        ("kind", "broker"),
        ("serves", ""),
        ("why", "nhờ"),
        ("last", None),
        ("last", DAY - timedelta(days=1)),
        ("last", date(2027, 9, 10)),
    ],
)
def test_what_is_missing_or_too_long_is_said_by_field(cast, at, field, value):
    with pytest.raises(Incomplete) as said:
        register(said=agreement(**{field: value}), by=cast.binh, at=at)
    assert [one for one, _text in said.value.problems] == [field]


def test_a_stranger_sees_and_ends_nothing(cast, at):
    row = register(said=agreement(), by=cast.binh, at=at)
    assert [one.id for one in trusted_contacts(cast.binh, DAY)] == [row.id]
    assert [one.id for one in trusted_contacts(cast.dung, DAY)] == [row.id]
    assert trusted_contacts(cast.chi, DAY) == trusted_contacts(cast.an, DAY) == []
    for who in (cast.chi, cast.dung, cast.an, cast.bich):
        with pytest.raises(NotFound):
            end_trust(trusted_id=row.id, reason="Không còn cần đến nữa.", by=who, at=at)
    for who in (cast.dung, cast.an, cast.bich):
        with pytest.raises(NotFound):
            register(said=agreement(), by=who, at=at)
