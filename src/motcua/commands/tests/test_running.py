"""`motcua run` keeps its children: started again when they die, ended when it was killed itself."""

import os
import signal
import subprocess
import sys
import time

import pytest

from motcua.bootstrap import processes
from motcua.bootstrap.errors import BootstrapError
from motcua.bootstrap.locks import only_one
from motcua.commands import assets
from motcua.commands.running import stamps
from motcua.commands.running.children import Child, stop_all
from motcua.commands.running.leftovers import Notebook

SLEEPER = [sys.executable, "-c", "import time; time.sleep(60)"]
PARENT = [sys.executable, "-c", f"import subprocess, time; subprocess.Popen({SLEEPER!r}); time.sleep(60)"]


@pytest.fixture
def notebook(tmp_path):
    return Notebook(tmp_path / "run.json")


@pytest.fixture
def child(notebook):
    made = Child("worker", SLEEPER, os.environ)
    made.start(notebook)
    yield made
    stop_all([made])


def eventually(true):
    until = time.monotonic() + 10
    while time.monotonic() < until:
        if true():
            return True
        time.sleep(0.02)
    return False


def test_a_child_that_dies_is_started_again_after_a_pause(child, notebook, capsys):
    first = child.process.pid
    child.process.kill()
    assert eventually(child.has_ended)
    child.watch(notebook)
    assert child.process is None
    assert "worker ended (signal SIGKILL); it is started again in 1 s." in capsys.readouterr().err
    child.watch(notebook)
    assert child.process is None
    child.again_at = 0
    child.watch(notebook)
    assert child.process.pid != first


def test_the_pauses_grow_while_a_child_keeps_dying(notebook):
    failing, pauses = Child("web server", [sys.executable, "-c", "raise SystemExit(1)"], os.environ), []
    for _ in range(3):
        failing.start(notebook)
        assert eventually(failing.has_ended)
        pauses.append(failing.pause)
        failing.watch(notebook)
    assert pauses == [1, 2, 4]


def test_stopping_ends_the_childrens_children_too(notebook):
    parent = Child("web server", PARENT, os.environ)
    parent.start(notebook)
    assert eventually(lambda: len(processes.in_session(parent.process.pid)) == 2)
    leader = parent.process.pid
    stop_all([parent])
    assert processes.in_session(leader) == []


def test_what_a_killed_run_left_behind_is_ended(notebook):
    parent = subprocess.Popen(PARENT, start_new_session=True)
    notebook.note("web server", parent.pid)
    assert eventually(lambda: len(processes.in_session(parent.pid)) == 2)
    os.kill(parent.pid, signal.SIGKILL)
    assert Notebook(notebook.path).end_leftovers() == ["web server"]
    assert processes.in_session(parent.pid) == []
    parent.wait()
    assert Notebook(notebook.path).end_leftovers() == []


def test_a_stranger_who_got_the_number_of_a_child_is_left_alone(notebook):
    stranger = subprocess.Popen(SLEEPER, start_new_session=True)
    try:
        notebook._save({"worker": {"pid": stranger.pid, "born": "1"}})
        assert notebook.end_leftovers() == []
        assert stranger.poll() is None
    finally:
        stranger.kill()
        stranger.wait()


def test_a_second_run_for_the_same_folder_is_refused(tmp_path):
    with (
        only_one(tmp_path / "lock", "already running"),
        pytest.raises(BootstrapError, match="already running"),
        only_one(tmp_path / "lock", "already running"),
    ):
        pass
    with only_one(tmp_path / "lock", "already running"):
        pass


def test_a_changed_source_changes_its_stamp(tmp_path):
    (tmp_path / "units.csv").write_text("one")
    before = stamps.of_data(tmp_path)
    assert stamps.of_data(tmp_path) == before
    (tmp_path / "units.csv").write_text("two")
    assert stamps.of_data(tmp_path) != before


def test_translations_are_compiled_when_they_have_changed(tmp_path, monkeypatch):
    source = tmp_path / "locale/en/LC_MESSAGES/django.po"
    source.parent.mkdir(parents=True)
    source.write_text(
        'msgid ""\nmsgstr "Content-Type: text/plain; charset=UTF-8\\n"\n\nmsgid "Nộp"\nmsgstr "File"\n'
    )
    monkeypatch.setattr(assets, "PACKAGE", tmp_path)
    assert assets.compile_translations() == [source]
    assert b"File" in source.with_suffix(".mo").read_bytes()
    assert assets.compile_translations() == []
