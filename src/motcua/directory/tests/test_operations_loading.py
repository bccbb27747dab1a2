"""A folder is loaded whole or not at all, and loading it again changes nothing."""

import shutil
from datetime import date, time
from pathlib import Path

import pytest
from django.db import IntegrityError, connection

from motcua.directory import queries
from motcua.directory.models import AgencyCode, DataVersion, Unit
from motcua.directory.operations.loading import apply
from motcua.directory.queries.planning import agency_ids, plan
from motcua.kernel.actors import SYSTEM
from motcua.ledger.models import Event

PROVINCE = Path(__file__).resolve().parents[4] / "data" / "nghe-an"
TODAY = date(2026, 11, 23)

pytestmark = pytest.mark.django_db


@pytest.fixture
def folder(tmp_path):
    for path in PROVINCE.glob("*.csv"):
        shutil.copy(path, tmp_path)
    return tmp_path


def append(folder, name, line):
    with (folder / name).open("a", encoding="utf-8") as file:
        file.write(line + "\n")


def swap(folder, name, old, new):
    path = folder / name
    text = path.read_text("utf-8")
    assert old in text
    path.write_text(text.replace(old, new, 1), "utf-8")


def load(folder, at):
    apply(plan=plan(folder), by=SYSTEM, at=at)


def test_loading_the_province_again_changes_nothing(folder, at):
    again = plan(folder)
    assert (again.idle, list(again.problems)) == (True, [])
    before = (DataVersion.objects.get(room="directory"), Event.objects.count())
    apply(plan=again, by=SYSTEM, at=at)
    assert (DataVersion.objects.get(room="directory"), Event.objects.count()) == before


def test_a_new_row_is_added_and_a_changed_one_changed(folder, at):
    append(folder, "doors.csv", "kiosk,open,Nghị định 309/2026/NĐ-CP,,2026-08-05,,decree,verified")
    swap(folder, "receiving_places.csv", "16 đường Trường Thi,,", "Số 16 đường Trường Thi,,")
    wanted = plan(folder)
    counts = {one.table: (one.added, one.changed) for one in wanted.changes if one.added or one.changed}
    assert counts == {"doors": (1, 0), "receiving_places": (0, 1)}
    apply(plan=wanted, by=SYSTEM, at=at)
    assert queries.door("kiosk", TODAY).value == "open"
    assert queries.receiving_places(TODAY, "TTPVHCC")[0].address == "Số 16 đường Trường Thi"


def test_a_load_is_a_fact_of_the_ledger(folder, at):
    append(folder, "doors.csv", "kiosk,open,Nghị định 309/2026/NĐ-CP,,2026-08-05,,decree,verified")
    load(folder, at)
    fact = Event.objects.filter(name="directory.DirectoryLoaded").order_by("id").last()
    assert (fact.facts["added"], fact.facts["changed"]) == (1, 0)
    assert fact.subject == DataVersion.objects.get(room="directory").digest


def test_an_official_code_applies_from_its_day_and_the_temporary_one_before(folder, at):
    append(folder, "agency_codes.csv", "STP,H41.14,000.00.14.H41,0,2026-01-01,,decision,verified")
    load(folder, at)
    assert queries.code_prefix("STP", date(2025, 12, 31)).startswith("H41.Z")
    assert queries.code_prefix("STP", date(2026, 1, 1)) == "H41.14"
    assert not queries.agency("STP", TODAY).code_is_temporary


def test_a_half_day_and_hours_of_one_agency_count_there_alone(folder, at):
    append(folder, "calendar.csv", "2026-11-26,UBND25-16681,half,Đại hội,,,,notice,verified")
    append(
        folder, "office_hours.csv", "UBND25-16681,07:30-12:00 13:30-17:00,14:30,2026-01-01,,notice,verified"
    )
    load(folder, at)
    there, elsewhere = (queries.work_calendar(one, TODAY) for one in ("UBND25-16681", "UBND25-16690"))
    assert date(2026, 11, 26) in there.half
    assert there.hours[0][0].hour == 7
    assert there.hours[0][0].minute == 30
    assert date(2026, 11, 26) not in elsewhere.half
    assert elsewhere.hours[0][0].minute == 0
    assert (there.cutoff, elsewhere.cutoff) == (time(14, 30), time(15, 0))


def test_a_row_that_vanished_from_its_file_is_a_problem(folder):
    path = folder / "doors.csv"
    path.write_text("\n".join(path.read_text("utf-8").splitlines()[:-1]) + "\n", "utf-8")
    problems = plan(folder).problems
    assert [(one.file, one.line) for one in problems] == [("doors.csv", 0)]
    assert "boundary_free_reception, 2025-07-01" in problems[0].sentence


def test_a_plan_with_problems_is_refused(folder, at):
    append(folder, "doors.csv", "kiosk,open,,,2026-08-05,,decree,verified")
    spoiled = plan(folder)
    assert [(one.file, one.column) for one in spoiled.problems] == [("doors.csv", "law")]
    with pytest.raises(ValueError, match="1 problems"):
        apply(plan=spoiled, by=SYSTEM, at=at)
    assert queries.door("kiosk", TODAY) is None


def test_missing_files_and_folders_and_bytes_that_are_no_text_are_named(folder):
    (folder / "doors.csv").unlink()
    (folder / "calendar.csv").write_bytes(b"day,\n\xff\n")
    found = [(one.file, one.line) for one in plan(folder).problems]
    assert found == [("calendar.csv", 2), ("doors.csv", 0)]
    assert [one.sentence for one in plan(folder / "nowhere").problems] == ["There is no such folder."]


def test_the_ids_a_folder_brings_are_known_before_it_is_loaded():
    assert len(agency_ids(PROVINCE)) == 650


def test_the_database_itself_refuses_two_units_of_one_code_on_one_day():
    Unit.objects.create(
        code="16681",
        level="commune",
        type="Xã",
        name="x",
        full_name="x",
        name_en="x",
        sort_key="x",
        source="x",
        confidence="x",
        valid_from=date(2026, 1, 1),
    )
    with pytest.raises(IntegrityError, match="unit_one_at_a_time"), connection.cursor() as cursor:
        cursor.execute("SET CONSTRAINTS ALL IMMEDIATE")


def test_the_database_itself_refuses_a_temporary_code_that_looks_official():
    with pytest.raises(IntegrityError, match="agencycode_temporary_looks_so"):
        AgencyCode.objects.create(
            agency_id="STP",
            code="H41.14",
            is_temporary=True,
            source="x",
            confidence="x",
            valid_from=date(2031, 1, 1),
        )
