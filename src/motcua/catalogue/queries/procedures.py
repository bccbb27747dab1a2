"""Procedures, their versions on a day, their forms."""

from collections.abc import Iterable
from datetime import date

from motcua.catalogue.queries.snapshot import Outline, Snapshot, snapshot
from motcua.catalogue.rules.deriving import derive
from motcua.catalogue.rules.forms import FormFacts
from motcua.catalogue.rules.versions import ProcedureFacts, VersionFacts
from motcua.kernel.references import procedure_code

FORMS_KEPT = 200


def procedure(code: str) -> ProcedureFacts | None:
    """Return a procedure by its national or localised code, whatever the day."""
    return snapshot().procedures.get(procedure_code(code) or "")


def version_in_force(code: str, on: date) -> VersionFacts | None:
    """Return the facts of a procedure that hold on a day; None when the catalogue knows none for it."""
    shot = snapshot()
    outline = outline_on(shot, code, on)
    return None if outline is None else shot.facts(outline.id)


def version(version_id: int) -> VersionFacts:
    """Return a version by its id, in force or not; raises LookupError when there is none."""
    return snapshot().facts(version_id)


def form_of(version: VersionFacts) -> FormFacts:
    """Return the form of a version: its own, or the general one with this procedure's facts in it."""
    shot = snapshot()
    if version.form_id is None:
        raise LookupError(f"version {version.id} of {version.code} has no form")
    form = shot.forms[version.form_id]
    if version.form_id in shot.own_forms:
        return form
    kept = shot.answers.get(("form", version.id))
    if not isinstance(kept, FormFacts):
        kept = derive(form, version)
        _keep(shot, version.id, kept)
    return kept


def outline_on(shot: Snapshot, code: str, on: date) -> Outline | None:
    """Return the outline of the version that holds on a day."""
    for one in shot.versions.get(code, ()):
        if one.valid_from <= on and (one.valid_to is None or on <= one.valid_to):
            return one
    return None


def procedure_names(codes: Iterable[str], on: date) -> dict[str, str]:
    """Return the names of procedures as shown on a day, by code; one that ended keeps its last, unknown ones none."""
    shot = snapshot()
    known = [code for code in codes if code in shot.versions]
    return {code: (outline_on(shot, code, on) or shot.versions[code][-1]).title for code in known}


def _keep(shot: Snapshot, version_id: int, form: FormFacts) -> None:
    if len(shot.answers) >= FORMS_KEPT:
        shot.answers.clear()
    shot.answers[("form", version_id)] = form
