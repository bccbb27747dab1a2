"""Many rows at once: COPY, the quickest way in, for rows made as models."""

from collections.abc import Iterable, Sequence
from operator import attrgetter
from typing import Any

from django.db import connection, models
from django.db.models import JSONField
from psycopg import sql
from psycopg.types.json import Jsonb


def copy_models(rows: Sequence[models.Model]) -> None:
    """Write down rows of one model, all columns, inside the caller's transaction."""
    if not rows:
        return
    fields = type(rows[0])._meta.concrete_fields
    read = attrgetter(*(field.attname for field in fields))
    held = [place for place, field in enumerate(fields) if isinstance(field, JSONField)]
    columns = [field.column for field in fields]
    copy_rows(type(rows[0])._meta.db_table, columns, map(read, rows), held)


def copy_rows(
    table: str, columns: Sequence[str], rows: Iterable[tuple[Any, ...]], json_places: Sequence[int] = ()
) -> None:
    """Write down tuples; the values at `json_places` are turned into JSON."""
    order = sql.SQL("COPY {} ({}) FROM STDIN").format(
        sql.Identifier(table), sql.SQL(", ").join(map(sql.Identifier, columns))
    )
    with connection.cursor() as cursor, cursor.copy(order) as copy:
        for row in rows:
            copy.write_row(_with_json(row, json_places) if json_places else row)


def _with_json(row: tuple[Any, ...], places: Sequence[int]) -> list[Any]:
    values = list(row)
    for place in places:
        if values[place] is not None:
            values[place] = Jsonb(values[place])
    return values
