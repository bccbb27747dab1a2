"""`motcua training` keeps away from everything real, and a training database is never served as a real one."""

import argparse
import os
import subprocess
import sys
from pathlib import Path

import pytest

from motcua.bootstrap.errors import BootstrapError
from motcua.commands import classroom, training
from motcua.commands.running import production
from motcua.training.models import Ground


@pytest.fixture
def real(tmp_path, monkeypatch):
    """The environment of a real installation that sends messages to people."""
    for name in [name for name in os.environ if name.startswith("MOTCUA_")]:
        monkeypatch.delenv(name)
    settings = {
        "MOTCUA_VAR": str(tmp_path / "var"),
        "MOTCUA_ENV": "production",
        "MOTCUA_DATABASE_URL": "postgresql://motcua@db.example/motcua",
        "MOTCUA_SMS": "live",
        "MOTCUA_SMTP_URL": "smtps://mail.example",
        "MOTCUA_SCANS": str(tmp_path / "scans"),
        "MOTCUA_BACKUP_TO": str(tmp_path / "backups"),
        "MOTCUA_SECRET_KEY": "of the real installation",
        "MOTCUA_SEALING_KEYS": "k1:00",
        "MOTCUA_HOSTS": "dichvucong.example",
    }
    for name, value in settings.items():
        monkeypatch.setenv(name, value)
    monkeypatch.setattr(os, "environ", os.environ.copy())
    return tmp_path


def test_nothing_of_the_real_installation_is_within_reach(real):
    training.surround()
    assert os.environ["MOTCUA_VAR"] == str(real / "var" / "training")
    assert (os.environ["MOTCUA_TRAINING"], os.environ["MOTCUA_ENV"]) == ("1", "development")
    left = {name for name in os.environ if name.startswith("MOTCUA_")}
    assert left == {"MOTCUA_VAR", "MOTCUA_TRAINING", "MOTCUA_ENV"}


def test_a_server_of_ones_own_is_taken_but_never_the_real_one(real):
    os.environ["MOTCUA_TRAINING_DATABASE_URL"] = "postgresql://motcua@db.example:5432/training"
    with pytest.raises(BootstrapError, match="on the real database's server"):
        training.surround()
    os.environ["MOTCUA_TRAINING_DATABASE_URL"] = "postgresql://motcua@other.example/training"
    training.surround()
    assert os.environ["MOTCUA_DATABASE_URL"].endswith("/training")


def test_only_the_folder_of_a_training_ground_is_thrown_away(tmp_path):
    other = tmp_path / "var"
    other.mkdir()
    with pytest.raises(BootstrapError, match="no training ground's folder"):
        training._remove(other)
    assert other.is_dir()
    ground = Path(other / "training")
    ground.mkdir()
    training._remove(ground)
    assert not ground.exists()


def test_a_training_database_is_not_served_as_a_real_one_nor_a_real_one_as_training(db, at, settings):
    production.check()
    settings.TRAINING = True
    with pytest.raises(BootstrapError, match="this database is no training ground"):
        production.check()
    Ground.objects.create(id=1, made_at=at)
    production.check()
    settings.TRAINING = False
    with pytest.raises(BootstrapError, match="nothing in it is real"):
        production.check()


def test_accounts_of_learners_are_made_on_a_training_ground_alone(cast, settings, capsys):
    args = argparse.Namespace(chairs=1, report=False, json=False)
    assert classroom.run(args) == 1
    settings.TRAINING = True
    assert classroom.run(args) == 1
    said = capsys.readouterr().err
    assert "this is no training ground" in said
    assert "officers work in this database" in said
    assert not Ground.objects.exists()


def test_the_gateways_of_a_training_ground_are_simulators_whatever_is_set():
    code = (
        "from django.conf import settings; print(settings.TRAINING, sorted(set(settings.GATEWAYS.values())))"
    )
    env = {
        **os.environ,
        "DJANGO_SETTINGS_MODULE": "motcua.config.settings",
        "MOTCUA_TRAINING": "1",
        "MOTCUA_SMS": "live",
        "MOTCUA_MAIL": "live",
        "MOTCUA_TELEPHONY": "live",
    }
    done = subprocess.run([sys.executable, "-c", code], env=env, capture_output=True, text=True, check=True)
    assert done.stdout.strip() == "True ['live', 'simulator']"  # the clock alone is live
