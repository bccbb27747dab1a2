"""What loading a folder into the directory would do; nothing is written here."""

import hashlib
from collections.abc import Iterator, Mapping
from pathlib import Path

from django.db.models import Model

from motcua.directory.models import (
    Agency,
    AgencyCode,
    CalendarDay,
    Door,
    Extension,
    OfficeHours,
    PaperForm,
    Period,
    PlaceAgency,
    ReceivingPlace,
    Succession,
    Unit,
)
from motcua.directory.queries.comparing import Difference, compare
from motcua.directory.rules.checking import problems_of
from motcua.directory.rules.columns import FILES
from motcua.directory.rules.plans import Change, Plan
from motcua.directory.rules.sheets import Problem, Row, Sheet, Value, read_sheet
from motcua.kernel.text import sort_key

ROOM = "directory"
MODELS: Mapping[str, type[Model]] = {
    "units.csv": Unit,
    "agencies.csv": Agency,
    "agency_codes.csv": AgencyCode,
    "successions.csv": Succession,
    "receiving_places.csv": ReceivingPlace,
    "place_agencies.csv": PlaceAgency,
    "calendar.csv": CalendarDay,
    "office_hours.csv": OfficeHours,
    "doors.csv": Door,
    "periods.csv": Period,
    "paper_forms.csv": PaperForm,
    "extensions.csv": Extension,
}
SORTED = ("units.csv", "agencies.csv")


def plan(folder: Path) -> Plan:
    """Read a folder whole, check it whole, compare it with the tables."""
    if not folder.is_dir():
        return Plan(ROOM, (Problem(str(folder), 0, "", "There is no such folder."),), (), "")
    contents = {name: _content(folder, name) for name in FILES}
    digest = hashlib.sha256()
    for name, content in contents.items():
        digest.update(f"{name}\0".encode() + hashlib.sha256(content or b"").digest())
    sheets = {name: _sheet(name, content) for name, content in contents.items()}
    problems = [problem for sheet in sheets.values() for problem in sheet.problems]
    if not problems:
        problems = problems_of({name: sheet.rows for name, sheet in sheets.items()})
    if problems:
        return Plan(ROOM, problems, (), digest.hexdigest())
    differences = {name: _difference(name, sheet) for name, sheet in sheets.items()}
    return Plan(
        room=ROOM,
        problems=[problem for name, one in differences.items() for problem in missing_problems(name, one)],
        changes=[
            Change(name.removesuffix(".csv"), len(one.added), len(one.changed), one.same)
            for name, one in differences.items()
        ],
        digest=digest.hexdigest(),
        work=tuple(differences.values()),
    )


def agency_ids(folder: Path) -> set[str]:
    """Return the ids of the agencies a folder brings, for the rooms that name them before they are loaded."""
    return {row.text("agency_id") for row in _sheet("agencies.csv", _content(folder, "agencies.csv")).rows}


def missing_problems(name: str, difference: Difference) -> Iterator[Problem]:
    """Name the rows that were loaded before and are not in the file now: a row ends, it does not vanish."""
    for key in difference.missing:
        words = ", ".join(str(part) for part in key)
        sentence = f"The line of {words} was loaded before and is missing now; give it a last day instead."
        yield Problem(name, 0, "", sentence)


def _content(folder: Path, name: str) -> bytes | None:
    path = folder / name
    return path.read_bytes() if path.is_file() else None


def _sheet(name: str, content: bytes | None) -> Sheet:
    if content is None:
        return Sheet(name, (), (Problem(name, 0, "", "The file is missing."),))
    try:
        return read_sheet(name, content.decode("utf-8"), FILES[name].columns)
    except UnicodeDecodeError as problem:
        line = content[: problem.start].count(b"\n") + 1
        return Sheet(name, (), (Problem(name, line, "", "The line is not UTF-8."),))


def _difference(name: str, sheet: Sheet) -> Difference:
    return compare(MODELS[name], FILES[name].key, [_wanted(name, row) for row in sheet.rows])


def _wanted(name: str, row: Row) -> dict[str, Value]:
    return row.cells | {"sort_key": sort_key(row.text("name"))} if name in SORTED else row.cells
