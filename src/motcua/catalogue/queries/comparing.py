"""The files of the catalogue against its tables: what is new, what differs, what may not be changed."""

import hashlib
import json
from collections.abc import Callable, Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass

from motcua.catalogue.models import (
    Field,
    Form,
    LifeEvent,
    LifeEventProcedure,
    OnlineService,
    Procedure,
    ProcedureVersion,
    VerticalPortal,
)
from motcua.catalogue.rules.forms import read_form
from motcua.catalogue.rules.forms.files import FormFile
from motcua.catalogue.rules.forms.shaping import shape_of
from motcua.catalogue.rules.loading import NOT_FACTS, VersionKey, WantedVersion, wanted_versions
from motcua.directory.queries.comparing import Difference, compare
from motcua.directory.queries.planning import missing_problems
from motcua.directory.rules.plans import Change
from motcua.directory.rules.sheets import Problem, Row, Value
from motcua.kernel.text import sort_key

Rows = Mapping[str, Sequence[Row]]
InUse = Callable[[Collection[int]], Collection[int]]
CURATED = ("life_events.csv", "life_event_procedures.csv")
"""Lists of our own making, from which lines may be taken out."""


@dataclass(frozen=True)
class Work:
    """What must be written so that the tables say what the files say."""

    before: Mapping[str, Difference]
    forms: Difference
    reshaped: Mapping[str, Sequence[int]]
    added: Sequence[WantedVersion]
    changed: Mapping[int, WantedVersion]
    touched: Mapping[int, WantedVersion]
    same: int
    missing: Sequence[VersionKey]
    after: Mapping[str, Difference]

    def changes(self) -> list[Change]:
        """Count the lines of each table."""
        versions = Change("versions", len(self.added), len(self.changed) + len(self.touched), self.same)
        return [
            *(_change(name, one) for name, one in self.before.items()),
            _change("forms", self.forms),
            versions,
            *(_change(name, one) for name, one in self.after.items()),
        ]

    def problems(self, in_use: InUse) -> list[Problem]:
        """Name what may not be changed: facts in use, announced levels, lines that vanish."""
        return list(self._problems(in_use))

    def _problems(self, in_use: InUse) -> Iterator[Problem]:
        touched = {*self.changed, *(one for several in self.reshaped.values() for one in several)}
        used = set(in_use(touched)) if touched else set()
        for version_id, wanted in self.changed.items():
            if version_id in used:
                yield Problem("versions.csv", 0, "", _in_use_sentence(wanted.key))
        for key, versions in self.reshaped.items():
            if used.intersection(versions):
                sentence = (
                    f"Drafts or dossiers answer the form of {key}: its questions stay. "
                    "Give it a last day, and add a form and a version from the next day on."
                )
                yield Problem("general.json" if key == "general" else f"{key}.json", 0, "", sentence)
        for code, first in self.missing:
            sentence = (
                f"The version of {code} from {first} was loaded before and is missing now; end it instead."
            )
            yield Problem("versions.csv", 0, "", sentence)
        for name, one in {**self.before, **self.after}.items():
            if name not in CURATED:
                yield from missing_problems(name, one)
        yield from missing_problems("general.json", self.forms)


def compared(rows: Rows, forms: Sequence[FormFile]) -> Work:
    """Compare checked files with the tables."""
    form_rows = [_form_row(one) for one in forms]
    reshaped = _reshaped(form_rows)
    wanted = wanted_versions(rows, forms)
    names = ("id", "procedure_id", "digest", *NOT_FACTS, "valid_from")
    known = {(row["procedure_id"], row["valid_from"]): row for row in ProcedureVersion.objects.values(*names)}
    changed, touched, same = {}, {}, 0
    for key, one in wanted.items():
        row = known.get(key)
        if row is None:
            continue
        if row["digest"] != one.digest:
            changed[row["id"]] = one
        elif any(row[name] != one.cells[name] for name in NOT_FACTS):
            touched[row["id"]] = one
        else:
            same += 1
    return Work(
        before={
            "fields.csv": compare(
                Field, ("slug",), [_sorted(row.cells, "name") for row in rows["fields.csv"]]
            ),
            "procedures.csv": compare(Procedure, ("code",), _procedures(rows)),
        },
        forms=compare(Form, ("key", "valid_from"), form_rows),
        reshaped=reshaped,
        added=[one for key, one in wanted.items() if key not in known],
        changed=changed,
        touched=touched,
        same=same,
        missing=[key for key in known if key not in wanted],
        after=_after(rows),
    )


def _after(rows: Rows) -> dict[str, Difference]:
    services = [_renamed(row.cells, code="procedure_id") for row in rows["services.csv"]]
    members = [
        _renamed(row.cells, code="procedure_id", event="event_id")
        for row in rows["life_event_procedures.csv"]
    ]
    events = [row.cells for row in rows["life_events.csv"]]
    portals = [row.cells for row in rows["vertical_portals.csv"]]
    return {
        "services.csv": compare(OnlineService, ("procedure_id", "agency_id", "valid_from"), services),
        "life_events.csv": compare(LifeEvent, ("slug",), events),
        "life_event_procedures.csv": compare(LifeEventProcedure, ("event_id", "procedure_id"), members),
        "vertical_portals.csv": compare(VerticalPortal, ("sector", "valid_from"), portals),
    }


def _procedures(rows: Rows) -> list[dict[str, Value]]:
    titles = {row.text("code"): row.text("title") for row in rows["versions.csv"]}
    return [{**row.cells, "sort_key": sort_key(titles[row.text("code")])} for row in rows["procedures.csv"]]


def _form_row(one: FormFile) -> dict[str, object]:
    text = json.dumps(one.definition, ensure_ascii=False, sort_keys=True)
    return {
        "key": one.key,
        "valid_from": one.valid_from,
        "valid_to": one.valid_to,
        "source": one.source,
        "confidence": one.confidence,
        "definition": one.definition,
        "shape": shape_of(read_form(one.definition)),
        "digest": hashlib.sha256(text.encode()).hexdigest(),
    }


def _reshaped(forms: Sequence[Mapping[str, object]]) -> dict[str, list[int]]:
    """Return, for each form whose shape would change, the versions that use it."""
    shapes = {(one["key"], one["valid_from"]): one["shape"] for one in forms}
    changed = [
        row
        for row in Form.objects.prefetch_related("versions")
        if shapes.get((row.key, row.valid_from), row.shape) != row.shape
    ]
    return {row.key: [version.id for version in row.versions.all()] for row in changed}


def _in_use_sentence(key: VersionKey) -> str:
    return (
        f"Drafts or dossiers use the version of {key[0]} from {key[1]}: its facts stay. "
        "Give it a last day, and add a version from the next day on."
    )


def _sorted(cells: Mapping[str, Value], name: str) -> dict[str, Value]:
    return {**cells, "sort_key": sort_key(str(cells[name]))}


def _renamed(cells: Mapping[str, Value], **names: str) -> dict[str, Value]:
    return {names.get(name, name): value for name, value in cells.items()}


def _change(name: str, one: Difference) -> Change:
    taken_out = len(one.missing) if name in CURATED else 0
    return Change(name.removesuffix(".csv"), len(one.added), len(one.changed) + taken_out, one.same)
