"""The files of the directory against each other: parents, places, codes, successors, swapped days."""

from collections.abc import Iterator, Mapping, Sequence
from datetime import date, timedelta

from motcua.directory.rules.columns import FILES
from motcua.directory.rules.sheets import Problem, Row
from motcua.directory.rules.spans import (
    OPEN,
    Reference,
    Spans,
    day_problems,
    key_problems,
    reference_problems,
    spans_by,
)
from motcua.kernel.references import dossier_code_form_valid

Rows = Mapping[str, Sequence[Row]]
ABOVE = {"province": (), "district": ("province",), "commune": ("district", "province")}


def problems_of(rows: Rows) -> list[Problem]:
    """Return everything wrong with lines that can each be read."""
    found: list[Problem] = []
    for name, file in FILES.items():
        found += key_problems(file, rows[name])
        found += day_problems(file, rows[name])
    units = spans_by("code", rows["units.csv"])
    agencies = spans_by("agency_id", rows["agencies.csv"])
    found += _references(rows, units, agencies)
    found += _levels(rows["units.csv"])
    found += _codes(rows["agency_codes.csv"], agencies)
    found += _successions(rows["successions.csv"], agencies)
    found += _calendar(rows["calendar.csv"], agencies)
    found += _hours(rows["office_hours.csv"])
    found += _doors(rows["doors.csv"])
    return sorted(found)


def _doors(rows: Sequence[Row]) -> Iterator[Problem]:
    for row in rows:
        value = row.text("value")
        if row.text("name") == "dossier_code" and not dossier_code_form_valid(value):
            sentence = f"{value!r} is no form of dossier codes (yyMMdd-4, yyyyMMdd-7)."
            yield Problem("doors.csv", row.line, "value", sentence)


def _references(rows: Rows, units: Spans, agencies: Spans) -> Iterator[Problem]:
    places = spans_by("place_id", rows["receiving_places.csv"])
    unit, agency = ("unit", units), ("agency", agencies)
    for name, column, (what, spans) in (
        ("units.csv", "parent_code", unit),
        ("agencies.csv", "unit_code", unit),
        ("agencies.csv", "parent_id", agency),
        ("receiving_places.csv", "host_id", agency),
        ("receiving_places.csv", "unit_code", unit),
        ("place_agencies.csv", "place_id", ("place", places)),
        ("place_agencies.csv", "agency_id", agency),
    ):
        yield from reference_problems(FILES[name], rows[name], Reference(column, what, spans))


def _levels(units: Sequence[Row]) -> Iterator[Problem]:
    levels: dict[str, set[str]] = {}
    for row in units:
        levels.setdefault(row.text("code"), set()).add(row.text("level"))
    for row in units:
        level, parent = row.text("level"), row.text("parent_code")
        if not parent and ABOVE[level]:
            yield Problem("units.csv", row.line, "parent_code", f"A {level} needs a parent.")
        elif parent and levels.get(parent, set()).isdisjoint(ABOVE[level]) and parent in levels:
            yield Problem("units.csv", row.line, "parent_code", f"{parent} cannot be above a {level}.")


def _codes(codes: Sequence[Row], agencies: Spans) -> Iterator[Problem]:
    owners: dict[str, str] = {}
    coded: dict[str, date] = {}
    for row in codes:
        code, agency_id, since = row.text("code"), row.text("agency_id"), row.cells["valid_from"]
        assert isinstance(since, date)
        coded[agency_id] = min(since, coded.get(agency_id, OPEN))
        if agency_id not in agencies:
            yield Problem("agency_codes.csv", row.line, "agency_id", f"There is no agency {agency_id}.")
        if owners.setdefault(code, agency_id) != agency_id:
            sentence = f"{code} is the code of {owners[code]}; a code is never given again."
            yield Problem("agency_codes.csv", row.line, "code", sentence)
        if _looks_temporary(code) != row.cells["is_temporary"]:
            sentence = "Temporary codes, and only they, are the province's code, a point, Z and two more."
            yield Problem("agency_codes.csv", row.line, "code", sentence)
    for one, spans in agencies.items():
        if coded.get(str(one), OPEN) > spans[0][0]:
            sentence = f"The agency {one} has no code on its first day."
            yield Problem("agency_codes.csv", 0, "", sentence)


def _looks_temporary(code: str) -> bool:
    _, point, last = code.partition(".")
    return bool(point) and len(last) == 3 and last.startswith("Z")


def _successions(rows: Sequence[Row], agencies: Spans) -> Iterator[Problem]:
    for row in rows:
        on, before, after = row.cells["on"], row.text("predecessor_id"), row.text("successor_id")
        assert isinstance(on, date)
        for column, agency_id in (("predecessor_id", before), ("successor_id", after)):
            if agency_id not in agencies:
                yield Problem("successions.csv", row.line, column, f"There is no agency {agency_id}.")
        if before == after:
            yield Problem("successions.csv", row.line, "successor_id", "An agency cannot follow itself.")
        if not _lives(agencies, after, on):
            yield Problem("successions.csv", row.line, "on", f"{after} does not exist on {on}.")
        eve = on - timedelta(days=1)
        if not _lives(agencies, before, eve):
            yield Problem("successions.csv", row.line, "on", f"{before} does not exist on {eve}.")
        if row.cells["kind"] != "part" and _lives(agencies, before, on):
            yield Problem("successions.csv", row.line, "on", f"{before} still exists on {on}.")


def _lives(agencies: Spans, agency_id: str, on: date) -> bool:
    known = agencies.get(agency_id)
    return known is None or any(first <= on <= last for first, last in known)


def _calendar(rows: Sequence[Row], agencies: Spans) -> Iterator[Problem]:
    kinds = {(row.text("agency_id"), row.cells["day"]): row.text("kind") for row in rows}
    for row in rows:
        day, other, agency_id = row.cells["day"], row.cells["swapped_with"], row.text("agency_id")
        assert isinstance(day, date)
        if agency_id and agency_id not in agencies:
            yield Problem("calendar.csv", row.line, "agency_id", f"There is no agency {agency_id}.")
        if row.cells["kind"] == "working" and day.weekday() < 5:
            yield Problem("calendar.csv", row.line, "day", f"{day} is a working day already.")
        if other and {row.text("kind"), kinds.get((agency_id, other))} != {"closed", "working"}:
            sentence = f"{other} is not the day it is swapped with: one must be closed, one working."
            yield Problem("calendar.csv", row.line, "swapped_with", sentence)
    years = {row.text("day")[:4] for row in rows if not row.text("agency_id")}
    if not years:
        yield Problem("calendar.csv", 0, "", "The province has no day in the calendar.")
        return
    # The calendar covers what lies between its first and its last year: a slip must not stretch it.
    for year in range(int(min(years)), int(max(years))):
        if str(year) not in years:
            yield Problem(
                "calendar.csv", 0, "day", f"The province has no day in {year}, but has some after it."
            )


def _hours(rows: Sequence[Row]) -> Iterator[Problem]:
    if not any(row.text("agency_id") == "" for row in rows):
        yield Problem("office_hours.csv", 0, "", "The province has no office hours.")
