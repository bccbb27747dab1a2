"""Facts and numbers by the thousand, for history that is copied in: the same chains, the same series."""

from collections import Counter, defaultdict
from collections.abc import Iterator, Sequence
from datetime import date, datetime
from typing import Any
from uuid import UUID

from django.db import connection

from motcua.kernel.actors import Actor
from motcua.ledger.copying import copy_rows
from motcua.ledger.facts import Fact
from motcua.ledger.models import Event, SeriesBlock
from motcua.ledger.rules.chains import chain_of
from motcua.ledger.writing import build_row, link

AT_ONCE = 200
"""Numbers taken one by one in a single call, where a block of the series is kept for somebody else."""


def number_many(wanted: Sequence[tuple[str, date]]) -> list[int]:
    """Take a number of a series for each pair of scope and day, in the order given, inside a transaction.

    Locks the series in the order of their keys, as an act does; call it before `record_many`.
    """
    kept = set(
        SeriesBlock.objects.filter(scope__in={scope for scope, _ in wanted}).values_list("scope", flat=True)
    )
    if kept:
        return _one_by_one(wanted)
    counts = Counter(_key(scope, day) for scope, day in wanted)
    keys = sorted(counts)
    with connection.cursor() as cursor:
        cursor.execute(
            "INSERT INTO ledger_series AS s (key, value) SELECT w.key, w.n FROM "
            "unnest(%s::text[], %s::bigint[]) AS w(key, n) ORDER BY w.key "
            "ON CONFLICT (key) DO UPDATE SET value = s.value + excluded.value RETURNING s.key, s.value",
            [keys, [counts[key] for key in keys]],
        )
        following = {key: value - counts[key] + 1 for key, value in cursor.fetchall()}
    given = []
    for scope, day in wanted:
        key = _key(scope, day)
        given.append(following[key])
        following[key] += 1
    return given


def _key(scope: str, day: date) -> str:
    return f"{scope}:{day.isoformat()}"


def _one_by_one(wanted: Sequence[tuple[str, date]]) -> list[int]:
    order = sorted(range(len(wanted)), key=lambda place: (_key(*wanted[place]), place))
    given: dict[int, int] = {}
    with connection.cursor() as cursor:
        for start in range(0, len(order), AT_ONCE):
            places = order[start : start + AT_ONCE]
            cursor.execute(
                "SELECT number FROM ledger_take('{}'::text[], %s::text[], %s::text[])",
                [[wanted[place][0] for place in places], [wanted[place][1].isoformat() for place in places]],
            )
            given |= dict(zip(places, (row[0] for row in cursor.fetchall()), strict=True))
    return [given[place] for place in range(len(wanted))]


def record_many(facts: Sequence[tuple[UUID, Fact]], *, by: Actor, at: datetime) -> None:
    """Hang facts on their chains and write them down, inside a transaction; nobody is told of them."""
    by_chain: defaultdict[str, list[dict[str, Any]]] = defaultdict(list)
    for event_id, fact in facts:
        row = build_row(by, at, event_id, fact)
        by_chain[chain_of(row["unit"], by.id)].append(row)
    with connection.cursor() as cursor:
        cursor.execute(
            "SELECT key, number, head, moment, chain FROM ledger_take(%s::text[], '{}', '{}')",
            [sorted(by_chain)],
        )
        heads = cursor.fetchall()
    moved: list[tuple[str, int, bytes]] = []
    copy_rows(Event, (row for head in heads for row in _linked(by_chain[head[0]], head, moved)))
    with connection.cursor() as cursor:
        cursor.execute(
            "UPDATE ledger_chainhead h SET sequence = m.sequence, hash = m.hash FROM "
            "unnest(%s::text[], %s::bigint[], %s::bytea[]) AS m(chain, sequence, hash) "
            "WHERE h.chain = m.chain",
            [list(column) for column in zip(*moved, strict=True)],
        )


def _linked(
    rows: Sequence[dict[str, Any]],
    head: tuple[str, int, bytes, datetime, str],
    moved: list[tuple[str, int, bytes]],
) -> Iterator[dict[str, Any]]:
    _, sequence, last, moment, chain = head
    previous = bytes(last)
    for row in rows:
        sequence += 1
        yield link(row, chain=chain, sequence=sequence, previous=previous, moment=moment)
        previous = row["hash"]
    moved.append((chain, sequence, previous))
