"""Rows of several tables in one statement: one round trip instead of one for each, for the hot path."""

from collections.abc import Sequence
from functools import cache
from itertools import groupby
from typing import Any

from django.db import connection, models
from django.db.models import JSONField
from psycopg.types.json import Jsonb


def insert_models(rows: Sequence[models.Model], then: str, values: Sequence[Any]) -> None:
    """Insert rows, each table's in the order given, and run one statement more (`then`) in the same breath.

    Foreign keys are checked when the statement ends, so the order of the tables does not matter.
    """
    with connection.cursor() as cursor:
        cursor.execute(*joined(rows, then, values))


def joined(rows: Sequence[models.Model], then: str, values: Sequence[Any]) -> tuple[str, list[Any]]:
    """Write the statement and its values: the insertions as parts of `WITH`, then the last statement."""
    parts: list[str] = []
    given: list[Any] = []
    for model, group in groupby(rows, key=type):
        same = list(group)
        parts.append(f"r{len(parts)} AS ({_insertion(model, len(same))})")
        for row in same:
            given += _values(row)
    head = f"WITH {', '.join(parts)} " if parts else ""
    return head + then, [*given, *values]


@cache
def _insertion(model: type[models.Model], count: int) -> str:
    fields = model._meta.concrete_fields
    columns = ", ".join(f'"{field.column}"' for field in fields)
    places = f"({', '.join(['%s'] * len(fields))})"
    return f'INSERT INTO "{model._meta.db_table}" ({columns}) VALUES {", ".join([places] * count)}'  # noqa: S608


@cache
def _reading(model: type[models.Model]) -> list[tuple[str, bool]]:
    return [(field.attname, isinstance(field, JSONField)) for field in model._meta.concrete_fields]


def _values(row: models.Model) -> list[Any]:
    return [_plain(getattr(row, name), is_json) for name, is_json in _reading(type(row))]


def _plain(value: Any, is_json: bool) -> Any:
    if is_json:
        return None if value is None else Jsonb(value)
    return str(value) if isinstance(value, str) and type(value) is not str else value
