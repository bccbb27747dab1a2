"""Blocks: part of each day's numbers kept for an older system or a printed receipt book, by a dated row."""

from dataclasses import dataclass
from datetime import date, datetime
from typing import ClassVar

from django.db.models import Max, Q

from motcua.kernel.actors import Actor
from motcua.ledger.acts import act
from motcua.ledger.alone import alone_with
from motcua.ledger.facts import Fact
from motcua.ledger.models import Series, SeriesBlock


class Unkeepable(ValueError):
    """The block cannot be kept; the text says why."""


@dataclass(frozen=True, kw_only=True)
class BlockKept(Fact):
    """Part of a series is given out by somebody else between two days."""

    SUBJECT: ClassVar[str] = "scope"
    scope: str
    first: int
    last: int
    valid_from: date
    valid_to: date | None


@dataclass(frozen=True, kw_only=True)
class Block:
    """Which numbers of which series, on which days, for whom, and where that is laid down."""

    scope: str
    first: int
    last: int
    valid_from: date
    valid_to: date | None
    reserved_for: str
    source: str


def keep_block(*, block: Block, by: Actor, at: datetime) -> None:
    """Keep a block from its first day on; the series steps over it. Raises Unkeepable."""
    with act(by=by, at=at) as deed:
        alone_with(f"block:{block.scope}")
        problem = _problem(block)
        if problem:
            raise Unkeepable(problem)
        SeriesBlock.objects.create(
            scope=block.scope,
            first=block.first,
            last=block.last,
            valid_from=block.valid_from,
            valid_to=block.valid_to,
            reserved_for=block.reserved_for,
            source=block.source,
        )
        deed.record(
            BlockKept(
                scope=block.scope,
                first=block.first,
                last=block.last,
                valid_from=block.valid_from,
                valid_to=block.valid_to,
            )
        )


def next_of_day(scope: str, day: date, above: int) -> int:
    """Give the first number over `above` that no block holds on a day; stands until the open act closes."""
    alone_with(f"block:{scope}")
    held = SeriesBlock.objects.filter(
        Q(valid_to=None) | Q(valid_to__gte=day), scope=scope, valid_from__lte=day, last__gt=above
    )
    return int(held.aggregate(Max("last"))["last__max"] or above) + 1


def kept_blocks() -> list[Block]:
    """List all blocks, by series and day."""
    rows = SeriesBlock.objects.order_by("scope", "valid_from", "first").values(
        "scope", "first", "last", "valid_from", "valid_to", "reserved_for", "source"
    )
    return [Block(**row) for row in rows]


def _problem(block: Block) -> str | None:
    if not 1 <= block.first <= block.last:
        return "the first number is at least 1 and not above the last"
    if block.valid_to and block.valid_to < block.valid_from:
        return "the last day lies before the first"
    if not (block.reserved_for.strip() and block.source.strip()):
        return "it must be said for whom the numbers are kept, and by which paper"
    days = Q(valid_to=None) | Q(valid_to__gte=block.valid_from)
    others = SeriesBlock.objects.filter(days, scope=block.scope, first__lte=block.last, last__gte=block.first)
    if block.valid_to:
        others = others.filter(valid_from__lte=block.valid_to)
    if others.exists():
        return "some of these numbers are already kept on some of these days"
    return _given(block)


def _given(block: Block) -> str | None:
    """Find a day on which numbers of the block were given out already."""
    given = Series.objects.filter(
        key__startswith=f"{block.scope}:",
        key__gte=f"{block.scope}:{block.valid_from.isoformat()}",
        value__gte=block.first,
    )
    if block.valid_to:
        given = given.filter(key__lte=f"{block.scope}:{block.valid_to.isoformat()}")
    row = given.order_by("key").first()
    return f"numbers up to {row.value} were already given out on {row.key[-10:]}" if row else None
