"""What happens by the clock: name, cron, and the chore."""

from collections.abc import Callable
from datetime import datetime, timedelta

from django.contrib.sessions.backends.db import SessionStore

from motcua.accounts import chores as accounts
from motcua.dossiers import chores as dossiers
from motcua.feedback import chores as feedback
from motcua.kernel.worktime import ZONE
from motcua.ledger.access import seal_access_notes
from motcua.ledger.anchors import anchor_day
from motcua.ledger.delivery import release_stalled
from motcua.messages.chores import resume
from motcua.oversight import chores as oversight
from motcua.papers.chores import sweep_orphans, sweep_parts


def seal_reads(*, at: datetime) -> None:
    """Seal the notes of reading of the last minute."""
    while seal_access_notes(at=at):
        pass


def anchor_yesterday(*, at: datetime) -> None:
    """Anchor the day that has ended, once; asked every hour, since a machine may be off at midnight."""
    anchor_day(day=(at.astimezone(ZONE) - timedelta(days=1)).date(), at=at)


def release_jobs(*, at: datetime) -> None:  # noqa: ARG001 - heartbeats are counted by the database's clock
    """Take up again what a worker that died was doing."""
    release_stalled()


def clear_sessions(*, at: datetime) -> None:  # noqa: ARG001 - sessions end by the machine's own clock
    """Forget sessions that have ended."""
    SessionStore.clear_expired()


CHORES: list[tuple[str, str, Callable[..., object]]] = [
    ("ledger.release", "* * * * *", release_jobs),
    ("ledger.seal_reads", "* * * * *", seal_reads),
    ("dossiers.alarms", "* * * * *", dossiers.raise_alarms),
    ("feedback.calls", "* * * * *", feedback.take_calls),
    ("feedback.alarms", "* * * * *", feedback.raise_alarms),
    ("feedback.forget", "57 2 * * *", feedback.forget),
    ("dossiers.scans", "* * * * *", dossiers.collect_scans),
    ("messages.resume", "*/5 * * * *", resume),
    ("sessions.clear", "41 2 * * *", clear_sessions),
    ("accounts.forget", "47 2 * * *", accounts.forget),
    ("accounts.end_consents", "9 0 * * *", accounts.end_consents),
    ("dossiers.warn", "23 8 * * *", dossiers.warn),
    ("dossiers.forget", "53 2 * * *", dossiers.forget),
    ("oversight.look", "7 7 * * *", oversight.look),
    ("papers.sweep_orphans", "17 3 * * *", sweep_orphans),
    ("papers.sweep_parts", "23 * * * *", sweep_parts),
    ("ledger.anchor", "5 * * * *", anchor_yesterday),
]
