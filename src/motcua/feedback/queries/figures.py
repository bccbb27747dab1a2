"""How quickly each agency answers, for oversight: numbers only."""

from dataclasses import dataclass
from datetime import datetime

from django.db import connection

from motcua.directory.queries import run_out
from motcua.feedback.rules.requests import sees_all
from motcua.kernel.actors import Actor

_FIGURES = """
    SELECT agency_id,
           count(*) FILTER (WHERE closed_at IS NULL AND replied_at IS NULL),
           count(*) FILTER (WHERE closed_at IS NULL AND replied_at IS NULL AND due_at < %(at)s),
           count(*) FILTER (WHERE replied_at IS NOT NULL),
           count(*) FILTER (WHERE replied_at IS NOT NULL AND due_at < replied_at),
           percentile_disc(0.5) WITHIN GROUP (ORDER BY reply_minutes) FILTER (WHERE reply_minutes IS NOT NULL)
    FROM feedback_helprequest WHERE asked_at > %(since)s OR closed_at IS NULL
    GROUP BY agency_id ORDER BY 3 DESC, 2 DESC, 1
"""


@dataclass(frozen=True, slots=True)
class Figures:
    """Of one agency: who waits now, who waits too long, and in how many working minutes half were answered."""

    agency_id: str
    waiting: int
    late: int
    answered: int
    answered_late: int
    median_minutes: int | None


def figures(viewer: Actor, *, at: datetime) -> list[Figures]:
    """List the agencies of which anybody asked for help lately, those with most waiting too long first."""
    since = run_out("help_counted", at)
    if not sees_all(viewer) or since is None:
        return []
    with connection.cursor() as cursor:
        cursor.execute(_FIGURES, {"at": at, "since": since})
        return [Figures(*row) for row in cursor.fetchall()]
