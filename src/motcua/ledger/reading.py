"""Whole rows of one table by a fixed condition: for the hot path, on which building a query costs more than asking it.

What `inserting` is for writing. Everything else asks through QuerySets.
"""

from collections.abc import Callable, Sequence
from functools import cache
from typing import Any, TypeVar

from django.db import connection, models

Row = TypeVar("Row", bound=models.Model)
Mend = tuple[int, Callable[..., Any]]


def read(model: type[Row], condition: str, values: Sequence[Any]) -> list[Row]:
    """Read rows; `condition` is written in the code, never made from what somebody sent: "id = %s FOR UPDATE"."""
    selection, names, mends = _reading(model)
    with connection.cursor() as cursor:
        cursor.execute(selection + condition, values)
        found = cursor.fetchall()
    return [model.from_db(connection.alias, names, _mended(row, mends)) for row in found]


@cache
def _reading(model: type[models.Model]) -> tuple[str, list[str], list[Mend]]:
    fields: Sequence[Any] = model._meta.concrete_fields
    columns = ", ".join(f'"{field.column}"' for field in fields)
    mends = [
        (place, converter)
        for place, field in enumerate(fields)
        for converter in field.get_db_converters(connection)
    ]
    return (
        f'SELECT {columns} FROM "{model._meta.db_table}" WHERE ',  # noqa: S608
        [field.attname for field in fields],
        mends,
    )


def _mended(row: tuple[Any, ...], mends: Sequence[Mend]) -> Sequence[Any]:
    """Turn what the database gives into what the field promises, JSON say."""
    if not mends:
        return row
    values = list(row)
    for place, converter in mends:
        values[place] = converter(values[place], None, connection)
    return values
