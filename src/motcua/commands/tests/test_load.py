"""`motcua load`: bad data is named and nothing loaded; a second load has nothing to do."""

import argparse
import json
import shutil
import unicodedata
from datetime import date

import pytest

from motcua.commands import load
from motcua.commands.running.preparing import data_folder
from motcua.directory import queries, warm

pytestmark = pytest.mark.django_db
DOOR = "kiosk,open,Nghị định 309/2026/NĐ-CP,,2026-08-05,,decree,verified\n"


@pytest.fixture
def province(tmp_path):
    yield shutil.copytree(data_folder(), tmp_path / "province")
    warm.forget_all()


@pytest.fixture
def directory_alone(monkeypatch):
    """The catalogue takes its seconds; most sentences here need it no second time."""
    monkeypatch.setattr(load, "ROOMS", load.ROOMS[:1])


def run(*words):
    parser = argparse.ArgumentParser()
    load.add_arguments(parser)
    return load.run(parser.parse_args([str(word) for word in words]))


def add_door(province, line=DOOR):
    with (province / "doors.csv").open("a", encoding="utf-8") as doors:
        doors.write(line)


def kiosk():
    return queries.door("kiosk", date(2026, 11, 23))


def test_the_province_of_this_installation_is_loaded_already(capsys):
    assert run() == 0
    assert capsys.readouterr().out == "There is nothing to change.\n"


def test_a_dry_run_tells_what_would_change_and_loads_nothing(province, capsys, directory_alone):
    add_door(province)
    assert run(province, "--dry-run") == 0
    assert capsys.readouterr().out.splitlines() == [
        "directory.doors: 1 added, 0 changed, 12 as before",
        "This was a dry run; nothing was loaded.",
    ]
    assert kiosk() is None


def test_a_changed_folder_is_loaded_once(province, capsys, directory_alone):
    add_door(province)
    assert (run(province), kiosk().value) == (0, "open")
    assert capsys.readouterr().out.endswith("Loaded.\n")
    assert run(province) == 0
    assert capsys.readouterr().out == "There is nothing to change.\n"


def test_bad_data_ends_with_code_4_and_loads_nothing_of_any_room(province, capsys):
    add_door(province)
    add_door(province, "kiosk,shut,law,,2026-13-01,,decree,verified\n")
    assert run(province, "--json") == 4
    answer = json.loads(capsys.readouterr().out)
    assert answer["loaded"] is False
    problem = answer["problems"][0]
    assert (problem["file"], problem["line"], problem["column"]) == ("doors.csv", 15, "valid_from")
    assert kiosk() is None


def test_thousands_of_problems_end_with_their_number(province, capsys, directory_alone):
    file = province / "agencies.csv"
    file.write_text(unicodedata.normalize("NFD", file.read_text("utf-8")), "utf-8")
    assert run(province) == 4
    said = capsys.readouterr().out.splitlines()
    assert "NFC" in said[0]
    assert (len(said), said[-2].split(" more")[1]) == (load.SHOWN + 2, " (--json lists all).")


def test_a_folder_that_does_not_exist_is_said_in_one_sentence(tmp_path, capsys, directory_alone):
    assert run(tmp_path / "nowhere") == 4
    assert "There is no such folder." in capsys.readouterr().out


def test_callers_without_a_terminal_get_the_problems_as_an_error(province, directory_alone):
    (province / "doors.csv").unlink()
    with pytest.raises(load.BadData, match=r"doors\.csv: The file is missing"):
        load.load_folder(province)
