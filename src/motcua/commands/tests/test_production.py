"""Production starts only when it is ready for people; every reason is told at once, each in one sentence."""

from dataclasses import replace
from types import SimpleNamespace

import pytest

from motcua.bootstrap import home
from motcua.bootstrap.errors import BootstrapError
from motcua.commands.keeping.unfinished import refuse_half_restored
from motcua.commands.running import production

pytestmark = pytest.mark.django_db


@pytest.fixture
def ready(settings, tmp_path, monkeypatch):
    """An installation that has everything."""
    where = replace(home.locate(), var=tmp_path / "var")
    where.var.mkdir()
    (tmp_path / "backup").mkdir()
    settings.PRODUCTION, settings.SECOND_FACTOR = True, "required"
    monkeypatch.setenv("MOTCUA_BACKUP_TO", str(tmp_path / "backup"))
    monkeypatch.setattr(production.registry, "problems", list)
    kept = SimpleNamespace(home=where)
    monkeypatch.setattr(production.home, "locate", lambda: kept.home)
    return kept


def reasons():
    with pytest.raises(BootstrapError) as refused:
        production.check()
    return str(refused.value).splitlines()[1:]


def test_what_is_ready_starts(ready):
    production.check()


def test_a_second_factor_that_is_only_offered_is_refused(ready, settings):
    settings.SECOND_FACTOR = "offered"
    [one] = reasons()
    assert "MOTCUA_SECOND_FACTOR" in one
    assert "stolen password" in one


def test_a_place_for_backups_must_be_named_exist_be_writable_and_lie_elsewhere(ready, monkeypatch, tmp_path):
    for place, said in (
        ("", "not set"),
        (str(tmp_path / "nowhere"), "does not exist"),
        (str(ready.home.var / "backup"), "lies inside"),
    ):
        monkeypatch.setenv("MOTCUA_BACKUP_TO", place)
        [one] = reasons()
        assert said in one
    monkeypatch.setenv("MOTCUA_BACKUP_TO", str(tmp_path / "backup"))
    monkeypatch.setattr(production.os, "access", lambda *_: False)
    [one] = reasons()
    assert "not writable" in one


@pytest.mark.parametrize(
    ("name", "value", "said"),
    [
        ("secret_key", "development", "MOTCUA_SECRET_KEY"),
        ("secret_key", "a" * 60, "MOTCUA_SECRET_KEY"),
        ("index_key", b"\0" * 32, "MOTCUA_INDEX_KEY"),
        ("keys", {"k1": b"\1" * 32}, "sealing key k1"),
        ("app_password", "motcua", "application"),
    ],
)
def test_secrets_that_can_be_guessed_are_refused(ready, name, value, said):
    ready.home = replace(ready.home, secrets=replace(ready.home.secrets, **{name: value}))
    [one] = reasons()
    assert said in one


def test_one_secret_for_two_uses_is_refused(ready):
    keep = ready.home.secrets
    ready.home = replace(ready.home, secrets=replace(keep, index_key=keep.keys[keep.primary]))
    assert reasons() == ["- Two secrets are the same: each needs a value of its own."]


def test_a_folder_of_a_demonstration_is_refused(ready):
    (ready.home.var / "demonstration.json").write_text("{}")
    [one] = reasons()
    assert "demonstration" in one


def test_every_reason_is_told_at_once(ready, settings, monkeypatch):
    settings.SECOND_FACTOR = "offered"
    monkeypatch.delenv("MOTCUA_BACKUP_TO")
    ready.home = replace(ready.home, secrets=replace(ready.home.secrets, secret_key="short"))
    monkeypatch.setattr(production.registry, "problems", lambda: ["MOTCUA_SMS: a simulator sends nothing."])
    assert len(reasons()) == 4


def test_development_asks_for_none_of_it(ready, settings, monkeypatch):
    settings.PRODUCTION, settings.SECOND_FACTOR = False, "offered"
    monkeypatch.delenv("MOTCUA_BACKUP_TO")
    production.check()


def test_half_a_restore_is_not_served_and_told_how_to_go_on(ready, settings):
    settings.PRODUCTION = False
    (ready.home.var / "restoring").write_text("of some backup")
    for refuse in (production.check, lambda: refuse_half_restored(ready.home.var)):
        with pytest.raises(BootstrapError, match="motcua restore"):
            refuse()
