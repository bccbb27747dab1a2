"""Periods and thresholds on a day."""

from datetime import date, datetime
from typing import cast

from motcua.directory.models import Period
from motcua.directory.queries.calendar import work_calendar
from motcua.directory.queries.facts import PeriodFacts
from motcua.directory.queries.snapshot import snapshot
from motcua.directory.rules.columns import COUNT
from motcua.directory.rules.dating import holding
from motcua.kernel.worktime import ZONE, Limit, Unit, ahead_of


def period(name: str, on: date, scope: str = "") -> PeriodFacts | None:
    """Return the period of a day: the scope's own before the one for all; None when no row speaks of it."""
    row = _row(name, on, scope)
    if row is None or row.unit == COUNT:
        return None
    limit = Limit(row.amount, cast("Unit", row.unit))
    return PeriodFacts(
        row.name, row.scope, limit, row.after, row.law, row.note, row.confidence, row.valid_from, row.valid_to
    )


def threshold(name: str, on: date, scope: str = "") -> int | None:
    """Return the plain number of a day: a threshold, dated like a period; None when no row speaks of it."""
    row = _row(name, on, scope)
    return row.amount if row is not None and row.unit == COUNT else None


def run_out(name: str, at: datetime, *, before: Limit | None = None) -> datetime | None:
    """Return the moment up to which a period has run out at `at`; None when no row speaks of it.

    With `before`, the moment up to which it will have run out so much later.
    """
    on = at.astimezone(ZONE).date()
    held = period(name, on)
    if held is None:
        return None
    calendar = work_calendar(None, on)
    until = ahead_of(at, held.limit, calendar)
    return until if before is None else until + (at - ahead_of(at, before, calendar))


def _row(name: str, on: date, scope: str) -> Period | None:
    rows = snapshot().periods.get(name, ())
    own = [row for row in rows if row.scope == scope] if scope else []
    return holding(own, on) or holding([row for row in rows if not row.scope], on)
