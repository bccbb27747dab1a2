"""A reform of units as a table: whose open work goes where on its day. The most particular line counts.

A line may speak of one commune (the owner's, as the unit was called before that day), of one procedure, of both, or
of all that is left; only the last kind can say where the officers go.
"""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from motcua.directory.rules.sheets import Column, Problem, Row, day, like

OFFICERS = like(r"all|[a-z0-9._-]+( [a-z0-9._-]+)*", "list of user names, or `all`")
COLUMNS: Sequence[Column] = (
    Column("on", day),
    Column("from", like(r"[A-Za-z0-9]+(-[A-Za-z0-9]+)*", "agency id")),
    Column("to", like(r"[A-Za-z0-9]+(-[A-Za-z0-9]+)*", "agency id")),
    Column("commune", like(r"[0-9]{5}", "code of a commune (5 digits)"), required=False),
    Column("procedure", like(r"[1-9]\.[0-9]{6}", "code of a procedure (1.001193)"), required=False),
    Column("officers", OFFICERS, required=False),
    Column("law"),
    Column("source"),
    Column("confidence"),
)


@dataclass(frozen=True, slots=True)
class Rule:
    """One line: work of `start` goes to `to`; the empty commune and procedure stand for all others."""

    line: int
    start: str
    to: str
    commune: str
    procedure: str
    officers: tuple[str, ...]
    law: str

    @property
    def is_rest(self) -> bool:
        """Tell whether the line speaks of all that no other line of its agency names."""
        return not self.commune and not self.procedure


@dataclass(frozen=True)
class Reform:
    """A reform: its day, and the lines of each agency that loses work."""

    on: date
    rules: Mapping[str, Sequence[Rule]]

    def rest(self, agency_id: str) -> Rule | None:
        """Return the line for all that is left of an agency."""
        return next((one for one in self.rules.get(agency_id, ()) if one.is_rest), None)

    def route(self, agency_id: str, *, procedure: str, commune: str = "") -> Rule | None:
        """Return the line by which work moves: procedure and commune, procedure, commune, the rest; None: it stays."""
        lines = {(one.procedure, one.commune): one for one in self.rules.get(agency_id, ())}
        wanted = ((procedure, commune), (procedure, ""), ("", commune), ("", ""))
        return next((lines[key] for key in wanted if key in lines), None)

    def destination_of(self, agency_id: str, username: str) -> Rule | None:
        """Return the line by which an officer moves: one that names the officer, else one that takes all."""
        lines = self.rules.get(agency_id, ())
        named = (one for one in lines if username in one.officers)
        return next(named, next((one for one in lines if one.officers == ("all",)), None))


def reform_of(file: str, rows: Iterable[Row]) -> tuple[Reform | None, list[Problem]]:
    """Put the lines together; names what contradicts itself."""
    rules: dict[str, list[Rule]] = {}
    days: set[date] = set()
    problems: list[Problem] = []
    for row in rows:
        on = row.cells["on"]
        assert isinstance(on, date)
        days.add(on)
        one = _rule(row)
        others = rules.setdefault(one.start, [])
        problems += [Problem(file, row.line, "", words) for words in _wrong(one, others)]
        others.append(one)
    if len(days) != 1:
        problems.append(Problem(file, 0, "on", "A file holds one reform: all its lines have the same day."))
    return (None, problems) if problems else (Reform(days.pop(), rules), [])


def _rule(row: Row) -> Rule:
    words = {name: row.text(name) for name in ("from", "to", "commune", "procedure", "officers", "law")}
    officers = tuple(words["officers"].split())
    return Rule(
        row.line, words["from"], words["to"], words["commune"], words["procedure"], officers, words["law"]
    )


def _wrong(one: Rule, others: Sequence[Rule]) -> list[str]:
    """Say what is wrong with a line beside the lines before it."""
    found = []
    if one.start == one.to:
        found.append(f"{one.start} cannot follow itself.")
    if any((one.commune, one.procedure) == (other.commune, other.procedure) for other in others):
        found.append(f"Another line of {one.start} speaks of the same work.")
    if one.officers == ("all",) and any(other.officers == ("all",) for other in others):
        found.append(f"The officers of {one.start} cannot all go to two agencies.")
    return found
