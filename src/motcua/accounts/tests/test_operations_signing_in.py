"""Signing in by code: guessing leads nowhere, and nobody locks another person out."""

from datetime import timedelta

import pytest

from motcua.accounts.models import Account, SignInCode
from motcua.accounts.operations import signing_in
from motcua.accounts.operations.signing_in import Refused, confirm_code, forgive, note_failure, send_code
from motcua.accounts.queries import slowed_until
from motcua.accounts.rules import codes
from motcua.accounts.rules.contacts import Contact
from motcua.accounts.rules.slowing import FREE_TRIES
from motcua.kernel.actors import GUEST
from motcua.ledger.models import Event

CONTACT = Contact("sms", "+84912345678")
MINUTE = timedelta(minutes=1)


@pytest.fixture
def drawn(monkeypatch):
    """Know which codes are drawn: 1, 2, 3 …"""
    numbers = iter(range(1, 1000))
    monkeypatch.setattr(signing_in.secrets, "randbelow", lambda _: next(numbers))


def _send(at, asker=b"home"):
    return send_code(contact=CONTACT, asker=asker, language="vi", by=GUEST, at=at)


def _confirm(code_id, code, at, contact=CONTACT):
    return confirm_code(code_id=code_id, contact=contact, code=code, by=GUEST, at=at)


def test_the_right_code_opens_one_account_for_good(db, at, drawn):
    first = _confirm(_send(at), "000001", at)
    again = _confirm(_send(at + 2 * MINUTE), "000002", at + 2 * MINUTE)
    assert first == again
    assert Account.objects.filter(kind="citizen").count() == 1


def test_a_code_is_taken_once_within_ten_minutes_for_its_own_contact(db, at, drawn):
    code_id = _send(at)
    for contact, moment in ((Contact("sms", "+84987654321"), at), (CONTACT, at + 11 * MINUTE)):
        with pytest.raises(Refused):
            _confirm(code_id, "000001", moment, contact)
    _confirm(code_id, "000001", at)
    with pytest.raises(Refused):
        _confirm(code_id, "000001", at)


def test_five_wrong_tries_use_a_code_up(db, at, drawn):
    code_id = _send(at)
    for _ in range(codes.TRIES):
        with pytest.raises(Refused):
            _confirm(code_id, "999999", at)
    with pytest.raises(Refused):
        _confirm(code_id, "000001", at)
    assert SignInCode.objects.get(id=code_id).tries == codes.TRIES


def test_a_stranger_who_asks_and_guesses_does_not_keep_the_person_out(db, at, drawn):
    for number in range(12):
        moment = at + number * 6 * MINUTE
        try:
            stolen = _send(moment, b"stranger")
        except Refused:
            continue
        for _ in range(codes.TRIES):
            with pytest.raises(Refused):
                _confirm(stolen, "999999", moment)
    mine = _send(at + 70 * MINUTE)
    drawn_last = SignInCode.objects.count()
    code = f"{drawn_last:0{codes.digits(drawn_last - 1)}d}"
    assert _confirm(mine, code, at + 70 * MINUTE)


def test_who_asks_too_often_waits_longer(db, at):
    _send(at)
    with pytest.raises(Refused):
        _send(at + 30 * timedelta(seconds=1))
    _send(at + 2 * MINUTE)
    _send(at + 4 * MINUTE)
    _send(at + 6 * MINUTE)
    with pytest.raises(Refused):
        _send(at + 8 * MINUTE)
    _send(at + 12 * MINUTE)


def test_the_codes_of_a_much_asked_contact_grow_longer():
    assert [codes.digits(sent) for sent in (0, 9, 10, 200)] == [6, 6, 8, 8]


def test_a_code_is_in_no_fact(db, at, drawn):
    _send(at)
    assert "000001" not in str(list(Event.objects.values_list("facts", "subject", "actor_id")))


def test_guessing_slows_the_guesser_from_the_sixth_failure_on(db, at):
    waits = [note_failure(key=b"k", by=GUEST, at=at) for _ in range(FREE_TRIES + 2)]
    assert waits[:FREE_TRIES] == [timedelta(0)] * FREE_TRIES
    assert waits[FREE_TRIES] < waits[FREE_TRIES + 1]
    assert slowed_until(b"k", at) is not None
    assert slowed_until(b"another", at) is None


def test_who_proves_to_be_right_starts_anew(db, at):
    for _ in range(FREE_TRIES + 1):
        note_failure(key=b"k", by=GUEST, at=at)
    forgive(key=b"k", by=GUEST, at=at)
    assert slowed_until(b"k", at) is None
    assert note_failure(key=b"k", by=GUEST, at=at) == timedelta(0)
