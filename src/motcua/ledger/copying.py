"""Many rows at once: COPY, the quickest way in."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import Any

from django.db import connection, models
from django.db.models import JSONField
from psycopg import sql
from psycopg.types.json import Jsonb


def copy_rows(model: type[models.Model], rows: Iterable[Mapping[str, Any]]) -> None:
    """Write down rows of one model, given as columns by name, inside the caller's transaction.

    All rows have the same columns in the same order; columns not given take what the database gives.
    """
    rest = iter(rows)
    first = next(rest, None)
    if first is None:
        return
    columns = list(first)
    held = [
        columns.index(field.column) for field in model._meta.concrete_fields if isinstance(field, JSONField)
    ]
    order = sql.SQL("COPY {} ({}) FROM STDIN").format(
        sql.Identifier(model._meta.db_table), sql.SQL(", ").join(map(sql.Identifier, columns))
    )
    with connection.cursor() as cursor, cursor.copy(order) as copy:
        for values in _values(first, rest, held):
            copy.write_row(values)


def _values(
    first: Mapping[str, Any], rest: Iterable[Mapping[str, Any]], held: Sequence[int]
) -> Iterator[list[Any]]:
    for row in (first, *rest):
        values = list(row.values())
        for place in held:
            values[place] = Jsonb(values[place])
        yield values
