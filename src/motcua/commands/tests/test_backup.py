"""A backup of one machine comes back on an empty one, with a server, roles and a folder of its own."""

import json
import re
from datetime import UTC, datetime

import pytest

from motcua.bootstrap import binaries, home
from motcua.bootstrap.errors import BootstrapError
from motcua.commands.keeping import making, manifest, programs, restoring


@pytest.mark.e2e
def test_an_empty_machine_becomes_the_one_that_was_saved(motcua, folder):
    there = {"MOTCUA_VAR": str(folder / "there")}
    try:
        assert motcua("migrate").returncode == 0
        saved = motcua("backup", "--to", str(folder / "copy"), "--keys", str(folder / "keys"), "--json")
        assert saved.returncode == 0, saved.stderr
        back = motcua(
            "restore", "--from", str(folder / "copy"), "--keys", str(folder / "keys"), "--json", **there
        )
        assert back.returncode == 0, back.stdout + back.stderr
        assert json.loads(back.stdout)["rows"] == json.loads(saved.stdout)["rows"] > 0
        assert (folder / "there/secrets.json").read_text() == (folder / "keys/secrets.json").read_text()
        assert (
            motcua("migrate", "--plan", **there).stdout.strip().endswith("No planned migration operations.")
        )
    finally:
        motcua("db", "stop")
        motcua("db", "stop", **there)


def test_a_backup_does_not_lie_in_what_it_saves(folder):
    where = home.locate({"MOTCUA_VAR": str(folder / "var"), "MOTCUA_DATABASE_URL": "postgresql:///x"})
    with pytest.raises(BootstrapError, match="would be lost with it"):
        making.make(where, folder / "var/copy", keys_to=None, at=datetime.now(UTC))


def test_a_backup_of_a_newer_version_waits_for_that_version():
    whole = manifest.Manifest(
        made_at="", version="9.0", server=0, programs=0, database="", index="", parts={}, tables={}, heads={},
        anchors=0, files=0, bytes=0, keys={}, migrations=["motcua_messages.0001_initial", "auth.0001_initial"],
    )  # fmt: skip
    restoring.refuse_newer(whole)
    whole.migrations.append("ledger.0999_later")
    with pytest.raises(BootstrapError, match=r"Motcua 9\.0, which knows ledger\.0999_later"):
        restoring.refuse_newer(whole)


@pytest.mark.parametrize("content", ["", "{}", '{"format": 1, "seal": "00"}', "[1]"])
def test_a_manifest_that_makes_no_sense_is_one_sentence(motcua, folder, content):
    (folder / "manifest.json").write_text(content)
    done = motcua("restore", "--from", str(folder), "--check")
    told = f"motcua: {folder}/manifest.json is damaged, or was made by another version: use another backup.\n"
    assert (done.returncode, done.stderr) == (4, told)


def test_the_lowest_fitting_version_of_a_program_is_taken(folder, monkeypatch):
    for version in (14, 15, 17):
        _program(folder / f"{version}/bin/pg_dump", version)
    monkeypatch.setattr(programs, "PACKAGED", folder)
    monkeypatch.setattr(programs.shutil, "which", lambda _: None)
    monkeypatch.setattr(binaries, "folder", lambda _: folder / "none")
    where = home.locate({"MOTCUA_VAR": str(folder / "var"), "MOTCUA_DATABASE_URL": "postgresql:///x"})
    assert programs.find(where, "pg_dump", 15).parts[-3] == "15"
    assert programs.find(where, "pg_dump", 16).parts[-3] == "17"
    with pytest.raises(BootstrapError, match=re.escape("no pg_dump of PostgreSQL 18 or newer")):
        programs.find(where, "pg_dump", 18)


def _program(path, version):
    path.parent.mkdir(parents=True)
    path.write_text(f"#!/bin/sh\necho 'pg_dump (PostgreSQL) {version}.3 (Debian)'\n")
    path.chmod(0o755)
