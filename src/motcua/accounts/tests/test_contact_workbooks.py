"""The contact workbook, further: lost zeros, hostile files, plans that grew stale, any kind of value in a cell."""

import io
import zipfile
from datetime import datetime, time

import pytest
from hypothesis import HealthCheck, example, given, settings
from hypothesis import strategies as st
from openpyxl import load_workbook

from conftest import COMMUNE
from motcua.accounts.models import Officer, WorkContact
from motcua.accounts.operations.contact_sheets import load_sheet
from motcua.accounts.queries.contact_plans import plan
from motcua.accounts.queries.contact_templates import template
from motcua.accounts.rules.contact_sheets.layout import COLUMNS, OFFICERS, PLACES
from motcua.accounts.rules.contact_sheets.workbook import Unreadable, lines_of
from motcua.accounts.rules.contact_sheets.writing import workbook
from motcua.directory.errors import Changed
from motcua.directory.models import PlaceContact
from motcua.directory.queries.contacts import contact_of
from motcua.kernel.actors import SYSTEM

PLACE = "MC-25-17989"
ROW = 5
FILLED = {
    "C5": "0238 312 3456",
    "D5": "motcua@thiennhan.example.vn",
    "F5": "7h - 11h30, 13h30 - 17h",
    "H5": "Lê Văn Bình (binh)",
    "I5": "bao",
}


def filled(content: bytes, cells: dict, sheet: str = PLACES) -> bytes:
    """Fill cells as a clerk does."""
    book = load_workbook(io.BytesIO(content))
    for name, value in cells.items():
        book[sheet][name].value = value
    out = io.BytesIO()
    book.save(out)
    return out.getvalue()


def planned(content: bytes, viewer, at):
    return plan(*lines_of(content), viewer=viewer, at=at)


def sentences(found) -> dict[str, str]:
    return {one.cell: one.sentence for one in found.problems}


def test_an_empty_template_says_nothing_of_the_place(cast, at):
    found = planned(template(cast.binh, COMMUNE, at), cast.binh, at)
    assert (found.problems, found.places) == ((), ())


def test_officers_get_their_work_contacts(cast, at):
    blank = template(cast.binh, COMMUNE, at)
    rows = {
        row[0].value: row[0].row for row in load_workbook(io.BytesIO(blank))[OFFICERS].iter_rows(min_row=5)
    }
    content = filled(blank, {f"D{rows['bich']}": 912000111, f"E{rows['bich']}": "Bich@X.vn"}, OFFICERS)
    found = planned(content, cast.binh, at)
    assert [(one.cell, one.typed, one.understood) for one in found.notes] == [
        (f"D{rows['bich']}", "912000111", "0912 000 111")
    ]
    load_sheet(plan=found, by=cast.binh, at=at)
    assert Officer.objects.get(account_id=cast.bich.id).work_phone == "+84912000111"
    assert WorkContact.objects.get().source == "sheet"


@pytest.mark.parametrize(
    "typed", [912345678, 912345678.0, "912345678", "0912 345 678", "+84 912 345 678", 84912345678]
)
def test_a_phone_that_lost_its_zero_is_understood(cast, at, typed):
    found = planned(filled(template(cast.binh, COMMUNE, at), {"C5": typed}), cast.binh, at)
    assert found.problems == ()
    assert found.places[0].telling.told.phone == "+84912345678"


@pytest.mark.parametrize(
    ("cell", "value", "words"),
    [
        ("C5", "091234567", "10 chữ số"),
        ("C5", 12345, "10 chữ số"),
        ("C5", 0.5, "văn bản"),
        ("C5", True, "văn bản"),
        ("C5", "=A1+1", "công thức"),
        ("C5", "", "Cần ghi số điện thoại"),
        ("D5", "motcua@", "ten@noi.vn"),
        ("E5", "x" * 201, "quá dài"),
        ("E5", "Xóm\u202e 5", "ký tự"),
        ("F5", "sáng và chiều", "07:00-11:30"),
        ("F5", time(7, 0), "văn bản"),
        ("G5", datetime(2026, 9, 12), "văn bản"),  # noqa: DTZ001
        ("H5", "chi", "không làm việc"),
        ("I5", "Lê Văn Bình (binh)", "khác người trực"),
        ("A5", "MC-25-18001", "thuộc cơ quan khác"),
        ("A5", "MC-0", "Không có nơi tiếp nhận"),
        ("A5", "", "mã ở cột đầu"),
        ("C3", "Số điện thoại", "Tiêu đề"),
    ],
)
def test_every_bad_cell_is_named_and_nothing_is_loaded(cast, at, cell, value, words):
    found = planned(filled(template(cast.binh, COMMUNE, at), FILLED | {cell: value}), cast.binh, at)
    assert words in sentences(found)[cell]
    with pytest.raises(ValueError, match="cannot be loaded"):
        load_sheet(plan=found, by=cast.binh, at=at)
    assert not PlaceContact.objects.exists()


def test_a_line_that_stands_twice_is_named_twice(cast, at):
    found = planned(
        filled(template(cast.binh, COMMUNE, at), FILLED | {"A6": PLACE, "C6": "0912345678"}), cast.binh, at
    )
    assert set(sentences(found)) == {"A5", "A6"}


def test_a_missing_sheet_is_named(cast, at):
    book = load_workbook(io.BytesIO(template(cast.binh, COMMUNE, at)))
    del book[OFFICERS]
    out = io.BytesIO()
    book.save(out)
    [problem] = planned(out.getvalue(), cast.binh, at).problems
    assert (problem.sheet, problem.cell) == (OFFICERS, "")


def test_what_changed_since_the_plan_was_shown_is_not_written_over(cast, at):
    first = planned(filled(template(cast.binh, COMMUNE, at), FILLED), cast.binh, at)
    other = planned(filled(template(cast.binh, COMMUNE, at), {"C5": "0912345678"}), cast.binh, at)
    assert first.digest != other.digest
    load_sheet(plan=other, by=cast.binh, at=at)
    with pytest.raises(Changed):
        load_sheet(plan=first, by=cast.binh, at=at)
    assert contact_of(PLACE, at).phone == "+84912345678"


def test_the_workbook_of_the_province_has_every_place_and_the_agencys_only_its_own(cast, at):
    whole = load_workbook(io.BytesIO(template(SYSTEM, None, at)))
    assert sum(1 for row in whole[PLACES].iter_rows(min_row=5, values_only=True) if row[0]) == 131
    own = load_workbook(io.BytesIO(template(cast.binh, COMMUNE, at)))
    assert [row[0] for row in own[PLACES].iter_rows(min_row=5, values_only=True)] == [PLACE]
    names = [row[0] for row in own[OFFICERS].iter_rows(min_row=5, values_only=True)]
    assert names == ["bao", "binh", "bich"]
    assert own[PLACES].data_validations.dataValidation[0].sqref


def bomb() -> bytes:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as package:
        package.writestr("xl/workbook.xml", b"0" * 50_000_000)
    return out.getvalue()


def entities() -> bytes:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w") as package:
        package.writestr("xl/workbook.xml", b'<?xml version="1.0"?><!DOCTYPE a [<!ENTITY b "c">]><a>&b;</a>')
    return out.getvalue()


@pytest.mark.parametrize(
    "content", [b"", b"PK\x03\x04", b"name;phone\n", b"x" * 2_000_001, bomb(), entities()]
)
def test_what_is_no_workbook_is_refused_in_words(content):
    with pytest.raises(Unreadable, match="mẫu tải từ hệ thống"):
        lines_of(content)


BLANK = workbook(title="Mẫu", places=[{"place_id": PLACE, "name": "Nơi"}], officers=[])


@settings(max_examples=40, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(
    values=st.fixed_dictionaries(
        {
            column.name: st.one_of(
                st.none(),
                st.text(st.characters(exclude_categories=["Cs", "Cc"]), max_size=30),
                st.integers(-(10**15), 10**15),
                st.floats(allow_nan=False, allow_infinity=False),
                st.booleans(),
                st.datetimes(datetime(1950, 1, 1), datetime(2090, 1, 1)),  # noqa: DTZ001
                st.times(),
            )
            for column in COLUMNS[PLACES][2:]
        }
    )
)
@example(values=dict.fromkeys((column.name for column in COLUMNS[PLACES][2:]), "#REF!"))
def test_whatever_stands_in_the_cells_is_a_contact_that_can_be_loaded_or_problems_at_cells(cast, at, values):
    cells = {f"{chr(ord('C') + place)}{ROW}": value for place, value in enumerate(values.values())}
    try:
        content = filled(BLANK, cells)
    except ValueError:
        return  # the library writes no such character
    found = planned(content, cast.binh, at)
    assert all(one.cell[-1] == str(ROW) for one in found.problems if one.sheet == PLACES)
    for change in found.places if not found.problems else ():
        assert change.telling.told.phone.startswith("+84")
