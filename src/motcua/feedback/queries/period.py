"""The dated rows of help requests."""

from datetime import datetime

from motcua.directory.queries import period, work_calendar
from motcua.feedback.rules.requests import Times, times
from motcua.kernel.worktime import ZONE


def times_of(agency_id: str, asked: datetime) -> Times:
    """Give until when a request made at a moment is answered; empty where no row says so."""
    on = asked.astimezone(ZONE).date()
    limit, lead = period("help_answer", on), period("help_reminder", on)
    if limit is None or lead is None:
        return Times(None, None)
    return times(asked, limit.limit, lead.limit, work_calendar(agency_id, on))
