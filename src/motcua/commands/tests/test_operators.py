"""`motcua staff recover`: two named people at the machine, each proven; one alone does nothing."""

import argparse

import pyotp
import pytest

from motcua.accounts.queries.guarding import factors
from motcua.accounts.tests.factories import PASSWORD, account_of, with_app
from motcua.commands import operators, staff
from motcua.gateways import clock

BASE = ["--agency", "UBND25-17989", "--user", "binh"]


@pytest.fixture(autouse=True)
def _held_clock(at):
    with clock.set_to(at):
        yield


@pytest.fixture
def recover(cast, at, monkeypatch):
    """Run the command; gives the exit code. What is typed, in order."""
    with_app(cast.binh, at=at)

    def run(*operators_named, typed):
        answers = iter(typed)
        monkeypatch.setattr(operators.getpass, "getpass", lambda _asked: next(answers))
        parser = argparse.ArgumentParser()
        staff.add_arguments(parser)
        named = [word for name in operators_named for word in ("--operator", name)]
        return staff.run(parser.parse_args(["recover", *BASE, *named]))

    return run


def test_two_who_prove_themselves_give_a_new_start(cast, recover, capsys):
    assert recover("chi", "dung", typed=[PASSWORD, PASSWORD]) == 0
    password = capsys.readouterr().out.split()[1]
    assert account_of(cast.binh).check_password(password)
    assert factors(account_of(cast.binh).id) == []


@pytest.mark.parametrize(
    ("named", "typed"),
    [
        (["chi"], [PASSWORD, PASSWORD]),
        (["chi", "chi"], [PASSWORD, PASSWORD]),
        (["chi", "binh"], [PASSWORD, PASSWORD, "000000"]),
        (["chi", "dung"], [PASSWORD, "sai"]),
    ],
)
def test_one_alone_or_unproven_does_nothing(cast, recover, capsys, named, typed):
    assert recover(*named, typed=typed) == 1
    assert factors(account_of(cast.binh).id)
    assert account_of(cast.binh).check_password(PASSWORD)


def test_an_operator_with_a_factor_shows_it_too(cast, recover, at, capsys):
    secret = with_app(cast.chi, at=at)
    assert recover("chi", "dung", typed=[PASSWORD, "000000", PASSWORD]) == 1
    fresh = pyotp.TOTP(secret).at(int(at.timestamp()) + 30)
    assert recover("chi", "dung", typed=[PASSWORD, fresh, PASSWORD]) == 0
