"""What loading the words of search would do; nothing is written here. No such folder: nothing to do."""

import hashlib
from pathlib import Path

from motcua.catalogue.models import LexiconSheet
from motcua.catalogue.search import lexicon
from motcua.directory.queries.comparing import Difference, compare
from motcua.directory.rules.plans import Change, Plan
from motcua.directory.rules.sheets import Problem

ROOM = "search"
FOLDER = "search"


def plan(folder: Path) -> Plan:
    """Read the sheets, check them, compare them with the table."""
    files = {name: folder / FOLDER / f"{name}.csv" for name in lexicon.COLUMNS}
    contents = {name: path.read_bytes() for name, path in files.items() if path.is_file()}
    digest = hashlib.sha256(repr(sorted(contents.items())).encode()).hexdigest()
    if not contents:
        return Plan(ROOM, (), (), digest)
    try:
        sheets = {name: content.decode("utf-8") for name, content in contents.items()}
    except UnicodeDecodeError:
        return Plan(ROOM, (Problem(FOLDER, 0, "", "A file is not UTF-8."),), (), digest)
    problems = [Problem(FOLDER, 0, "", sentence) for sentence in lexicon.problems(sheets)]
    if problems:
        return Plan(ROOM, problems, (), digest)
    work = compare(LexiconSheet, ("name",), [{"name": name, "body": body} for name, body in sheets.items()])
    change = Change("search", len(work.added), len(work.changed), work.same)
    return Plan(ROOM, (), (change,), digest, (work,))


def work_of(found: Plan) -> Difference:
    """Return what a plan of the words found to be done."""
    (work,) = found.work
    assert isinstance(work, Difference)
    return work
