"""Rows of a file against the rows of a table: what is new, what differs, what is missing."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from django.db.models import Model

Key = tuple[object, ...]


@dataclass(frozen=True, slots=True)
class Difference:
    """What must be written so that a table says what the file says; `missing` keys the file has no more."""

    model: type[Model]
    fields: tuple[str, ...]
    added: tuple[Model, ...]
    changed: tuple[Model, ...]
    same: int
    missing: tuple[Key, ...]


def compare(model: type[Model], key: Sequence[str], rows: Sequence[Mapping[str, object]]) -> Difference:
    """Compare the wanted rows (field → value, all with the same fields) with those of the table."""
    fields = tuple(rows[0]) if rows else tuple(key)
    known = {tuple(getattr(row, name) for name in key): row for row in model._default_manager.all()}
    added, changed, same = [], [], 0
    for wanted in rows:
        row = known.pop(tuple(wanted[name] for name in key), None)
        if row is None:
            added.append(model(**wanted))
        elif differing := [name for name in fields if getattr(row, name) != wanted[name]]:
            for name in differing:
                setattr(row, name, wanted[name])
            changed.append(row)
        else:
            same += 1
    return Difference(model, fields, tuple(added), tuple(changed), same, tuple(known))
