"""When to try again, and when to give up.

Night hours are not respected yet: a notice of a dossier goes out when its fact is recorded, mostly by day.
"""

from datetime import datetime, timedelta

from motcua.messages.rules.templates import TEMPLATES

WAITS = (
    *(timedelta(seconds=10), timedelta(seconds=30), timedelta(minutes=2), timedelta(minutes=10)),
    *(timedelta(minutes=30), timedelta(hours=1), timedelta(hours=2), timedelta(hours=4)),
    *(timedelta(hours=8), timedelta(hours=12), timedelta(hours=12), timedelta(hours=12)),
)
CLAIM_HOLDS = timedelta(minutes=5)  # longer than a gateway's own time-outs together


def next_try(template: str, created_at: datetime, tries: int, at: datetime) -> datetime | None:
    """Tell when to try again after `tries` tries, or None when it is of no use any more."""
    if tries > len(WAITS):
        return None
    then = at + WAITS[tries - 1]
    return then if then < created_at + TEMPLATES[template].worth else None


def too_late(template: str, created_at: datetime, at: datetime) -> bool:
    """Tell whether the message is of no use any more."""
    return at >= created_at + TEMPLATES[template].worth
