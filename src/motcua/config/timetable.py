"""What happens by the clock: name, cron, and the chore."""

from collections.abc import Callable
from datetime import datetime, timedelta

from motcua.dossiers.chores import raise_alarms
from motcua.kernel.worktime import ZONE
from motcua.ledger.access import seal_access_notes
from motcua.ledger.anchors import anchor_day


def seal_reads(*, at: datetime) -> None:
    """Seal the notes of reading of the last minute."""
    while seal_access_notes(at=at):
        pass


def anchor_yesterday(*, at: datetime) -> None:
    """Anchor the day that has ended."""
    anchor_day(day=(at.astimezone(ZONE) - timedelta(days=1)).date(), at=at)


CHORES: list[tuple[str, str, Callable[..., object]]] = [
    ("ledger.seal_reads", "* * * * *", seal_reads),
    ("dossiers.alarms", "* * * * *", raise_alarms),
    ("ledger.anchor", "5 0 * * *", anchor_yesterday),
]
