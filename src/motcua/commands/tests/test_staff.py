"""`motcua staff`: officers come, change and go by command, each act a fact, and nothing is deleted."""

import argparse
import json

import pytest
from django.contrib.auth import authenticate

from motcua.accounts.models import Account, Role
from motcua.commands import staff
from motcua.gateways import clock
from motcua.ledger.models import Event

THERE = "UBND25-17989"


@pytest.fixture(autouse=True)
def _held_clock(db, at):
    with clock.set_to(at):
        yield


def _run(*words):
    parser = argparse.ArgumentParser()
    staff.add_arguments(parser)
    return staff.run(parser.parse_args(words))


def _add(*more, user="lan", role="head"):
    return _run("add", "--agency", THERE, "--user", user, "--name", "Moong Thị Lan", "--role", role, *more)


def _said(capsys):
    return json.loads(capsys.readouterr().out)


def test_the_first_head_of_an_agency_comes_from_the_command_line(capsys):
    assert _add("--json") == 0
    said = _said(capsys)
    assert authenticate(username="lan", password=said["password"]).one_time_since is not None
    assert _run("list", "--agency", THERE, "--json") == 0
    [line] = _said(capsys)
    assert (line["user"], line["one_time_password"]) == ("lan", True)
    assert line["roles"] == [{"role": "head", "from": "2026-09-08", "until": None}]
    assert Event.objects.get(name="accounts.RoleGiven").actor_id == "staff"


def test_roles_are_given_and_ended_by_date_and_stay_written(capsys):
    _add()
    who = ("--agency", THERE, "--user", "lan")
    assert _run("role", *who, "--role", "reception", "--from", "2026-10-01", "--until", "2026-12-31") == 0
    assert _run("end", *who, "--role", "reception", "--until", "2026-10-15") == 0
    assert _run("end", *who, "--role", "head") == 0
    kept = Role.objects.order_by("role").values_list("role", "valid_from", "valid_to")
    assert [(role, str(first), str(last)) for role, first, last in kept] == [
        ("head", "2026-09-08", "2026-09-08"),
        ("reception", "2026-10-01", "2026-10-15"),
    ]


def test_a_reset_gives_another_password_for_once(capsys):
    _add("--json")
    first = _said(capsys)["password"]
    assert _run("reset", "--agency", THERE, "--user", "lan", "--json") == 0
    second = _said(capsys)["password"]
    assert authenticate(username="lan", password=first) is None
    assert authenticate(username="lan", password=second) is not None


def test_what_does_not_exist_or_may_not_be_is_said_in_a_sentence(capsys):
    _add()
    assert _add() == 1
    assert "username" in capsys.readouterr().err
    assert _run("list", "--agency", "KHONG-CO") == 4
    assert _run("reset", "--agency", THERE, "--user", "ai") == 4
    assert _run("end", "--agency", THERE, "--user", "lan", "--role", "reception") == 4
    assert _run("role", "--agency", THERE, "--user", "lan", "--role", "head") == 1
    assert Account.objects.count() == 1
