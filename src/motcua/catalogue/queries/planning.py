"""What loading a folder into the catalogue would do; nothing is written here."""

import hashlib
from collections.abc import Callable, Collection
from pathlib import Path

from motcua.catalogue.queries.comparing import Work, compared
from motcua.catalogue.rules.checking import problems_of
from motcua.catalogue.rules.columns import FILES
from motcua.catalogue.rules.forms.files import read_forms
from motcua.directory.queries.planning import agency_ids
from motcua.directory.rules.plans import Plan
from motcua.directory.rules.sheets import Problem, Sheet, read_sheet

ROOM = "catalogue"
FOLDER = "catalogue"
FORMS = "forms"
InUse = Callable[[Collection[int]], Collection[int]]


def _none_in_use(_versions: Collection[int]) -> Collection[int]:
    return ()


def plan(folder: Path, in_use: InUse = _none_in_use) -> Plan:
    """Read a province's folder whole, check it whole, compare it with the tables.

    `in_use` tells which of these versions some draft or dossier was made under: their facts must stay.
    """
    place = folder / FOLDER
    if not place.is_dir():
        return Plan(ROOM, (Problem(FOLDER, 0, "", "There is no such folder."),), (), "")
    contents = _contents(place)
    digest = _digest(contents)
    sheets = {name: _sheet(name, contents.get(name)) for name in FILES}
    texts, problems = _forms(contents)
    forms, wrong = read_forms(texts)
    problems += wrong
    problems += [problem for sheet in sheets.values() for problem in sheet.problems]
    rows = {name: sheet.rows for name, sheet in sheets.items()}
    if not problems:
        problems = problems_of(rows, agency_ids(folder))
    if problems:
        return Plan(ROOM, _placed(problems), (), digest)
    work = compared(rows, forms)
    return Plan(ROOM, _placed(work.problems(in_use)), work.changes(), digest, (work,))


def work_of(plan: Plan) -> Work:
    """Return what a plan of this room found to be done."""
    (work,) = plan.work
    assert isinstance(work, Work)
    return work


def _contents(place: Path) -> dict[str, bytes]:
    found = {name: place / name for name in FILES}
    found |= {f"{FORMS}/{path.name}": path for path in sorted((place / FORMS).glob("*.json"))}
    return {name: path.read_bytes() for name, path in found.items() if path.is_file()}


def _digest(contents: dict[str, bytes]) -> str:
    digest = hashlib.sha256()
    for name, content in contents.items():
        digest.update(f"{name}\0".encode() + hashlib.sha256(content).digest())
    return digest.hexdigest()


def _sheet(name: str, content: bytes | None) -> Sheet:
    if content is None:
        return Sheet(name, (), (Problem(name, 0, "", "The file is missing."),))
    try:
        return read_sheet(name, content.decode("utf-8"), FILES[name].columns)
    except UnicodeDecodeError as problem:
        line = content[: problem.start].count(b"\n") + 1
        return Sheet(name, (), (Problem(name, line, "", "The line is not UTF-8."),))


def _forms(contents: dict[str, bytes]) -> tuple[dict[str, str], list[Problem]]:
    texts, problems = {}, []
    for name, content in contents.items():
        if name.startswith(f"{FORMS}/"):
            try:
                texts[name.removeprefix(f"{FORMS}/")] = content.decode("utf-8")
            except UnicodeDecodeError:
                problems.append(Problem(name, 0, "", "The file is not UTF-8."))
    return texts, problems


def _placed(problems: Collection[Problem]) -> list[Problem]:
    """Name the files from the province's folder on."""
    return [
        Problem(
            f"{FOLDER}/{FORMS}/{one.file}" if one.file.endswith(".json") else f"{FOLDER}/{one.file}",
            one.line,
            one.column,
            one.sentence,
        )
        for one in problems
    ]
