"""Office hours as they are written in the data: `07:00-11:30 13:30-17:00`."""

from datetime import time
from itertools import pairwise

from motcua.kernel.worktime import Sessions


def sessions_of(text: str) -> Sessions:
    """Return the sessions a text names; raises ValueError when it names none, or not in order."""
    sessions = tuple(_session(part) for part in text.split())
    edges = [edge for session in sessions for edge in session]
    if not edges or any(early >= late for early, late in pairwise(edges)):
        raise ValueError("sessions must follow each other, each ending after it begins")
    return sessions


def _session(text: str) -> tuple[time, time]:
    opens, closes = text.split("-")
    return time.fromisoformat(opens), time.fromisoformat(closes)
