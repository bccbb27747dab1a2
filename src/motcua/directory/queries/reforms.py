"""Reading the file of a reform, and holding it against what the directory knows of the units on its day."""

from collections.abc import Iterator, Sequence
from datetime import date, timedelta
from pathlib import Path

from motcua.directory.queries.agencies import agency
from motcua.directory.queries.snapshot import snapshot
from motcua.directory.rules.reforming import COLUMNS, Reform, Rule, reform_of
from motcua.directory.rules.sheets import Problem, read_sheet


def read_reform(path: Path) -> tuple[Reform | None, list[Problem]]:
    """Read a reform; gives None with the problems of a file that cannot be followed."""
    try:
        text = path.read_bytes().decode("utf-8")
    except UnicodeDecodeError:
        return None, [Problem(path.name, 0, "", "The file is not UTF-8.")]
    except OSError:
        return None, [Problem(str(path), 0, "", "There is no such file.")]
    sheet = read_sheet(path.name, text, COLUMNS)
    if sheet.problems:
        return None, list(sheet.problems)
    reform, problems = reform_of(path.name, sheet.rows)
    if reform is None:
        return None, problems
    problems = [
        problem for lines in reform.rules.values() for problem in _unknown(path.name, reform.on, lines)
    ]
    problems += list(_left_out(path.name, reform))
    return (None, problems) if problems else (reform, [])


def ends_on_the_eve(agency_id: str, on: date) -> bool:
    """Tell whether an agency works on the day before, and no more on that day."""
    return agency(agency_id, on) is None and agency(agency_id, on - timedelta(days=1)) is not None


def _unknown(file: str, on: date, lines: Sequence[Rule]) -> Iterator[Problem]:
    """Name what the directory does not know: agencies, and successors that no resolution names."""
    for one in lines:
        follows = {row.successor_id for row in snapshot().successions.get(one.start, ()) if row.on == on}
        if agency(one.start, on - timedelta(days=1)) is None:
            yield Problem(file, one.line, "from", f"There is no agency {one.start} on the day before.")
        elif agency(one.to, on) is None:
            yield Problem(file, one.line, "to", f"There is no agency {one.to} on that day.")
        elif one.to not in follows:
            words = (
                f"successions.csv does not say that {one.to} follows {one.start} on that day: load it first."
            )
            yield Problem(file, one.line, "to", words)


def _left_out(file: str, reform: Reform) -> Iterator[Problem]:
    """Name agencies that end on the eve and whose work would hang: no line takes all that is left of it."""
    for start, rows in snapshot().successions.items():
        leaves = any(row.on == reform.on and row.kind != "part" for row in rows)
        if leaves and ends_on_the_eve(start, reform.on) and reform.rest(start) is None:
            words = f"{start} ends, and no line without commune and procedure takes what is left of its work."
            yield Problem(file, 0, "from", words)
