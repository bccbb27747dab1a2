"""The last statements of an act: numbers, hashes, events, and the one delivery job."""

from collections.abc import Callable, Sequence
from datetime import datetime
from typing import Any
from uuid import UUID

from django.db import connection, models
from procrastinate.contrib.django import app

from motcua.kernel.actors import Actor
from motcua.ledger.facts import Fact
from motcua.ledger.inserting import insert_models
from motcua.ledger.models import Event
from motcua.ledger.numbers import Pending
from motcua.ledger.rules.canonical import digest, plain
from motcua.ledger.rules.chains import chain_of

Last = Callable[[], Sequence[models.Model] | None]
"""Makes rows once the numbers of the act are known."""


def defer_delivery(event_ids: Sequence[str]) -> None:
    """Enqueue one job for the whole act, in the same transaction."""
    app.configure_task(name="ledger.deliver", queue="facts").defer(events=list(event_ids))


def write_down(
    by: Actor,
    at: datetime,
    facts: Sequence[tuple[UUID, Fact]],
    numbers: Sequence[Pending],
    last: Sequence[Last],
) -> None:
    """Lock series and chain heads in one sorted round trip, settle the numbers, write the events."""
    placed = [(event_id, fact, _place(fact, "UNIT")) for event_id, fact in facts]
    chains = sorted({chain_of(unit, by.id) for _, _, unit in placed})
    with connection.cursor() as cursor:
        cursor.execute(
            "SELECT key, number, head, moment, chain FROM ledger_take(%s::text[], %s::text[], %s::text[])",
            [
                chains,
                [pending.scope for pending in numbers],
                [pending.day.isoformat() for pending in numbers],
            ],
        )
        rows = cursor.fetchall()
    settled = [row for row in rows if row[2] is None]
    for pending, row in zip(numbers, settled, strict=True):
        pending.settle(row[1])
    made = [row for make in last for row in make() or ()]
    if placed:
        _write(by, at, placed, {row[0]: row for row in rows if row[2] is not None}, made)
    elif made:
        insert_models(made, "SELECT 1", ())


def _place(fact: Fact, which: str) -> str | None:
    field = getattr(type(fact), which)
    value = getattr(fact, field) if field else None
    return None if value is None else str(value)


def content_of(row: dict[str, Any]) -> dict[str, object]:
    """Give the part of an event's row that its hash covers."""
    return {key: value for key, value in row.items() if key not in ("hash", "previous")}


def _settled(value: object) -> object:
    return value.text if isinstance(value, Pending) else value


def build_row(by: Actor, at: datetime, event_id: UUID, fact: Fact) -> dict[str, Any]:
    """Make an event's row without its place in a chain."""
    return {
        "id": event_id,
        "v": type(fact).V,
        "name": fact.name(),
        "subject": _place(fact, "SUBJECT") or "",
        "thread": getattr(fact, thread) if (thread := type(fact).THREAD) else None,
        "actor_kind": by.kind,
        "actor_id": by.id,
        "actor_unit": by.unit,
        "on_behalf_of": by.on_behalf_of,
        "via": by.via,
        "unit": _place(fact, "UNIT"),
        "facts": plain({key: _settled(value) for key, value in fact.content().items()}),
        "at": at,
    }


def link(
    row: dict[str, Any], *, chain: str, sequence: int, previous: bytes, moment: datetime
) -> dict[str, Any]:
    """Hang an event's row onto its chain."""
    row.update(recorded_at=moment, chain=chain, sequence=sequence)
    row["hash"] = digest(content_of(row), previous)
    row["previous"] = previous
    return row


def _write(
    by: Actor,
    at: datetime,
    placed: Sequence[tuple[UUID, Fact, str | None]],
    heads: dict[str, Any],
    made: Sequence[models.Model],
) -> None:
    """Hang the facts on their chains and write them, the rows made at last, and the new heads at once."""
    state = {key: (row[4], row[1], bytes(row[2]), row[3]) for key, row in heads.items()}
    events: list[models.Model] = []
    for event_id, fact, unit in placed:
        key = chain_of(unit, by.id)
        chain, sequence, previous, moment = state[key]
        row = build_row(by, at, event_id, fact)
        link(row, chain=chain, sequence=sequence + 1, previous=previous, moment=moment)
        state[key] = (chain, sequence + 1, row["hash"], moment)
        events.append(Event(**row))
    moved = [item for chain, sequence, head, _ in state.values() for item in (chain, sequence, head)]
    places = ", ".join(["(%s::text, %s::bigint, %s::bytea)"] * len(state))
    insert_models(
        [*made, *events],
        "UPDATE ledger_chainhead SET sequence = moved.sequence, hash = moved.hash "  # noqa: S608
        f"FROM (VALUES {places}) AS moved(chain, sequence, hash) "
        "WHERE ledger_chainhead.chain = moved.chain",
        moved,
    )
