"""Versions as the files bring them: lines and their parts joined, a digest of their facts, their form."""

import hashlib
import json
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from motcua.catalogue.rules.forms.files import FormFile
from motcua.directory.rules.sheets import Row, Value

Cells = Mapping[str, Value]
VersionKey = tuple[str, date]
GENERAL = "general"
NOT_FACTS = ("valid_to", "source", "confidence")
"""A version may be ended, and its sources named better, while its facts stay."""


@dataclass(frozen=True, slots=True)
class WantedVersion:
    """One version with its parts, as wanted. `form` is the key and first day of its form."""

    key: VersionKey
    cells: Cells
    components: Sequence[Cells]
    channels: Sequence[Cells]
    form: VersionKey
    digest: str


def wanted_versions(
    rows: Mapping[str, Sequence[Row]], forms: Iterable[FormFile]
) -> dict[VersionKey, WantedVersion]:
    """Join the lines of versions.csv with their components, channels and forms."""
    components, channels = _parts(rows["components.csv"]), _parts(rows["channels.csv"])
    by_key: defaultdict[str, list[FormFile]] = defaultdict(list)
    for form in forms:
        by_key[form.key].append(form)
    found = {}
    for row in rows["versions.csv"]:
        key = key_of(row)
        parts = (components.get(key, []), channels.get(key, []))
        own = _form(by_key, key)
        found[key] = WantedVersion(key, row.cells, *parts, own, digest_of(row.cells, *parts, own))
    return found


def key_of(row: Row) -> VersionKey:
    """Return what names the version of a line: its code and first day."""
    first = row.cells["valid_from"]
    assert isinstance(first, date)
    return row.text("code"), first


def digest_of(cells: Cells, components: Sequence[Cells], channels: Sequence[Cells], form: VersionKey) -> str:
    """Return a digest of all facts of a version."""
    facts = {name: value for name, value in cells.items() if name not in NOT_FACTS}
    whole = [facts, components, channels, form]
    return hashlib.sha256(json.dumps(whole, default=str, sort_keys=True).encode()).hexdigest()


def _parts(rows: Sequence[Row]) -> dict[VersionKey, list[Cells]]:
    found: defaultdict[VersionKey, list[Cells]] = defaultdict(list)
    for row in rows:
        cells = {name: value for name, value in row.cells.items() if name not in ("code", "valid_from")}
        found[key_of(row)].append(cells)
    return dict(found)


def _form(by_key: Mapping[str, Sequence[FormFile]], version: VersionKey) -> VersionKey:
    """Return the version's own form that holds on its first day, else the general one of that day."""
    code, on = version
    for key in (code, GENERAL):
        for form in by_key.get(key, ()):
            if form.valid_from <= on and (form.valid_to is None or on <= form.valid_to):
                return key, form.valid_from
    return GENERAL, min(form.valid_from for form in by_key[GENERAL])
