"""The demonstration: accounts that work, no empty list, twice the same, never in production."""

import argparse
import json

import pytest
from django.contrib.auth import authenticate

from motcua.accounts.models import Account
from motcua.bootstrap.errors import BootstrapError
from motcua.bootstrap.home import Home
from motcua.commands import demo
from motcua.commands.demonstration import staff
from motcua.commands.running import production
from motcua.dossiers.models import Dossier
from motcua.dossiers.queries.desk import BUCKETS, desk_counts, desk_page
from motcua.dossiers.queries.viewing import mine
from motcua.ledger.verify import verify


@pytest.fixture
def var(tmp_path, monkeypatch):
    """A folder of its own for the file of passwords."""
    where = demo.home.locate()
    monkeypatch.setattr(demo.home, "locate", lambda: Home(var=tmp_path, secrets=where.secrets))
    return tmp_path


def _run(**options):
    return demo.run(argparse.Namespace(**{"no_history": False, "json": False, **options}))


def test_no_list_of_the_demonstration_is_empty(db, var, capsys, settings):
    assert _run() == 0
    now = demo.clock.now()
    known = json.loads((var / "demonstration.json").read_text())
    printed = capsys.readouterr().out
    for post in staff.posts():
        assert f"{post.username} " in printed
        assert known[post.username] in printed
    officers = staff.see_to_officers(staff.Keys(var / "demonstration.json"), at=now)
    ours = officers["thanhvinh.motcua"]
    counts = desk_counts(ours, at=now)
    assert all(counts[bucket] for bucket in BUCKETS if bucket not in ("today", "unanswered")), counts
    assert desk_page(ours, "closed", at=now).rows
    assert mine(staff.see_to_citizen(at=now))
    assert set(Dossier.objects.values_list("stage", flat=True)) >= {
        "submitted",
        "handling",
        "approving",
        "issued",
    }
    assert verify().findings == []
    assert (var / "demonstration.json").stat().st_mode & 0o077 == 0
    assert authenticate(username=ours_name(), password=known[ours_name()]) is not None


def ours_name():
    return "thanhvinh.motcua"


def test_a_second_time_changes_nothing(db, var, capsys):
    _run(no_history=True)
    before, said = Account.objects.count(), capsys.readouterr().out
    _run(no_history=True)
    assert Account.objects.count() == before
    assert capsys.readouterr().out == said


def test_a_script_reads_the_accounts_as_json(db, var, capsys):
    _run(no_history=True, json=True)
    printed = json.loads(capsys.readouterr().out)
    assert printed["citizen"] == {"phone": "0912 345 678"}
    watcher = printed["staff"][-1]
    assert (watcher["username"], watcher["roles"]) == ("vpubnd", ["oversight"])
    assert authenticate(username="vpubnd", password=watcher["password"]) is not None


def test_production_does_not_start_on_a_database_with_demonstration_accounts(db, var, settings):
    settings.PRODUCTION = True
    with pytest.raises(BootstrapError) as without:
        production.check()
    assert "demonstration" not in str(without.value)
    _run(no_history=True)
    with pytest.raises(BootstrapError, match=r"demonstration accounts \(muongxen.chuyenvien, .*own"):
        production.check()
    settings.PRODUCTION = False
    production.check()


def test_a_lost_file_of_passwords_gives_new_ones(db, var, capsys):
    _run(no_history=True)
    (var / "demonstration.json").unlink()
    _run(no_history=True)
    password = json.loads((var / "demonstration.json").read_text())["vpubnd"]
    assert authenticate(username="vpubnd", password=password) is not None


@pytest.mark.parametrize("command", ["demo", "generate"])
def test_it_is_refused_in_production(command, monkeypatch, capsys):
    monkeypatch.setenv("MOTCUA_ENV", "production")
    module = __import__(f"motcua.commands.{command}", fromlist=["run"])
    assert module.run(argparse.Namespace()) == 1
    assert "production" in capsys.readouterr().err
