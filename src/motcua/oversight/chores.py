"""What oversight does by the clock."""

from datetime import datetime

from motcua.directory.queries import work_calendar
from motcua.kernel.actors import SYSTEM
from motcua.kernel.worktime import ZONE
from motcua.oversight.operations.readiness import look_at_all


def look(*, at: datetime) -> None:
    """Look at every one-stop on the morning of a working day."""
    day = at.astimezone(ZONE).date()
    if work_calendar(None, day).works(day):
        look_at_all(by=SYSTEM, at=at)
