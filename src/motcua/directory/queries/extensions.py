"""How far a promised day may be put off, on a day."""

from datetime import date

from motcua.directory.queries.facts import ExtensionFacts
from motcua.directory.queries.snapshot import snapshot
from motcua.directory.rules.dating import holding


def extension(on: date, scope: str = "") -> ExtensionFacts | None:
    """Return what holds on a day: the procedure's own row before the one for all; None when no row allows any."""
    rows = snapshot().extensions
    row = holding(rows.get(scope, ()), on) or holding(rows.get("", ()), on)
    if row is None:
        return None
    signers = frozenset(row.signers.split())
    return ExtensionFacts(row.times, row.working_days, signers, row.law, row.note, row.confidence)
