"""Codes and failures of signing in are forgotten, but not while they still count."""

from datetime import timedelta

from motcua.accounts.models import SignInCode, Slowing
from motcua.accounts.operations import signing_in
from motcua.accounts.operations.forgetting import Forgotten, forget_sign_ins
from motcua.accounts.rules.contacts import Contact
from motcua.directory.models import Period
from motcua.directory.warm import forget_all
from motcua.kernel.actors import GUEST, SYSTEM
from motcua.ledger.models import Event

HOUR = timedelta(hours=1)
PHONE = Contact("sms", "+84912345678")


def left_behind(at):
    signing_in.send_code(contact=PHONE, asker=b"a", language="vi", by=GUEST, at=at)
    signing_in.note_failure(key=b"guesser", by=GUEST, at=at)


def test_codes_and_failures_go_when_their_time_is_over_and_are_counted(db, at):
    left_behind(at)
    assert forget_sign_ins(by=SYSTEM, at=at + 47 * HOUR) == Forgotten()
    assert forget_sign_ins(by=SYSTEM, at=at + 49 * HOUR) == Forgotten(codes=1, failures=1)
    assert not SignInCode.objects.exists()
    assert not Slowing.objects.exists()
    fact = Event.objects.get(name="accounts.SignInsForgotten").facts
    assert (fact["codes"], fact["failures"]) == (1, 1)
    assert forget_sign_ins(by=SYSTEM, at=at + 50 * HOUR) == Forgotten()
    assert Event.objects.filter(name="accounts.SignInsForgotten").count() == 1


def test_a_dry_run_counts_and_removes_nothing(db, at):
    left_behind(at)
    assert forget_sign_ins(dry_run=True, by=SYSTEM, at=at + 49 * HOUR) == Forgotten(1, 1)
    assert SignInCode.objects.exists()


def test_a_shorter_row_does_not_let_guessers_off(db, at):
    """Codes are counted for a day and failures for six hours, whatever the row says."""
    Period.objects.filter(name__in=["sign_in_code_kept", "sign_in_failure_kept"]).update(
        amount=1, unit="working_hour"
    )
    forget_all()
    try:
        left_behind(at)
        assert forget_sign_ins(by=SYSTEM, at=at + 5 * HOUR) == Forgotten()
        assert forget_sign_ins(by=SYSTEM, at=at + 7 * HOUR) == Forgotten(failures=1)
        assert forget_sign_ins(by=SYSTEM, at=at + 25 * HOUR) == Forgotten(codes=1)
    finally:
        forget_all()
