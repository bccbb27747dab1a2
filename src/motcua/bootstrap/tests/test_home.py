"""Where an installation lives, and its secrets."""

import os
import stat
import time
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest

from motcua.bootstrap import home, secrets
from motcua.bootstrap.errors import BootstrapError, NotWritable
from motcua.bootstrap.tests.conftest import as_nobody, environment
from motcua.bootstrap.unprivileged import ServerUser

STRANGER = ServerUser("stranger", 64_999, 64_999, (64_999,))


def test_a_clone_keeps_its_data_in_var(tmp_path):
    assert home.place({}, tmp_path, None) == (tmp_path / "var", None)


def test_data_leaves_a_clone_that_the_server_cannot_enter(tmp_path, monkeypatch):
    monkeypatch.setattr(os, "geteuid", lambda: 0)
    closed = tmp_path / "closed"
    closed.mkdir(mode=0o700)
    var, notice = home.place({}, closed, STRANGER)
    assert var.parent == Path("/var/lib/motcua")
    assert str(var) in notice
    assert "stranger" in notice
    assert stat.S_IMODE(closed.stat().st_mode) == 0o700


def test_two_clones_do_not_share_data(tmp_path):
    (tmp_path / "one").mkdir(mode=0o700)
    (tmp_path / "two").mkdir(mode=0o700)
    assert home.place({}, tmp_path / "one", STRANGER)[0] != home.place({}, tmp_path / "two", STRANGER)[0]


def test_an_installed_package_lives_in_the_state_folder(tmp_path, monkeypatch):
    monkeypatch.setattr(os, "geteuid", lambda: 1000)
    assert home.place({"XDG_STATE_HOME": str(tmp_path)}, None, None) == (tmp_path / "motcua", None)


def test_data_leaves_a_named_folder_that_the_server_cannot_enter(tmp_path, monkeypatch):
    monkeypatch.setattr(os, "geteuid", lambda: 0)
    tmp_path.chmod(0o700)
    asked = {"MOTCUA_VAR": str(tmp_path / "var")}
    var, notice = home.place(asked, None, STRANGER)
    assert var.parent == Path("/var/lib/motcua")
    assert str(tmp_path / "var") in notice
    assert str(var) in notice
    assert stat.S_IMODE(tmp_path.stat().st_mode) == 0o700
    assert home.place(asked, None, None) == (tmp_path / "var", None)


def test_papers_and_sent_codes_are_for_the_owner_alone_also_after_an_upgrade(open_folder):
    var = open_folder / "upgraded"
    (var / "files").mkdir(parents=True, mode=0o755)
    home.locate(environment(var))
    for name in ("files", "simulators"):
        assert stat.S_IMODE((var / name).stat().st_mode) == 0o700


@pytest.mark.parametrize("kind", ["prod", "Production", "PRODUCTION "])
def test_an_environment_nobody_knows_is_no_development(tmp_path, kind):
    with pytest.raises(BootstrapError, match="give development or production") as told:
        home.locate({"MOTCUA_ENV": kind, "MOTCUA_VAR": str(tmp_path)})
    assert told.value.exit_code == 2


def test_an_impossible_folder_is_one_sentence_and_exit_code_3(tmp_path):
    (tmp_path / "file").touch()
    with pytest.raises(NotWritable) as told:
        home.make(tmp_path / "file" / "var")
    assert told.value.exit_code == 3
    assert "\n" not in told.value.message


@pytest.mark.skipif(os.geteuid() != 0, reason="only root can become somebody else")
def test_an_unwritable_var_is_one_sentence_for_an_ordinary_user(open_folder):
    var = open_folder / "sealed"
    var.mkdir(mode=0o755)
    said = as_nobody(lambda: home.locate(environment(var)))
    assert said == f"NotWritable('The folder {var} is not writable for this user.')"


def test_secrets_are_made_once_even_when_many_start_together(tmp_path):
    with ThreadPoolExecutor(8) as pool:
        made = list(pool.map(lambda _: secrets.obtain(tmp_path, {}), range(16)))
    assert len({one.secret_key for one in made}) == 1
    assert [path.name for path in tmp_path.iterdir()] == ["secrets.json"]
    assert stat.S_IMODE((tmp_path / "secrets.json").stat().st_mode) == 0o600


def test_the_environment_overrides_the_secrets_file(tmp_path):
    env = {
        "MOTCUA_SECRET_KEY": "given",
        "MOTCUA_SEALING_KEYS": f"k2:{'ab' * 32}",
        "MOTCUA_SEALING_PRIMARY": "k2",
    }
    found = secrets.obtain(tmp_path, env)
    assert (found.secret_key, found.primary, found.keys) == ("given", "k2", {"k2": b"\xab" * 32})


def test_secrets_never_show_in_a_log(tmp_path):
    found = secrets.obtain(tmp_path, {})
    assert found.secret_key not in repr(found)
    assert found.owner_password not in repr(found)


def test_a_damaged_secrets_file_is_refused_not_replaced(tmp_path):
    (tmp_path / "secrets.json").write_text("{}")
    with pytest.raises(BootstrapError) as told:
        secrets.obtain(tmp_path, {})
    assert told.value.exit_code == 4
    assert (tmp_path / "secrets.json").read_text() == "{}"


def test_finding_home_is_quick(where):
    env = environment(where.var)
    began = time.perf_counter()
    home.locate(env)
    assert time.perf_counter() - began < 1
