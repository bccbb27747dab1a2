"""Somebody else's server, set up in no language at all, as containers often are: ours is made in UTF8."""

import os
import socket
import subprocess

import psycopg
import pytest

from motcua.bootstrap import binaries, database, home
from motcua.bootstrap.tests.conftest import environment


@pytest.fixture
def server(where, open_folder):
    """A PostgreSQL without a locale, on a port of its own; gives the address of a database it does not have."""
    user = {"user": where.user.uid, "group": where.user.gid, "extra_groups": ()} if where.user else {}
    programs, folder = binaries.folder(where), open_folder / "foreign"
    folder.mkdir()
    if where.user:
        os.chown(folder, where.user.uid, where.user.gid)
    with socket.create_server(("127.0.0.1", 0)) as probe:
        port = probe.getsockname()[1]

    def run(name, *words):
        quiet = {"stdout": subprocess.DEVNULL, "stderr": subprocess.DEVNULL, "stdin": subprocess.DEVNULL}
        subprocess.run(
            [programs / name, "-D", folder / "data", *words], check=True, cwd=folder, **quiet, **user
        )

    run("initdb", "-U", "admin", "--auth=trust", "--no-locale", "--encoding=SQL_ASCII")
    options = f"-p {port} -c listen_addresses=127.0.0.1 -c unix_socket_directories= -c fsync=off"
    run("pg_ctl", "start", "-w", "-o", options, "-l", folder / "log")
    yield f"postgresql://admin@127.0.0.1:{port}/motcua"
    run("pg_ctl", "stop", "-w", "-m", "immediate")


def test_a_server_set_up_in_no_language_still_keeps_vietnamese(server, open_folder):
    there = home.locate(environment(open_folder / "elsewhere") | {"MOTCUA_DATABASE_URL": server})
    assert database.ensure_up(there) is False
    with psycopg.connect(database.addresses(there).app) as app:
        words = r"""SELECT lower('ĐẶNG'), unaccent('Đặng'), jsonb '"\u1ee5"' #>> '{}'"""
        assert app.execute(words).fetchone() == ("đặng", "Dang", "ụ")
