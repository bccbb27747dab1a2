"""The command line: help everywhere, exit codes that mean something, one sentence for what is wrong."""

import argparse
import importlib
import json
import os
import re
import socket
import subprocess
import sys
from contextlib import suppress

import pytest

from motcua.bootstrap import home, scratch
from motcua.bootstrap.errors import BootstrapError
from motcua.commands import framework, main, registry

NAMES = [command.name for command in registry.available()]


@pytest.mark.parametrize("name", NAMES)
def test_every_subcommand_explains_itself(name, capsys):
    command = next(one for one in registry.COMMANDS if one.name == name)
    module = importlib.import_module(f"motcua.commands.{command.module}")
    with pytest.raises(SystemExit) as ended:
        framework._parser(command, module).parse_args([name, "--help"])
    assert ended.value.code == 0
    assert command.help in re.sub(r"\s+", " ", capsys.readouterr().out)


@pytest.mark.parametrize("name", NAMES)
def test_every_file_repeats_its_line_of_the_table(name):
    command = next(one for one in registry.COMMANDS if one.name == name)
    module = importlib.import_module(f"motcua.commands.{command.module}")
    assert (command.name, command.help, command.needs) == (module.NAME, module.HELP, module.NEEDS)


def test_help_lists_every_subcommand_and_loads_no_django(motcua):
    done = motcua("--help", PYTHONPROFILEIMPORTTIME="1")
    assert done.returncode == 0
    assert all(re.search(rf"^    {name}\b", done.stdout, re.MULTILINE) for name in NAMES)
    loaded = {line.rpartition("|")[2].strip() for line in done.stderr.splitlines()}
    assert not {"django", "psycopg", "babel"} & loaded


def test_help_of_a_subcommand_with_django_starts_no_server(motcua, folder):
    assert motcua("migrate", "--help").returncode == 0
    assert not (folder / "var/pg/data").exists()


@pytest.mark.parametrize(
    ("words", "told"),
    [
        ((), "COMMAND"),
        (("nonsense",), "nonsense"),
        (("version", "--nonsense"), "--nonsense"),
        (("run", "--port", "99999"), "a port is a number from 1 to 65535"),
        (("run", "--port", "many"), "'many' is no whole number"),
        (("run", "--workers", "0"), "'0' is no whole number from 1"),
    ],
)
def test_wrong_usage_is_exit_code_2(motcua, words, told):
    done = motcua(*words)
    assert done.returncode == 2
    assert told in done.stderr.splitlines()[-1]
    assert "Traceback" not in done.stderr


@pytest.mark.parametrize("words", ["--dossiers -5", "--first 0", "--last x", "--limit ٣", "--concurrency 0"])
def test_a_number_that_makes_no_sense_is_refused_by_whoever_asks_for_one(words, capsys):
    option, value = words.split()
    parser = next(found for name in NAMES if option in (found := _parser_of(name))._option_string_actions)
    with pytest.raises(SystemExit):
        parser.parse_args([option, value])
    assert f"{value!r} is no whole number from" in capsys.readouterr().err


def _parser_of(name):
    parser = argparse.ArgumentParser()
    module = next(one.module for one in registry.COMMANDS if one.name == name)
    importlib.import_module(f"motcua.commands.{module}").add_arguments(parser)
    return parser


def test_versions_can_be_read_by_a_machine(motcua):
    assert {"motcua", "python", "django"} <= json.loads(motcua("version", "--json").stdout).keys()


def test_a_taken_port_is_one_sentence(motcua):
    with socket.create_server(("127.0.0.1", 0)) as taken:
        port = taken.getsockname()[1]
        done = motcua("run", "--port", str(port))
    assert done.returncode == 3
    assert done.stderr.startswith(f"motcua: Another program already listens on 127.0.0.1:{port}")
    assert len(done.stderr.splitlines()) == 1


@pytest.mark.parametrize("host", ["192.0.2.1", "nowhere.invalid"])
def test_an_address_of_another_machine_is_one_sentence(motcua, host):
    done = motcua("run", "--host", host)
    told = f"motcua: This machine has no address {host}: choose another --host.\n"
    assert (done.returncode, done.stderr) == (3, told)


@pytest.mark.parametrize("name", ["run.lock", "secrets.json"])
def test_a_file_that_cannot_be_opened_is_one_sentence(motcua, folder, name):
    (folder / "var" / name).mkdir(parents=True)
    done = motcua("run")
    assert (done.returncode, done.stderr) == (3, f"motcua: {folder}/var/{name}: Is a directory.\n")


@pytest.mark.parametrize("command", ["run", "db start", "web", "migrate"])
def test_an_unreachable_database_is_one_sentence(motcua, command):
    done = motcua(*command.split(), MOTCUA_DATABASE_URL="postgresql://who:hidden@127.0.0.1:1/motcua")
    assert done.returncode == 3
    assert done.stderr.startswith("motcua: The database cannot be reached: ")
    assert "Connection refused" in done.stderr
    assert "hidden" not in done.stderr
    assert len(done.stderr.splitlines()) == 1


def test_a_var_that_cannot_be_made_is_one_sentence(motcua, folder):
    (folder / "file").touch()
    done = motcua("run", MOTCUA_VAR=str(folder / "file/var"))
    assert done.returncode == 3
    assert re.fullmatch(r"motcua: The folder \S+ cannot be made: Not a directory\.\n", done.stderr)


def test_a_database_that_is_down_is_told_by_the_exit_code(motcua):
    done = motcua("db", "status", "--json")
    assert done.returncode == 3
    assert json.loads(done.stdout)["up"] is False


def test_the_sentence_of_a_failure_goes_to_the_error_stream(monkeypatch, capsys):
    def refuse(_):
        raise BootstrapError("Nothing works today.", 4)

    monkeypatch.setattr(framework, "execute", refuse)
    assert main(["version"]) == 4
    assert capsys.readouterr().err == "motcua: Nothing works today.\n"


def test_a_reader_who_has_seen_enough_is_no_failure():
    reading, writing = os.pipe()
    os.close(reading)
    with os.fdopen(writing, "w") as closed:
        words = [sys.executable, "-u", "-m", "motcua.commands", "version"]
        done = subprocess.run(words, stdout=closed, stderr=subprocess.PIPE, text=True, check=False)
    assert (done.returncode, done.stderr) == (0, "")


ASKING = {
    "due": '{"received": "2021-08-30T09:00", "limit": "3 working_day"}\n',
    "search": "làm giấy khai sinh\n",
}


def _talking(name, database):
    env = os.environ | {"MOTCUA_DATABASE_URL": scratch.located(home.locate(), database).superuser}
    words = [sys.executable, "-m", "motcua.commands", name, "--file", "-"]
    pipes = {"stdin": subprocess.PIPE, "stdout": subprocess.PIPE, "stderr": subprocess.PIPE}
    return subprocess.Popen(words, env=env, text=True, **pipes)


@pytest.mark.database_clone
@pytest.mark.parametrize("name", ["due", "search"])
def test_who_asks_line_by_line_gets_each_answer_and_may_stop(database_clone, name):
    with _talking(name, database_clone) as talk:
        for _ in range(2):
            talk.stdin.write(ASKING[name])
            talk.stdin.flush()
            assert {"due_at", "query"} & json.loads(talk.stdout.readline()).keys()
        talk.stdout.close()
        with suppress(BrokenPipeError):
            talk.stdin.write(ASKING[name])
            talk.stdin.close()
        assert (talk.wait(60), talk.stderr.read()) == (0, "")
