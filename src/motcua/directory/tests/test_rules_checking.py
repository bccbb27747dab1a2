"""Whatever is wrong in the files is named by file, line and column."""

import unicodedata

import pytest

from motcua.directory.tests.factories import added, lines_of, problems, replaced

DECOMPOSED = unicodedata.normalize("NFD", "Nghệ An")


def only(spoiled):
    found = problems(spoiled)
    assert len(found) == 1, found
    return found[0].file, found[0].line, found[0].column, found[0].sentence


def test_the_good_province_has_no_problem():
    assert problems({}) == []


CELLS = [
    ("units.csv", 2, ",Nghệ An,", f",{DECOMPOSED},", "name", "NFC"),
    ("units.csv", 2, ",Nghệ An,", ", Nghệ An,", "name", "blanks"),
    ("units.csv", 2, ",Nghệ An,", ",,", "name", "empty"),
    ("units.csv", 3, "district", "county", "level", "not one of"),
    ("units.csv", 3, "412,", "4120,", "code", "no unit code"),
    ("units.csv", 3, "18.6", "north", "latitude", "no number"),
    ("units.csv", 3, "18.6", "186", "latitude", "no latitude"),
    ("units.csv", 5, "2025-07-01", "2025-02-30", "valid_from", "no day"),
    ("units.csv", 5, "2025-07-01", "1925-07-01", "valid_from", "no day"),
    ("agency_codes.csv", 2, ",H41,", ",h41,", "code", "no agency identifier"),
    ("agency_codes.csv", 2, ",0,", ",no,", "is_temporary", "neither 0 nor 1"),
    ("receiving_places.csv", 2, "412,,,,", "412,,12345,,", "phone", "no phone number"),
    ("office_hours.csv", 2, "07:00-11:30", "14:00-11:30", "sessions", "no sessions"),
    ("office_hours.csv", 2, "07:00-11:30", "7h-11h30", "sessions", "no sessions"),
    ("doors.csv", 2, "portal_filing", "Portal filing", "name", "no name"),
    ("periods.csv", 2, ",30,", ",0,", "amount", "at least 1"),
    ("extensions.csv", 2, ",head,", ",mayor,", "signers", "no list of roles"),
    ("extensions.csv", 2, ",10,", ",0,", "working_days", "at least 1"),
    ("periods.csv", 2, ",day,", ",fortnight,", "unit", "not one of"),
    ("periods.csv", 2, ",desk,", ",forget,", "after", "not one of"),
    ("periods.csv", 2, "answer,,", "answer,birth,", "scope", "no code of a procedure"),
]


@pytest.mark.parametrize(("file", "line", "old", "new", "column", "sentence"), CELLS)
def test_a_cell_that_cannot_be_read_is_named(file, line, old, new, column, sentence):
    where = only(replaced(file, line, old, new))
    assert where[:3] == (file, line, column)
    assert sentence in where[3]


LINES = [
    ("units.csv", 5, ",40,,,15.54", ",,,,15.54", "parent_code", "needs a parent"),
    ("units.csv", 5, ",40,,,15.54", ",499,,,15.54", "parent_code", "no unit 499"),
    ("units.csv", 5, ",40,,,15.54", ",412,,,15.54", "parent_code", "does not exist on every day"),
    ("units.csv", 4, ",412,,,,", ",16681,,,,", "parent_code", "cannot be above"),
    ("units.csv", 3, "2025-06-30", "2020-06-30", "valid_to", "is before"),
    ("agencies.csv", 5, ",16681,UBND,", ",16999,UBND,", "unit_code", "no unit 16999"),
    ("agencies.csv", 5, ",16681,UBND,", ",16681,SXX,", "parent_id", "no agency SXX"),
    ("agencies.csv", 5, ",16681,UBND,", ",16681,UBND-412,", "parent_id", "every day"),
    ("agency_codes.csv", 4, "H41.Z02", "H41.Z01", "code", "never given again"),
    ("agency_codes.csv", 4, "H41.Z02", "H41.12", "code", "Temporary codes"),
    ("successions.csv", 3, "UBND25-16681,2025", "UBND25-16690,2025", "successor_id", "no agency"),
    ("successions.csv", 3, "UBND21-16681,UBND25", "UBND21-16690,UBND25", "predecessor_id", "no agency"),
    ("place_agencies.csv", 2, "MC-412", "MC-413", "place_id", "no place"),
    ("receiving_places.csv", 2, "UBND-412", "UBND-413", "host_id", "no agency"),
    ("calendar.csv", 3, ",2026-08-22", ",2026-08-23", "swapped_with", "not the day"),
]


@pytest.mark.parametrize(("file", "line", "old", "new", "column", "sentence"), LINES)
def test_a_line_that_contradicts_another_is_named(file, line, old, new, column, sentence):
    found = problems(replaced(file, line, old, new))
    assert any(
        (one.file, one.line, one.column) == (file, line, column) and sentence in one.sentence for one in found
    ), found


def test_a_repeated_line_is_named_with_the_one_it_repeats():
    file, line, column, sentence = only(added("calendar.csv", lines_of("calendar.csv")[1]))
    assert (file, line, column) == ("calendar.csv", 4, "day")
    assert "line 2" in sentence


def test_two_states_of_a_door_on_one_day_are_named():
    file, line, column, sentence = only(added("doors.csv", "portal_filing,national,118,,2025-07-01,,law,v"))
    assert (file, line, column) == ("doors.csv", 3, "valid_from")
    assert "same day as line 2" in sentence


def test_codes_of_dossiers_have_a_form_that_can_be_written():
    assert problems(added("doors.csv", "dossier_code,yyyyMMdd-7,118,,2025-07-01,,law,v")) == []
    file, line, column, sentence = only(added("doors.csv", "dossier_code,ddMMyy-4,118,,2025-07-01,,law,v"))
    assert (file, line, column) == ("doors.csv", 3, "value")
    assert "no form of dossier codes" in sentence


def test_an_agency_without_a_code_is_named():
    file, _, _, sentence = only({"agency_codes.csv": lines_of("agency_codes.csv")[:-1]})
    assert file == "agency_codes.csv"
    assert "UBND25-16681 has no code" in sentence


def test_an_agency_is_followed_only_when_it_has_ended():
    found = problems(replaced("successions.csv", 3, "2025-07-01", "2025-06-30"))
    assert [one.sentence for one in found] == [
        "UBND21-16681 still exists on 2025-06-30.",
        "UBND25-16681 does not exist on 2025-06-30.",
    ]


def test_a_make_up_day_falls_on_a_day_of_rest():
    found = problems(
        {
            "calendar.csv": [
                lines_of("calendar.csv")[0],
                "2026-08-21,,working,Ngày làm bù,,2026-08-31,,list,verified",
                "2026-08-31,,closed,Ngày nghỉ,,2026-08-21,,list,verified",
            ]
        }
    )
    assert [(one.line, one.column) for one in found] == [(2, "day")]


def test_a_year_without_a_holiday_is_a_slip_in_another_line():
    found = problems(added("calendar.csv", "2028-09-02,,closed,Quốc khánh,,,,list,verified"))
    assert [one.sentence for one in found] == ["The province has no day in 2027, but has some after it."]


def test_a_wrong_header_and_a_short_line_are_named():
    assert only({"doors.csv": ["name;value", *lines_of("doors.csv")[1:]]})[:2] == ("doors.csv", 1)
    assert only(added("doors.csv", "portal_filing,both"))[:3] == ("doors.csv", 3, "")


def test_the_line_after_a_cell_of_two_lines_keeps_its_number():
    spoiled = added("doors.csv", 'x,"a\nb",law,,2021-01-01,,law,v')
    spoiled["doors.csv"].append("y,1,law,,2021-13-01,,law,v")
    assert [(one.line, one.column) for one in problems(spoiled)] == [(3, "value"), (5, "valid_from")]


def test_every_problem_of_a_file_is_named_at_once():
    spoiled = replaced("units.csv", 3, "district", "county")
    spoiled |= replaced("doors.csv", 2, "2021-01-01", "01/01/2021")
    assert [(one.file, one.line) for one in problems(spoiled)] == [("units.csv", 3), ("doors.csv", 2)]
